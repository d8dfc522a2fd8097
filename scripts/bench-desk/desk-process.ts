/** The process that is measured: it opens a store, as the server of an office does, and does what people ask for. */
import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Person } from "../../src/desk/people.ts";
import { type DeskStore, openStore } from "../../src/desk/store/index.ts";
import { strings } from "./strings.ts";

/** Milliseconds of each run, by task. */
export type DeskTimes = Partial<Record<keyof typeof strings.tasks, readonly number[]>>;

export interface DeskMeasurement {
	readonly times: DeskTimes;
	/** Bytes of memory at the end. */
	readonly memory: number;
	readonly indexBytes: number;
}

/** The process's argument on its command line, as JSON. */
export interface DeskTask {
	readonly content: string;
	readonly data: string;
	readonly runs: number;
	/** Whether to do no more than open the store, which has no index yet. */
	readonly isCold: boolean;
}

const person: Person = {
	id: "do",
	name: "Người đo",
	email: "do@example.vn",
	roles: [{ role: "publisher", committees: "all" }],
};

const queries = [
	"dan van kheo",
	"mai ngoi",
	"hội nghị",
	"chuyển đổi số",
	"nong thon moi",
	"đường",
	"tong ket phong trao",
	"Huế",
	"an sinh xa hoi",
	"th",
];

if (process.argv[2] !== undefined) {
	const measurement = await measure(JSON.parse(process.argv[2]) as DeskTask);
	process.stdout.write(`${JSON.stringify(measurement)}\n`);
}

async function measure({ content, data, runs, isCold }: DeskTask): Promise<DeskMeasurement> {
	const times: Partial<Record<keyof typeof strings.tasks, number[]>> = {};
	const timed = async <Result>(task: keyof typeof strings.tasks, action: () => Promise<Result>) => {
		const began = performance.now();
		const result = await action();
		times[task] ??= [];
		times[task].push(performance.now() - began);
		return result;
	};
	const store = await timed(isCold ? "coldOpen" : "warmOpen", async () => {
		const opened = await openStore({ location: { content }, dataDirectory: data, now: Date.now });
		await opened.whenIndexed();
		return opened;
	});
	if (!isCold) await work(store, runs, timed);
	const memory = process.memoryUsage().rss;
	await store.close();
	const indexBytes = (await stat(join(data, "article-index")).catch(() => undefined))?.size ?? 0;
	return { times, memory, indexBytes };
}

type Timed = <Result>(task: keyof typeof strings.tasks, action: () => Promise<Result>) => Promise<Result>;

async function work(store: DeskStore, runs: number, timed: Timed): Promise<void> {
	const { entries } = await store.list("articles", { limit: 200 });
	for (let run = 0; run < runs; run++) {
		const q = queries[run % queries.length] ?? "";
		const entry = entries[(run * 7) % entries.length];
		if (!entry) return;
		const { id } = entry;
		const first = await timed("list", () => store.list("articles"));
		await timed("list", () => store.list("articles", { cursor: first.cursor ?? "" }));
		const filter = {
			year: "2024",
			...(entry.committee !== undefined && { committee: entry.committee }),
			...(entry.tags[0] !== undefined && { tag: entry.tags[0] }),
		};
		await timed("filter", () => store.list("articles", filter));
		await timed("byTitle", () => store.list("articles", { sort: "title" }));
		await timed("search", () => store.list("articles", { q }));
		for (const of of ["articles", "authors", "tags"] as const) {
			await timed("relation", () => store.relations({ of, q }));
		}
		const opened = await timed("open", () => store.open("articles", id, person));
		if ("kind" in opened) return;
		const text = `${opened.text.trimEnd()}\n\n${strings.editedWord(run)}\n`;
		const saved = await timed("save", () =>
			store.save({ collection: "articles", id, text, base: opened.revision }, person),
		);
		if (saved.kind !== "saved") throw new Error(JSON.stringify(saved));
		const changed = await timed("publish", () =>
			store.changeState({ collection: "articles", id, to: "published", base: saved.revision }, person),
		);
		if (changed.kind !== "changed") throw new Error(JSON.stringify(changed));
		await timed("history", () => store.history("articles", id));
	}
}
