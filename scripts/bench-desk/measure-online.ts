/** From "publish" to the moment at which a reader gets the page, and what the desk's pages cost a browser. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import {
	apiPath,
	type DeskEvent,
	deskHeader,
	type Entry,
	type EntryList,
	type SaveAnswer,
	type StateAnswer,
} from "../../src/desk/messages.ts";
import type { ServerNews, ServerTask } from "./desk-server-process.ts";
import { type BrowserWork, type DeskAccess, measureDeskInBrowser } from "./measure-browser.ts";
import { measureStockInBrowser } from "./measure-stock.ts";

/** Times in milliseconds, sizes in bytes. */
export interface OnlineMeasurement {
	/** Of the site, with all that a first build leaves to the second. */
	readonly firstBuild: number;
	readonly online: readonly number[];
	/** Of the server without its build process, at the end. */
	readonly memory: number;
	readonly browser: readonly BrowserWork[];
	/** The same in stock Decap; absent where it was not asked for. */
	readonly stock?: readonly BrowserWork[];
	/** Processes that wanted a core, on average of the last minute, at the end. */
	readonly load: number;
}

const serverProcess = fileURLToPath(new URL("desk-server-process.ts", import.meta.url));

/** @param hasStock whether stock Decap is measured as well */
export async function measureOnline(
	task: ServerTask,
	runs: number,
	hasStock: boolean,
): Promise<OnlineMeasurement> {
	const server = fork(serverProcess, [JSON.stringify(task)], { execArgv: ["--import", "tsx/esm"] });
	try {
		const { url, cookie, firstBuild } = await news(server, "ready");
		const desk: DeskAccess = { url, cookie };
		const online: number[] = [];
		for (let run = 0; run < runs; run++) online.push(await publishOnce(desk, run));
		const browser = await measureDeskInBrowser(desk);
		const stock = hasStock ? await measureStockInBrowser(task.content) : undefined;
		server.send("memory");
		const { bytes } = await news(server, "memory");
		return { firstBuild, online, memory: bytes, browser, ...(stock && { stock }), load: loadavg()[0] ?? 0 };
	} finally {
		if (server.connected) server.disconnect();
		if (server.exitCode === null) await once(server, "exit");
	}
}

async function news<Kind extends ServerNews["kind"]>(
	server: ChildProcess,
	kind: Kind,
): Promise<Extract<ServerNews, { kind: Kind }>> {
	for (;;) {
		const [told] = (await Promise.race([
			once(server, "message"),
			once(server, "exit").then(([code]) => {
				throw new Error(`the desk ended with code ${code}`);
			}),
		])) as [ServerNews];
		if (told.kind === kind) return told as Extract<ServerNews, { kind: Kind }>;
	}
}

/** An edit of one of the newest articles. @returns how long until a reader gets it */
async function publishOnce(desk: DeskAccess, run: number): Promise<number> {
	const ask = async <Answer>(method: string, path: string, body?: object): Promise<Answer> => {
		const response = await request(desk, method, path, body);
		if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
		return (await response.json()) as Answer;
	};
	const { entries } = await ask<EntryList>("GET", "/entries/articles?limit=10&state=published");
	const id = entries[run % entries.length]?.id ?? "";
	const path = `/entries/articles/${encodeURIComponent(id)}`;
	const { text, revision, address = "/" } = await ask<Entry>("GET", path);
	const word = `dau${process.pid}x${run}`;
	const saved = await ask<SaveAnswer>("PUT", path, {
		text: `${text.trimEnd()}\n\n${word}\n`,
		base: revision,
	});
	const stop = new AbortController();
	const events = await request(desk, "GET", "/events", undefined, stop.signal);
	const began = performance.now();
	const { online } = await ask<StateAnswer>("POST", `${path}/state`, {
		to: "published",
		base: saved.revision,
	});
	await isOnline(events, online ?? "");
	const page = await (await fetch(new URL(address, desk.url))).text();
	const took = performance.now() - began;
	stop.abort();
	if (!page.includes(word)) throw new Error(`${address} has not got what was published`);
	return took;
}

function request(
	{ url, cookie }: DeskAccess,
	method: string,
	path: string,
	body?: object,
	signal?: AbortSignal,
): Promise<Response> {
	return fetch(new URL(`${apiPath}${path}`, url), {
		method,
		headers: {
			Cookie: cookie,
			Origin: new URL(url).origin,
			"Sec-Fetch-Site": "same-origin",
			[deskHeader]: "1",
			...(body && { "Content-Type": "application/json" }),
		},
		...(body && { body: JSON.stringify(body) }),
		...(signal && { signal }),
	});
}

async function isOnline(events: Response, job: string): Promise<void> {
	let text = "";
	for await (const bytes of events.body as unknown as AsyncIterable<Uint8Array>) {
		text += Buffer.from(bytes).toString("utf8");
		for (const [, data = ""] of text.matchAll(/^data: (.*)\n/gm)) {
			const event = JSON.parse(data) as DeskEvent;
			if (event.kind !== "online" || event.job !== job) continue;
			if (event.step === "failed") throw new Error(event.message);
			if (event.step === "online") return;
		}
	}
	throw new Error("the events ended");
}
