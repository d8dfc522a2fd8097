/** A whole desk as `npm start` runs it, for somebody to measure: says where it is once the site is built, then its memory when asked. */
import { join } from "node:path";
import { openDesk } from "../../src/desk/desk.ts";
import { asIsoDateTime } from "../../src/model/ids.ts";
import { toVietnamMoment } from "../../src/text/index.ts";

/** What the process is told on its command line, as JSON. */
export interface ServerTask {
	readonly content: string;
	/** For its data, cache and site. */
	readonly directory: string;
}

/** What it tells. Times in milliseconds, sizes in bytes. */
export type ServerNews =
	| { readonly kind: "ready"; readonly url: string; readonly firstBuild: number }
	| { readonly kind: "memory"; readonly bytes: number };

const { content, directory } = JSON.parse(process.argv[2] ?? "{}") as ServerTask;
const began = performance.now();
const desk = await openDesk({
	location: { content },
	outputDirectory: join(directory, "site"),
	cacheDirectory: join(directory, "cache"),
	dataDirectory: join(directory, "server-data"),
	port: 0,
	host: "127.0.0.1",
	trustsProxy: false,
	local: true,
	search: true,
	now: () => asIsoDateTime(toVietnamMoment(Date.now())),
	clock: Date.now,
	log: (line) => process.stderr.write(`${line}\n`),
	onBuild: (reply) => {
		if (reply.kind !== "built") process.stderr.write(`${JSON.stringify(reply)}\n`);
	},
});
await desk.firstBuild;
tell({ kind: "ready", url: desk.url, firstBuild: performance.now() - began });
process.on("message", () => tell({ kind: "memory", bytes: process.memoryUsage().rss }));
process.on("disconnect", () => void desk.close().then(() => process.exit()));

function tell(news: ServerNews): void {
	process.send?.(news);
}
