/** The desk's HTTP server: the site, the editor, the desk's pages and the API on one port. */

import { once } from "node:events";
import { constants } from "node:fs";
import { access, mkdir } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { type Context, Hono } from "hono";
import { voiceAddress } from "../model/voice-addresses.ts";
import { clientAddress } from "../voice/http/client-address.ts";
import { serverOptions } from "../voice/http/server-options.ts";
import type { Accounts } from "./accounts/accounts.ts";
import { authPath } from "./accounts/auth.ts";
import type { Client } from "./accounts/sign-in.ts";
import { createApi } from "./api/api.ts";
import type { Desk } from "./api/context.ts";
import { guard } from "./api/guard.ts";
import { Refusal, refuse } from "./api/refuse.ts";
import { apiPath, deskPath } from "./messages.ts";
import { addDeskPages } from "./pages/desk-pages.tsx";
import { addSignInPages, firstAdministratorPath } from "./pages/sign-in-pages.tsx";
import { type Person, roles } from "./people.ts";
import { addLinkedPreviews } from "./preview/preview-routes.ts";
import { createSiteFiles } from "./site-files.ts";
import { strings } from "./strings.ts";

export interface DeskServerOptions {
	/** 0 takes any free port. */
	readonly port: number;
	/** Address of the interface: `127.0.0.1`. */
	readonly host: string;
	/** The address at which people reach it; by default this machine with the port. */
	readonly origin?: string | undefined;
	/** Whether to take the client's address from the last entry of `X-Forwarded-For`, which our own proxy wrote. */
	readonly trustsProxy: boolean;
	readonly outputDirectory: string;
	/** The folder for everything that is written outside of the repository. */
	readonly dataDirectory: string;
	/** For the server's log. */
	readonly log: (line: string) => void;
}

/** The port is taken before anything else; requests are answered once the rest is ready. */
export interface DeskServer {
	/** Without a slash at the end. */
	readonly origin: string;
	/** The same address with other names of this machine. */
	readonly origins: readonly string[];
	/** @param accounts absent for the desk of `npm start`, where everyone at this machine is the editor */
	serve(desk: Desk, accounts: Accounts | undefined, firstKey: string): void;
	close(): Promise<void>;
}

/** Another program uses the port. */
export class PortInUseError extends Error {}

/** The editor of `npm start`. */
const localEditor: Person = {
	id: "local",
	name: strings.localEditor,
	email: "bien-tap@localhost",
	roles: roles.map((role) => ({ role, committees: "all" })),
};

/** Milliseconds: for a request with its files to arrive, and for running answers when the server closes. */
const patience = { request: 120_000, end: 5_000 };

/** @throws PortInUseError */
export async function openDeskServer(options: DeskServerOptions): Promise<DeskServer> {
	const { port, host, outputDirectory, dataDirectory, log } = options;
	let handle: (request: Request, bindings: HttpBindings) => Response | Promise<Response> = () =>
		refuse(503, strings.starting);
	const server = createServer(
		serverOptions(patience.request),
		getRequestListener((request, bindings) => handle(request, bindings as HttpBindings), {
			overrideGlobalObjects: false,
			errorHandler: () => refuse(400, strings.badRequest),
		}),
	);
	server.listen(port, host);
	await once(server, "listening").catch((error: NodeJS.ErrnoException) => {
		throw error.code === "EADDRINUSE" ? new PortInUseError(String(port)) : error;
	});
	const listening = (server.address() as AddressInfo).port;
	const origin = options.origin ?? `http://localhost:${listening}`;
	const aliases = options.origin === undefined ? [`http://127.0.0.1:${listening}`] : [];

	function serve(desk: Desk, accounts: Accounts | undefined, firstKey: string): void {
		const app = new Hono<{ Bindings: HttpBindings }>();
		const personOf = async (headers: Headers) => (accounts ? await accounts.personOf(headers) : localEditor);
		const clientOf = (context: Context): Client => ({
			ip: clientAddress(context, options.trustsProxy),
			agent: context.req.header("user-agent") ?? "",
		});
		app.get("/suc-khoe", async () => await health(desk, dataDirectory));
		// Readers may see the site under another host name than the desk's.
		app.all(`${voiceAddress}*`, (context) => desk.voice.handle(context.req.raw, context.env));
		app.use(guard({ origin, aliases, local: desk.local }));
		app.route(apiPath, createApi(desk, personOf));
		if (accounts) {
			app.all(`${authPath}/*`, (context) => accounts.handle(context.req.raw, clientOf(context)));
			addSignInPages(app as unknown as Hono, { accounts, firstKey, clientOf, log });
		}
		addDeskPages(app as unknown as Hono, { desk, accounts, personOf });
		addLinkedPreviews(app as unknown as Hono, desk);
		const site = createSiteFiles({
			outputDirectory,
			isSecure: origin.startsWith("https:"),
			waitFor: desk.awaitedFiles.waitFor,
			addition: desk.local ? `<script src="${deskPath}tai-lai.js" defer></script>` : undefined,
		});
		app.all("*", async (context) => {
			await site.serve(context.env.incoming, context.env.outgoing);
			return RESPONSE_ALREADY_SENT;
		});
		app.onError((error) => {
			if (error instanceof Refusal) return refuse(error.status, error.message);
			log(error.stack ?? error.message);
			return refuse(500, strings.unexpected);
		});
		handle = (request, bindings) => app.fetch(request, bindings);
	}

	return { origin, origins: [origin, ...aliases], serve, close: () => closeServer(server) };
}

/** The address for creating the first administrator, while there is no account. */
export function firstAdministratorLink(origin: string, key: string): string {
	return `${origin}${firstAdministratorPath}?ma=${key}`;
}

async function health({ store }: Desk, dataDirectory: string): Promise<Response> {
	try {
		const commit = await store.readersCommit();
		await access(dataDirectory, constants.R_OK | constants.W_OK);
		await mkdir(join(dataDirectory, "uploads"), { recursive: true });
		return Response.json({ ok: true, commit, indexing: store.indexing() ?? null });
	} catch (error) {
		return Response.json({ ok: false, reason: String(error) }, { status: 503 });
	}
}

/** Waits a while for running answers; event streams never end. */
async function closeServer(server: Server): Promise<void> {
	const closed = once(server, "close");
	server.close();
	server.closeIdleConnections();
	const timer = setTimeout(() => server.closeAllConnections(), patience.end);
	await closed;
	clearTimeout(timer);
}
