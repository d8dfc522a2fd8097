/** Content that is exported and imported again stays the same. */
import { cpSync, mkdirSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
	readData,
	readDocument,
	renderMarkdown,
	writeComments,
	writeDocument,
} from "../src/content/index.ts";
import { exportArticles, filesFolderOf } from "../src/export/index.ts";
import { escapeMarkdown } from "../src/import/escape-markdown.ts";
import { importArticles, openSource } from "../src/import/index.ts";
import { asIsoDateTime } from "../src/model/ids.ts";
import { silentProgress } from "../src/model/progress.ts";
import { recordNames } from "../src/model/record-names.ts";

let directory = "";
let runs = 0;
beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "export-import-"));
});
afterAll(() => rm(directory, { recursive: true }));

type Form = "jsonl" | "wxr";

/** Exports a content folder and imports the result into a new one with the same committees. */
async function thereAndBack(content: string, form: Form): Promise<string> {
	runs += 1;
	const output = join(directory, `${runs}`, form === "wxr" ? "bai.xml" : "bai.jsonl");
	const back = join(directory, `${runs}`, "content");
	await exportArticles({ directory: content, form, output, progress: silentProgress });
	mkdirSync(back, { recursive: true });
	for (const folder of ["committees", "authors", "tags", "site.yml"]) {
		cpSync(join(content, folder), join(back, folder), { recursive: true, force: true, errorOnExist: false });
	}
	const source = await openSource(output, { media: filesFolderOf(output) });
	await importArticles([source], { directory: back, progress: silentProgress });
	return back;
}

async function articlesOf(
	content: string,
): Promise<Map<string, { fields: unknown; body: string; page: string }>> {
	const names = (await readdir(join(content, "articles"), { recursive: true })).filter((name) =>
		name.endsWith(".md"),
	);
	const entries = names.sort().map(async (name) => {
		const { document } = readDocument(name, await readFile(join(content, "articles", name)));
		const body = document?.body.trim() ?? "";
		return [name, { fields: document?.fields, body, page: renderMarkdown(body) }] as const;
	});
	return new Map(await Promise.all(entries));
}

/** Records as they are typed, and the pictures and files that they name. */
async function recordsOf(content: string): Promise<Map<string, unknown>> {
	const records = new Map<string, unknown>();
	for (const collection of [...recordNames, "media"]) {
		for (const name of (await readdir(join(content, collection)).catch(() => [])).sort()) {
			const bytes = await readFile(join(content, collection, name));
			const file = `${collection}/${name}`;
			records.set(
				file,
				name.endsWith(".yml") ? readData(file, bytes).document?.fields : bytes.toString("base64"),
			);
		}
	}
	return records;
}

async function commentsIn(content: string): Promise<Map<string, string>> {
	const names = await readdir(join(content, "comments"), { recursive: true }).catch(() => []);
	const files = names.filter((name) => name.endsWith(".yml")).sort();
	const entries = files.map(
		async (name) => [name, await readFile(join(content, "comments", name), "utf8")] as const,
	);
	return new Map(await Promise.all(entries));
}

async function filesOf(content: string): Promise<Map<string, string>> {
	const names = await readdir(join(content, "articles"), { recursive: true, withFileTypes: true });
	const files = names.filter((entry) => entry.isFile() && !entry.name.endsWith(".md"));
	const entries = files.map(async ({ parentPath, name }) => {
		const path = join(parentPath, name);
		return [path.slice(content.length), (await readFile(path)).toString("base64")] as const;
	});
	return new Map((await Promise.all(entries)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe.each(["jsonl", "wxr"] as const)("an export as %s", (form) => {
	test("can be imported again without loss: front matter, pages, pictures and attachments of the sample", async () => {
		const back = await thereAndBack("content", form);
		const [before, after] = [await articlesOf("content"), await articlesOf(back)];
		expect([...after.keys()]).toEqual([...before.keys()]);
		for (const [name, { fields, body, page }] of before) {
			expect(after.get(name)?.fields, name).toEqual(fields);
			expect(after.get(name)?.page, name).toBe(page);
			expect(after.get(name)?.body, name).toBe(body);
		}
		expect(await filesOf(back)).toEqual(await filesOf("content"));
	});

	test("has every official document, event, week, unit, person, question and banner, with their files", async () => {
		const back = await thereAndBack("content", form);
		const [before, after] = [await recordsOf("content"), await recordsOf(back)];
		// Pictures of the settings and of authors belong to no article and no record.
		const expected = [...before].filter(([file]) => !file.startsWith("media/") || after.has(file));
		expect(after).toEqual(new Map(expected));
		const named = ["van-ban-12-qd-bbt.pdf", "bieu-ngu-hoi-dap.jpg", "ton-that-quang-nham.jpg"];
		for (const file of named) expect([...after.keys()]).toContain(`media/${file}`);
		expect(
			recordNames.filter((name) => ![...after.keys()].some((file) => file.startsWith(`${name}/`))),
		).toEqual([]);
	});

	const words = fc
		.array(
			fc.constantFrom(
				"dân",
				"vận",
				"Đồi",
				"1.",
				"#",
				"*",
				"]]>",
				"&amp;",
				"<b>",
				"“",
				"ð",
				"_x_",
				"[a](b)",
				"|",
				"https://a.vn",
			),
			{
				minLength: 1,
				maxLength: 12,
			},
		)
		.map((parts) => parts.join(" "));
	const paragraph = words.map((text) => escapeMarkdown(text));
	const block = fc.oneof(
		paragraph,
		words.map((text) => `## ${escapeMarkdown(text)}`),
		fc
			.array(paragraph, { minLength: 1, maxLength: 3 })
			.map((items) => items.map((each) => `- ${each}`).join("\n")),
		paragraph.map((text) => `> ${text}`),
		paragraph.map((text) => `*${text.replaceAll("*", "")}*`),
	);
	const article = fc.record({
		title: words.map((text) => `Tin về ${text}`.slice(0, 200)),
		tags: fc.uniqueArray(fc.constantFrom("Dân vận khéo", "Cơ sở", "Nước sạch"), { maxLength: 3 }),
		summary: fc.option(words, { nil: undefined }),
		draft: fc.boolean(),
		said: fc.array(words, { maxLength: 2 }),
		body: fc.array(block, { minLength: 1, maxLength: 6 }).map((blocks) => blocks.join("\n\n")),
	});

	test("can be imported again without loss, whatever an article contains", async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(article, { minLength: 1, maxLength: 5 }), async (articles) => {
				runs += 1;
				const content = join(directory, `p${runs}`);
				for (const [folder, text] of [
					["site.yml", "name: Tin\ndescription: Tin\nurl: https://tin.example\norganisation: Ban\n"],
					["authors/lan.yml", "name: Lan\n"],
					["committees/x.yml", "name: Ban X\n"],
					["tags/x.yml", "name: X\n"],
				] as const) {
					mkdirSync(dirname(join(content, folder)), { recursive: true });
					await writeFile(join(content, folder), text);
				}
				mkdirSync(join(content, "articles/2024/05"), { recursive: true });
				for (const [index, { body, draft, said, ...fields }] of articles.entries()) {
					const all = {
						...fields,
						date: "2024-05-06T07:08:00+07:00",
						author: "lan",
						...(draft ? { draft } : {}),
					};
					await writeFile(join(content, `articles/2024/05/06-bai-${index}.md`), writeDocument(all, body));
					if (said.length === 0) continue;
					const date = asIsoDateTime("2024-05-07T08:00:00+07:00");
					const comments = said.map((text, at) => ({ id: `${at}`.repeat(12), date, name: "Bưởi", text }));
					mkdirSync(join(content, "comments/2024/05"), { recursive: true });
					await writeFile(join(content, `comments/2024/05/06-bai-${index}.yml`), writeComments(comments));
				}
				const back = await thereAndBack(content, form);
				expect(await articlesOf(back)).toEqual(await articlesOf(content));
				expect(await commentsIn(back)).toEqual(await commentsIn(content));
			}),
			{ numRuns: 25 },
		);
	}, 120_000);
});

test("an import does not undo what was changed in WordPress after the export", async () => {
	const output = join(directory, "changed", "bai.xml");
	const back = join(directory, "changed", "content");
	await exportArticles({ directory: "content", form: "wxr", output, progress: silentProgress });
	const exported = await readFile(output, "utf8");
	const [, paragraph = ""] = /<content:encoded><!\[CDATA\[<p>([^<]+)<\/p>/.exec(exported) ?? [];
	await writeFile(output, exported.replace(paragraph, `${paragraph} Thêm một câu.`));
	const source = await openSource(output, { media: filesFolderOf(output) });
	await importArticles([source], { directory: back, progress: silentProgress });
	const changed = [...(await articlesOf(back)).values()].filter(({ body }) => body.includes("Thêm một câu."));
	expect(changed).toHaveLength(1);
});

test("an imported record never replaces one that editors changed, and must keep the rules", async () => {
	const folder = join(directory, "records");
	const source = join(folder, "muc.jsonl");
	mkdirSync(folder, { recursive: true });
	const line = (id: string, collection: string, fields: object) =>
		JSON.stringify({ tintinh: 1, collection, id, fields, files: [] });
	const lines = [
		line("mua-lu", "events", { name: "Mùa lũ" }),
		line("khong-ten", "events", { summary: "Thiếu tên." }),
		line("../../ngoai", "events", { name: "Ngoài thư mục" }),
		line("la", "constructor", { name: "Không có loại này" }),
	];
	await writeFile(source, lines.join("\n"));
	const content = join(folder, "content");
	const notes: string[] = [];
	const run = async () => {
		notes.length = 0;
		return importArticles([await openSource(source, {})], {
			directory: content,
			progress: silentProgress,
			sink: {
				add: async (entry) => {
					for (const { kind, detail } of entry.notes) notes.push(`${kind} ${entry.label}: ${detail}`);
				},
			},
		});
	};
	const first = await run();
	expect(first.records).toBe(1);
	expect(notes.filter((note) => note.startsWith("refused"))).toHaveLength(3);
	expect(notes.join("\n")).toContain("refused events/khong-ten.yml");
	expect(
		(await readdir(content, { recursive: true })).filter((name) => /ngoai|khong-ten|la\.yml/.test(name)),
	).toEqual([]);
	const file = join(content, "events/mua-lu.yml");
	await writeFile(file, "# Ghi chú\nname: 'Mùa lũ'\n");
	expect((await run()).records).toBe(1);
	expect(await readFile(file, "utf8")).toContain("# Ghi chú");
	await writeFile(file, "name: Mùa nước nổi\n");
	expect((await run()).records).toBe(0);
	expect(notes.join("\n")).toContain("leftAlone events/mua-lu.yml");
	expect(await readFile(file, "utf8")).toBe("name: Mùa nước nổi\n");
});
