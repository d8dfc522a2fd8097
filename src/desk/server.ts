/** The desk's process: the site, the editor and its API on one port. */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { createApi } from "./api/api.ts";
import { guard } from "./api/guard.ts";
import { refuse } from "./api/refuse.ts";
import { strings } from "./api/strings.ts";
import { apiPath, type Person } from "./messages.ts";

export interface DeskOptions {
	/** 0 takes any that is free. */
	readonly port: number;
	readonly host: string;
}

export interface Desk {
	/** Ends with a slash. */
	readonly url: string;
	close(): Promise<void>;
}

const localEditor: Person = {
	id: "local",
	name: "Biên tập viên",
	email: "bien-tap@localhost",
	roles: [{ role: "administrator", committees: "all" }],
};

export async function startDesk({ port, host }: DeskOptions): Promise<Desk> {
	const app = new Hono();
	const server = createAdaptorServer({
		fetch: app.fetch,
		serverOptions: { headersTimeout: 15_000, requestTimeout: 120_000, maxHeaderSize: 16 * 1024 },
	});
	server.listen(port, host);
	await once(server, "listening");
	const listening = (server.address() as AddressInfo).port;
	const origin = `http://localhost:${listening}`;
	app.use(guard({ origin, aliases: [`http://127.0.0.1:${listening}`], local: true }));
	app.get("/suc-khoe", (context) => context.json({ ok: true }));
	app.route(apiPath, createApi({ personOf: async () => localEditor, local: true }));
	app.notFound(() => refuse(404, strings.unknownAddress));
	return {
		url: `${origin}/`,
		async close() {
			server.close();
			if ("closeAllConnections" in server) server.closeAllConnections();
		},
	};
}
