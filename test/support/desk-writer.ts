/**
 * A process that saves and publishes endlessly, for tests that kill it. For each acknowledged save it prints a line:
 * `saved <id> <word>` or `published <id> <word>`.
 */
import { pathToFileURL } from "node:url";
import type { Person } from "../../src/desk/people.ts";
import { openStore } from "../../src/desk/store/index.ts";

export interface WriterTask {
	readonly location: { readonly content: string } | { readonly repository: string };
	readonly data: string;
	readonly name: string;
	/** Ids of the articles, which are written in turn. */
	readonly ids: readonly string[];
	/** The number of saves; endless by default. */
	readonly saves?: number;
}

/** A word that occurs in no other save. */
function wordOf(name: string, number: number): string {
	return `${name}x${number}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
	await write(JSON.parse(process.argv[2] ?? "") as WriterTask);
}

async function write({
	location,
	data,
	name,
	ids,
	saves = Number.POSITIVE_INFINITY,
}: WriterTask): Promise<void> {
	const person: Person = {
		id: name,
		name,
		email: `${name}@thu.example.vn`,
		roles: [{ role: "publisher", committees: "all" }],
	};
	const store = await openStore({ location, dataDirectory: data, now: Date.now });
	for (let number = 0; number < saves; number++) {
		const id = ids[number % ids.length] ?? "";
		const word = wordOf(name, number);
		const opened = await store.open("articles", id, person);
		const text =
			"kind" in opened
				? `---\ntitle: Bài thử ${name}\ndate: 2026-11-20T08:00:00+07:00\nauthor: nguyen-van-an\n---\n${word}\n`
				: `${opened.text.trimEnd()}\n\n${word}\n`;
		const base = "kind" in opened ? null : opened.revision;
		const saved = await store.save({ collection: "articles", id, text, base }, person);
		if (saved.kind !== "saved") continue;
		process.stdout.write(`saved ${id} ${word}\n`);
		if (number % 2 === 1) continue;
		const changed = await store.changeState(
			{ collection: "articles", id, to: "published", base: saved.revision },
			person,
		);
		if (changed.kind === "changed") process.stdout.write(`published ${id} ${word}\n`);
	}
	await store.close();
}
