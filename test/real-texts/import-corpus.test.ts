import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readDocument, readPortal, renderMarkdown } from "../../src/content/index.ts";
import { repairText } from "../../src/import/encodings/index.ts";
import { type ImportedArticle, openSource } from "../../src/import/index.ts";
import { asIsoDateTime } from "../../src/model/ids.ts";
import { cleanText, formatNumber } from "../../src/text/index.ts";
import { realText, sampled } from "../support/real-texts.ts";

const lines = sampled(
	gunzipSync(readFileSync(realText("corpus/articles.jsonl.gz")))
		.toString()
		.split("\n")
		.filter((line) => line !== ""),
	12,
);
const articleCount = formatNumber(lines.length);
/** Every how many articles one is compared word by word. */
const everyNth = Math.max(1, Math.floor(lines.length / 500));
/** The limit of V8's heap. The corpus is more than three times as large. */
const heapMegabytes = 160;

describe("importing real articles", () => {
	let directory = "";
	let content = "";
	let corpus = "";

	beforeAll(async () => {
		directory = await mkdtemp(join(tmpdir(), "import-corpus-"));
		content = join(directory, "content");
		corpus = join(directory, "articles.jsonl.gz");
		await writeFile(corpus, gzipSync(lines.join("\n")));
	});
	afterAll(() => rm(directory, { recursive: true }));

	/** Runs `npm run import` with little memory. Returns the last line of its output. */
	function runImport(): Promise<string> {
		const command = [
			"scripts/tintinh.js",
			"import",
			corpus,
			"--content",
			content,
			"--report",
			join(directory, "report.html"),
		];
		const heap = `--max-old-space-size=${heapMegabytes}`;
		const child = spawn(process.execPath, [heap, ...command], {
			stdio: ["ignore", "pipe", "ignore"],
		});
		let out = "";
		child.stdout.on("data", (text) => {
			out += text;
		});
		return new Promise((done) => {
			child.on("close", (code) => done(`${code} ${out.trim().split("\n").at(-1)}`));
		});
	}

	test("loses none of them, and memory stays flat", async () => {
		expect(await runImport()).toContain(
			`0 Đọc ${articleCount} bài: nhận ${articleCount} (mới ${articleCount}, `,
		);
	}, 300_000);

	test("leaves no problem", async () => {
		const { portal, problems } = await readPortal({
			directory: content,
			now: asIsoDateTime("2026-11-22T00:00:00+07:00"),
		});
		expect(problems).toEqual([]);
		expect(portal?.articles).toHaveLength(lines.length);
	}, 120_000);

	test("changes nothing when it runs again", async () => {
		expect(await runImport()).toContain(
			`0 Đọc ${articleCount} bài: nhận ${articleCount} (mới 0, nguồn đã đổi 0, có sẵn ${articleCount}), thêm 0 tác giả`,
		);
	}, 300_000);

	test("shows every word of 500 bodies, in order", async () => {
		const files = await filesById();
		let compared = 0;
		for await (const item of (await openSource(corpus, {})).articles()) {
			if ("unreadable" in item || "record" in item || item.position % everyNth !== 0) continue;
			const file = files.get(item.id ?? "") ?? "";
			const { document } = readDocument(file, await readFile(join(content, file)));
			const shown = letters(
				`${document?.fields.summary ?? ""} ${textOf(renderMarkdown(document?.body ?? ""))}`,
			);
			// A lead that the body repeats is kept once; captions and by-lines come at the end. Messages name only the place,
			// not the text.
			expect(shown.includes(letters(bodyOf(item))), `line ${item.position}`).toBe(true);
			compared += 1;
		}
		expect(compared).toBeGreaterThanOrEqual(500);
	}, 120_000);

	/** The file of each item, according to the journal. */
	async function filesById(): Promise<Map<string, string>> {
		const journal = await readFile(join(content, ".import/journal.jsonl"), "utf8");
		const entries = journal
			.trim()
			.split("\n")
			.map((line) => JSON.parse(line) as [string, string]);
		return new Map(entries.map(([key, file]) => [key.split("\t")[1] ?? "", file]));
	}
});

const entities: Readonly<Record<string, string>> = {
	"&lt;": "<",
	"&gt;": ">",
	"&quot;": '"',
	"&amp;": "&",
};

function bodyOf({ body }: ImportedArticle): string {
	return "text" in body ? repairText(body.text).text : "";
}

function textOf(html: string): string {
	return html
		.replace(/<[^>]*>/g, " ")
		.replace(/&(?:lt|gt|quot|amp);/g, (entity) => entities[entity] ?? entity);
}

/** The text without spaces, because the importer adds missing ones. */
function letters(text: string): string {
	return cleanText(text).replace(/\s+/g, "");
}
