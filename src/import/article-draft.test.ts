import { describe, expect, test } from "vitest";
import { draftArticle, draftHead } from "./article-draft.ts";
import { noCategories } from "./category-table.ts";
import type { ImportedArticle } from "./source.ts";

const plain: ImportedArticle = {
	position: 3,
	title: "Hội nghị sơ kết ở xã Tân Lập",
	body: { text: "Đoạn một.\n\nĐoạn hai." },
	date: "2021-05-06T07:08:00+07:00",
	authors: ["Lê Thị Hạnh"],
};

function take(article: ImportedArticle) {
	const head = draftHead(article);
	if ("refused" in head) return head;
	const files = (article.files ?? []).map((file) => ({ file, reason: "không có" }));
	const result = draftArticle(article, head, { placed: [], missing: files }, noCategories, (href) => href);
	if ("refused" in result) return result;
	const { fields, authors, body, notes } = result;
	return {
		title: head.title,
		moment: head.moment,
		undated: fields.undated,
		updated: fields.updated,
		slug: head.slug,
		summary: fields.summary,
		source: fields.source,
		tags: (fields.tags ?? []) as string[],
		authors,
		body,
		notes: [...head.notes, ...notes],
	};
}

function draft(changes: Partial<ImportedArticle>) {
	const result = take({ ...plain, ...changes });
	if ("refused" in result) throw new Error(result.refused);
	return result;
}

const kinds = ({ notes }: ReturnType<typeof draft>) => notes.map(({ kind }) => kind);

describe("draftArticle", () => {
	test("takes a web address in the author field as the source, not as an author", () => {
		const address = "https://bao.example.vn/duong-4.htm";
		expect(draft({ authors: [address] })).toMatchObject({
			authors: ["Không ghi tác giả"],
			source: { name: "bao.example.vn", link: address },
		});
		expect(draft({ authors: [address], source: "Báo Bản" })).toMatchObject({
			authors: ["Báo Bản"],
			source: { name: "Báo Bản" },
			notes: [{ kind: "fieldLeftOut", detail: expect.stringContaining(address) }],
		});
		expect(draft({ authors: [], source: "www.bao.example.vn" })).toMatchObject({
			authors: ["Không ghi tác giả"],
		});
		expect(draft({ authors: ["N.Anh"] }).authors).toEqual(["N.Anh"]);
	});

	test("treats a placeholder date as no date", () => {
		expect(draft({ date: "0001-01-01T00:00:00", updated: "1970-01-01T00:00:00Z" })).toMatchObject({
			undated: true,
			notes: [{ kind: "undated" }],
		});
	});

	test.each([
		["15/05/2021", "2021-05-15"],
		["15/05/2021 10:00", "2021-05-15T10:00:00+07:00"],
		["06/05/2021", undefined],
	])("adds no time to the day of an update: %s", (updated, expected) => {
		expect(draft({ updated }).updated).toBe(expected);
	});

	test("keeps a faultless article unchanged", () => {
		expect(draft({})).toEqual({
			title: "Hội nghị sơ kết ở xã Tân Lập",
			moment: "2021-05-06T07:08:00+07:00",
			slug: "hoi-nghi-so-ket-o-xa-tan-lap",
			authors: ["Lê Thị Hạnh"],
			tags: [],
			body: "Đoạn một.\n\nĐoạn hai.",
			notes: [],
		});
	});

	test.each([
		{ name: "no title", changes: { title: "" }, reason: "tiêu đề" },
		{
			name: "a title that is too short once repaired",
			changes: { title: "\u200BTin \u00A0" },
			reason: "tiêu đề",
		},
		{ name: "neither body nor lead", changes: { body: { text: " \n\n\u00A0" } }, reason: "nội dung" },
	])("rejects $name", ({ changes, reason }) => {
		expect(take({ ...plain, ...changes })).toEqual({ refused: expect.stringContaining(reason) });
	});

	test("repairs Unicode form, invisible characters and eth, and reports it", () => {
		const repaired = draft({
			title: "Ðại hội\u00A0xã".normalize("NFD"),
			body: { text: "mô\u0323t\u200B ngày" },
		});
		expect(repaired).toMatchObject({ title: "Đại hội xã", body: "một ngày" });
		expect(repaired.notes).toEqual([
			{ kind: "repaired", detail: expect.stringContaining("Unicode dựng sẵn; sửa 1 chữ ð") },
			{ kind: "repaired", detail: expect.stringContaining("bỏ 1 ký tự ẩn") },
		]);
	});

	test("decodes entities and reports them", () => {
		expect(draft({ body: { text: "D&ugrave; được &XH;" } })).toMatchObject({
			body: "Dù được &XH;".replace("&XH", "\\&XH"),
			notes: [{ kind: "entities", detail: "&ugrave;" }],
		});
	});

	test("truncates a long title at a word and keeps the whole title in the body", () => {
		const title = `Tin dài ${"chữ nghĩa ".repeat(30)}hết`;
		const { title: cut, body, notes } = draft({ title });
		expect(cut.length).toBeLessThanOrEqual(200);
		expect(cut).toMatch(/ (chữ|nghĩa)…$/);
		expect(body.startsWith(`${title}\n\nĐoạn một.`)).toBe(true);
		expect(notes.map(({ kind }) => kind)).toEqual(["longTitle"]);
	});

	test("moves a long lead to the beginning of the body", () => {
		const summary = "Một câu dài. ".repeat(60).trim();
		const result = draft({ lead: summary });
		expect(result.summary).toBeUndefined();
		expect(result.body).toBe(`${summary}\n\nĐoạn một.\n\nĐoạn hai.`);
		expect(kinds(result)).toEqual(["longSummary"]);
	});

	test("uses the lead as the body if there is no other text", () => {
		const result = draft({ lead: "Chỉ có sapo.", body: { text: "" } });
		expect(result).toMatchObject({ body: "Chỉ có sapo." });
		expect(result.summary).toBeUndefined();
		expect(kinds(result)).toEqual(["summaryAsBody"]);
	});

	test("keeps captions as lines in italics and lists pictures", () => {
		const result = draft({
			captions: ["Ảnh *một*", " "],
			files: [{ reference: "https://example.vn/a.jpg" }],
		});
		expect(result.body.endsWith("Đoạn hai.\n\n*Ảnh \\*một\\**")).toBe(true);
		expect(result.notes).toEqual([
			{ kind: "captions", detail: "Ảnh *một*" },
			{ kind: "pictures", detail: "https://example.vn/a.jpg (không có)" },
		]);
	});

	test.each([
		{ name: "the source", changes: { source: "Báo Tân Lập" }, author: "Báo Tân Lập" },
		{ name: "the address's host", changes: { link: "https://www.bao.example/1.htm" }, author: "bao.example" },
		{ name: "nobody", changes: {}, author: "Không ghi tác giả" },
	])("uses $name as the author if there is none", ({ changes, author }) => {
		expect(draft({ authors: [" ,"], ...changes }).authors).toEqual([author]);
	});

	test("reads by-lines without the commas around them, each once", () => {
		expect(draft({ authors: ["Mai Lan,", " Mai Lan", "Hồ Bắc"] })).toMatchObject({
			authors: ["Mai Lan", "Hồ Bắc"],
			notes: [],
		});
	});

	test("uses a by-line's source if the article has none", () => {
		const byLine = ["Hồ Bắc (Theo Reuters) - Ảnh: Mai Lan"];
		const free = draft({ authors: byLine });
		expect(free).toMatchObject({ authors: ["Hồ Bắc"], source: { name: "Reuters" } });
		expect(free.body.endsWith("\n\nẢnh: Mai Lan")).toBe(true);
		const linked = draft({ authors: byLine, link: "https://www.bao.example/1.htm" });
		expect(linked.source).toEqual({ name: "bao.example", link: "https://www.bao.example/1.htm" });
		expect(linked.body.endsWith("\n\nẢnh: Mai Lan\n\nTheo Reuters")).toBe(true);
		expect(kinds(free)).toEqual(["byLine"]);
	});

	test("keeps a long by-line at the end of the body", () => {
		const long = "Nhóm phóng viên ".repeat(10).trim();
		const result = draft({ authors: [long], source: "Báo Tân Lập" });
		expect(result.authors).toEqual(["Báo Tân Lập"]);
		expect(result.body.endsWith(`\n\n${long}`)).toBe(true);
		expect(kinds(result)).toEqual(["longByLine"]);
	});

	test("makes the category the first tag and merges spellings", () => {
		expect(draft({ categories: ["Dân vận khéo"], tags: ["dân vận khéo", "Nông thôn mới"] }).tags).toEqual([
			"Dân vận khéo",
			"Nông thôn mới",
		]);
	});

	test("leaves out and reports invalid tags", () => {
		const result = draft({ categories: ["首页"], tags: ["x".repeat(81), "được"] });
		expect(result.tags).toEqual(["được"]);
		expect(kinds(result)).toEqual(["tagLeftOut", "tagLeftOut"]);
	});

	test("names the source by its host if it has no name", () => {
		expect(draft({ link: "http://www.bao.example/tin/1.htm" }).source).toEqual({
			name: "bao.example",
			link: "http://www.bao.example/tin/1.htm",
		});
	});

	test("reports an invalid address", () => {
		const result = draft({ source: "Báo A", link: "javascript:alert(1)" });
		expect(result.source).toEqual({ name: "Báo A" });
		expect(kinds(result)).toEqual(["linkLeftOut"]);
	});

	test("dates an undated article by its place, and reports it", () => {
		const { date: _, ...undated } = plain;
		expect(take(undated)).toMatchObject({
			moment: "2008-01-01",
			undated: true,
			notes: [{ kind: "undated", detail: "2008-01-01" }],
		});
		expect(kinds(draft({ date: "hôm qua" }))).toEqual(["unreadableDate"]);
	});
});
