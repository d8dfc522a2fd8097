import { describe, expect, test } from "vitest";
import { NotSavedError, prepareForSaving } from "./pre-save.ts";

const article = {
	title: "Đồng chí Ế gặp gỡ bà con",
	date: "2026-11-21T20:30:00-05:00",
	author: ["lan-anh"],
	body: "Bà con.",
};

describe("prepareForSaving", () => {
	test("files a new article under its day in Vietnam and its slug, whatever its Unicode form", () => {
		const form = { ...article, title: article.title.normalize("NFD") };
		expect(prepareForSaving("articles", form, true)).toMatchObject({
			title: article.title.normalize("NFC"),
			date: "2026-11-22T08:30:00+07:00",
			filing: { slug: "dong-chi-e-gap-go-ba-con", year: "2026", month: "11", day: "22" },
		});
	});

	test("does not move an existing article", () => {
		expect(prepareForSaving("articles", article, false)).not.toHaveProperty("filing");
	});

	test("leaves the body to the document format", () => {
		const body = "  Bà con.\n\n".normalize("NFD");
		expect(prepareForSaving("articles", { ...article, body }, true).body).toBe(body);
	});

	test.each([
		["the schema", "articles", { ...article, image: { src: "x/a.jpg" } }, /Ảnh chính › Mô tả ảnh: thiếu/],
		["a title without words", "articles", { ...article, title: "… !!! …" }, /cần có chữ cái/],
		["an address of the site", "pages", { title: "Tìm kiếm", body: "x" }, /“tim-kiem”/],
	] as const)("rejects a document that breaks the rule %s", (_, name, form, message) => {
		expect(() => prepareForSaving(name, form, true)).toThrow(NotSavedError);
		expect(() => prepareForSaving(name, form, true)).toThrow(message);
	});

	test("reports all problems at once, without an error's name", () => {
		expect.assertions(1);
		try {
			prepareForSaving("articles", { title: "Bà", body: "" }, true);
		} catch (error) {
			expect(String(error)).toMatch(/^chưa lưu được vì: Tiêu đề: .+; Ngày giờ đăng: .+; Tác giả: /);
		}
	});
});
