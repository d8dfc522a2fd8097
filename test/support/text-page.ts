/** Imports pages of plain text and compares them with what a careful person would type. */
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { readDocument, readPortal } from "../../src/content/index.ts";
import { escapeParagraph } from "../../src/import/escape-markdown.ts";
import { importArticles, openSource } from "../../src/import/index.ts";
import type { ReportEntry } from "../../src/import/report.ts";
import { asIsoDateTime } from "../../src/model/ids.ts";
import { silentProgress } from "../../src/model/progress.ts";

/** The expected article, described by line numbers, so that no text of a real page is copied. */
export interface Expectation {
	readonly title: number;
	readonly date: string;
	readonly lead?: number;
	/** The mark of its source at the beginning of the lead. */
	readonly mark?: string;
	/** Paragraphs and captions in order. A caption of two lines has both numbers; a list has those of its stories. */
	readonly body: readonly (
		| {
				readonly p: number;
				readonly without?: number;
				readonly from?: string;
				readonly repaired?: readonly [string, string];
		  }
		| { readonly caption: readonly number[]; readonly until?: string }
		| { readonly list: readonly (readonly number[])[] }
	)[];
	readonly author: number;
	/** The text around the organisation, which separates it from the name. */
	readonly parted?: readonly [string, string];
	readonly keywords?: number;
	readonly views?: number;
	/** Lines of furniture. */
	readonly leftOut: readonly number[];
	readonly province?: string;
}

let directory = "";
beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "import-pages-"));
});
afterAll(() => rm(directory, { recursive: true }));

let runs = 0;

/** Imports a page with these bytes into a new portal. */
export async function importPage(bytes: string | Uint8Array) {
	runs += 1;
	const page = join(directory, `${runs}.txt`);
	const content = join(directory, `${runs}`);
	await writeFile(page, bytes);
	const entries: ReportEntry[] = [];
	await importArticles([await openSource(page, {})], {
		directory: content,
		progress: silentProgress,
		sink: { add: async (entry) => void entries.push(entry) },
	});
	const { portal, problems } = await readPortal({
		directory: content,
		now: asIsoDateTime("2026-11-22T00:00:00+07:00"),
	});
	expect(problems).toEqual([]);
	const [article] = portal?.articles ?? [];
	if (!article) throw new Error("no article");
	const { document } = readDocument(article.file, readFileSync(join(content, article.file)));
	const author = portal?.authors.get(article.author[0] ?? ("" as never));
	const notes = entries.flatMap((entry) => entry.notes);
	return { article, author, body: document?.body.trim() ?? "", notes };
}

/** The lines of a page, trimmed and in NFC, counted from one. */
export function linesOf(text: string): (number: number) => string {
	const lines = text.normalize("NFC").split("\n");
	return (number) => (lines[number - 1] ?? "").replace(/\s+/g, " ").trim();
}

export function expectedBody(
	{ body, lead, mark = "" }: Expectation,
	line: (number: number) => string,
): string {
	return body
		.map((part) => {
			if ("list" in part)
				return part.list
					.map((story) => `- ${story.map(line).map(escapeParagraph).join("\\\n  ")}`)
					.join("\n");
			if ("caption" in part) {
				const text = part.caption.map(line).join(" ");
				return `*${escapeParagraph(part.until === undefined ? text : text.slice(0, text.indexOf(part.until)))}*`;
			}
			const text = part.repaired ? line(part.p).replace(...part.repaired) : line(part.p);
			if (part.from !== undefined) return escapeParagraph(text.slice(text.indexOf(part.from)));
			const cut = part.without === undefined ? 0 : line(lead ?? 0).length - mark.length;
			return escapeParagraph(text.slice(cut).trim());
		})
		.join("\n\n");
}

type Imported = Awaited<ReturnType<typeof importPage>>;

export function expectArticle(
	{ article, author, body, notes }: Imported,
	expected: Expectation,
	line: (number: number) => string,
): void {
	const { parted, mark } = expected;
	const byLine = line(expected.author);
	const [open = "", close = ""] = parted ?? [];
	const at = parted ? byLine.indexOf(open) : byLine.length;
	expect(article.title).toBe(line(expected.title));
	expect(article.date).toBe(expected.date);
	expect(article.summary).toBe(
		expected.lead === undefined ? undefined : line(expected.lead).slice(mark?.length ?? 0),
	);
	expect(article.source?.name).toBe(mark?.replace(/[^\p{L}]/gu, ""));
	expect(author?.name).toBe(byLine.slice(0, at));
	expect(author?.organisation).toBe(
		parted ? byLine.slice(at + open.length, byLine.length - close.length) : undefined,
	);
	const keywords = expected.keywords === undefined ? [] : line(expected.keywords).split(";");
	expect(article.tags).toEqual(keywords.map((keyword) => keyword.trim()));
	expect(article.province).toBe(expected.province);
	expect(body).toBe(expectedBody(expected, line));
	const furniture = notes.find(({ kind }) => kind === "furniture")?.detail.split(" | ") ?? [];
	expect(furniture).toEqual(expected.leftOut.map(line));
	expect(article.views).toBe(expected.views);
}
