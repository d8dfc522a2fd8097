import { describe, expect, test } from "vitest";
import { articleSchema } from "../../model/article.ts";
import { scheduleSchema } from "../../model/schedule.ts";
import { siteSchema } from "../../model/site.ts";
import { problemsOf, toFileValues, toFormValues } from "./values.ts";

const article = { title: "Hội nghị dân vận", date: "2026-11-22T08:30:00+07:00", author: "lan-anh" };

describe("toFormValues", () => {
	test.each([
		["flags become booleans", { draft: "true", featured: "false" }, { draft: true, featured: false }],
		["one author becomes a list", { author: "lan-anh" }, { author: ["lan-anh"] }],
		["an empty list stays one", { tags: "" }, { tags: [] }],
		["digits stay text", { summary: "0987654321" }, { summary: "0987654321" }],
		["an unknown field stays", { old: "x" }, { old: "x" }],
	])("%s", (_, values, expected) => {
		expect(toFormValues(articleSchema, values)).toEqual({ draft: false, featured: false, ...expected });
	});

	test("shows the schema's defaults for flags that the file leaves out, also in groups", () => {
		const others = { share: true, fontSize: true, readingTime: true, calendar: true, offline: true };
		expect(toFormValues(siteSchema, { features: { search: "false" } })).toMatchObject({
			features: { search: false, ...others },
		});
		expect(toFormValues(siteSchema, {})).toMatchObject({ features: { search: true, ...others } });
	});
});

describe("toFileValues", () => {
	test("keeps the schema's order and puts unknown fields last", () => {
		const values = { old: "x", ...article, author: ["lan-anh"], draft: true };
		expect(Object.keys(toFileValues(articleSchema, values))).toEqual([
			"title",
			"date",
			"author",
			"draft",
			"old",
		]);
	});

	test.each([
		["one author is written alone", { author: ["lan-anh"] }, { author: "lan-anh" }],
		["several are a list", { author: ["a", "b"] }, { author: ["a", "b"] }],
		["one tag stays a list", { tags: ["dân vận"] }, { tags: ["dân vận"] }],
		["a text becomes NFC", { title: "Hội nghị".normalize("NFD") }, { title: "Hội nghị".normalize("NFC") }],
		["tags become NFC", { tags: ["dân vận".normalize("NFD"), " "] }, { tags: ["dân vận".normalize("NFC")] }],
		["UTC becomes Vietnam's time", { date: "2026-11-21T23:30:00Z" }, { date: "2026-11-22T06:30:00+07:00" }],
		["so does any offset", { date: "2026-11-21T20:30:00-05:00" }, { date: "2026-11-22T08:30:00+07:00" }],
		["a day stays a day", { date: "2017-07-13" }, { date: "2017-07-13" }],
		["an article has a date unless it says otherwise", { undated: false }, {}],
		["an article without a date says so", { undated: true }, { undated: true }],
		["what is no moment stays", { date: "hôm nay" }, { date: "hôm nay" }],
		["empty texts go", { summary: "", updated: "" }, {}],
		["empty groups go", { image: { src: "", alt: "" }, withdrawn: {} }, {}],
		["a flag that stands as the schema takes it goes", { draft: false, featured: true }, { featured: true }],
		["a group keeps what it has", { image: { alt: "", src: "x/a.jpg" } }, { image: { src: "x/a.jpg" } }],
	])("%s", (_, values, expected) => {
		expect(toFileValues(articleSchema, values)).toEqual(expected);
	});

	test.each([
		["7h30", "07:30"],
		["buổi sáng", "buổi sáng"],
	])("of an hour written as %s holds %s", (from, expected) => {
		const values = { week: "2026-11-23", items: [{ date: "2026-11-23", from, what: "Họp" }] };
		expect(toFileValues(scheduleSchema, values)).toMatchObject({ items: [{ from: expected }] });
	});

	test("restores the file from a form's values", () => {
		const values = { ...article, tags: ["a", "b"], draft: "true", image: { src: "x/a.jpg", alt: "Ảnh" } };
		expect(toFileValues(articleSchema, toFormValues(articleSchema, values))).toEqual({
			...values,
			draft: true,
		});
	});
});

describe("problemsOf", () => {
	test("finds none in a valid article", () => {
		expect(problemsOf(articleSchema, { ...article, draft: false })).toEqual([]);
	});

	test.each([
		["a field is missing", { ...article, author: undefined }, ["Tác giả: thiếu; hãy điền vào"]],
		[
			"a group lacks a part",
			{ ...article, image: { src: "x/a.jpg" } },
			["Ảnh chính › Mô tả ảnh: thiếu; hãy điền vào"],
		],
		["a text is too short", { ...article, title: "Hội" }, ["Tiêu đề: quá ngắn; cần ít nhất 5 ký tự"]],
		[
			"an item of a list is wrong",
			{
				...article,
				attachments: [
					{ file: "x/a.pdf", title: "A" },
					{ file: "../a.pdf", title: "B" },
				],
			},
			["Tệp đính kèm › 2 › Tệp: phải là tên tệp, không có “..”, dấu hai chấm, dấu hỏi hoặc dấu thăng"],
		],
		[
			"a field is unknown",
			{ ...article, titel: "x" },
			["titel: mục này không có trong mẫu; hãy báo bộ phận kỹ thuật xóa khỏi tệp"],
		],
	])("reports when %s", (_, values, expected) => {
		expect(problemsOf(articleSchema, values)).toEqual(expected);
	});
});
