import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readDocument, readPortal, renderMarkdown } from "../src/content/index.ts";
import { type ImportedArticle, importArticles, openSource, type Source } from "../src/import/index.ts";
import { asIsoDateTime } from "../src/model/ids.ts";
import { silentProgress } from "../src/model/progress.ts";
import { cleanText } from "../src/text/index.ts";

// Real articles for local tests only; nothing of them may be copied into the project.
const corpus = "../shared/corpus/articles.jsonl.gz";
const sampleSize = 300;
const everyNth = 40;

const suite = existsSync(corpus) ? describe : describe.skip;

suite(`importing real articles (skipped where ${corpus} is absent)`, () => {
	let directory = "";
	const sample: ImportedArticle[] = [];

	beforeAll(async () => {
		directory = await mkdtemp(join(tmpdir(), "import-corpus-"));
		for await (const item of (await openSource(corpus, {})).articles()) {
			if (!("unreadable" in item) && item.position % everyNth === 0) sample.push(item);
			if (sample.length === sampleSize) break;
		}
	}, 60_000);
	afterAll(() => rm(directory, { recursive: true }));

	test("takes all of a sample and leaves no problem", async () => {
		const source: Source = {
			name: "mẫu",
			async *articles() {
				yield* sample;
			},
		};
		const report = await importArticles([source], { directory, progress: silentProgress });
		expect(report).toMatchObject({ read: sample.length, written: sample.length });
		const { portal, problems } = await readPortal({
			directory,
			now: asIsoDateTime("2026-11-22T00:00:00+07:00"),
		});
		expect(problems).toEqual([]);
		expect(portal?.articles).toHaveLength(sample.length);
	}, 60_000);

	test("shows every word of their bodies, in order", async () => {
		const { portal } = await readPortal({ directory, now: asIsoDateTime("2026-11-22T00:00:00+07:00") });
		const titles = new Map(portal?.articles.map((article) => [article.title, article.file]));
		let compared = 0;
		for (const article of sample) {
			const file = titles.get(words(article.title));
			if (file === undefined) continue;
			const { document } = readDocument(file, await readFile(join(directory, file)));
			const shown = words(textOf(renderMarkdown(document?.body ?? "")));
			// The lead may stand before, captions and by-lines after. Only the place is told, never the text.
			expect(
				shown.includes(words("text" in article.body ? article.body.text : "")),
				`line ${article.position}`,
			).toBe(true);
			compared += 1;
		}
		expect(compared).toBeGreaterThan(sample.length * 0.9);
	}, 60_000);
});

const entities: Readonly<Record<string, string>> = {
	"&lt;": "<",
	"&gt;": ">",
	"&quot;": '"',
	"&amp;": "&",
};

function textOf(html: string): string {
	return html
		.replace(/<[^>]*>/g, " ")
		.replace(/&(?:lt|gt|quot|amp);/g, (entity) => entities[entity] ?? entity);
}

function words(text: string): string {
	return cleanText(text).replace(/\s+/g, " ").trim();
}
