import { describe, expect, test } from "vitest";
import { NotSavedError, prepareForSaving } from "./pre-save.ts";

const article = {
	title: "Đồng chí Ế gặp gỡ bà con",
	date: "2026-11-21T20:30:00-05:00",
	author: ["lan-anh"],
	body: "Bà con.",
};

describe("prepareForSaving", () => {
	test("files a new article under its day in Vietnam and its slug, whatever the form of Unicode", () => {
		const form = { ...article, title: article.title.normalize("NFD") };
		expect(prepareForSaving("articles", form, true)).toMatchObject({
			title: article.title.normalize("NFC"),
			date: "2026-11-22T08:30:00+07:00",
			filing: { slug: "dong-chi-e-gap-go-ba-con", year: "2026", month: "11", day: "22" },
		});
	});

	test("does not move an article that exists", () => {
		expect(prepareForSaving("articles", article, false)).not.toHaveProperty("filing");
	});

	test("leaves the body to the format of the file", () => {
		const body = "  Bà con.\n\n".normalize("NFD");
		expect(prepareForSaving("articles", { ...article, body }, true).body).toBe(body);
	});

	test.each([
		["the schema", "articles", { ...article, image: { src: "x/a.jpg" } }, /Ảnh chính › Mô tả ảnh: thiếu/],
		["a title without words", "articles", { ...article, title: "… !!! …" }, /cần có chữ cái/],
		["an address of the site", "pages", { title: "Tìm kiếm", body: "x" }, /“tim-kiem”/],
	] as const)("refuses what offends %s", (_, name, form, message) => {
		expect(() => prepareForSaving(name, form, true)).toThrow(NotSavedError);
		expect(() => prepareForSaving(name, form, true)).toThrow(message);
	});

	test("tells of all problems at once, without the name of an error", () => {
		expect.assertions(1);
		try {
			prepareForSaving("articles", { title: "Bà", body: "" }, true);
		} catch (error) {
			expect(String(error)).toMatch(/^chưa lưu được vì: Tiêu đề: .+; Ngày giờ đăng: .+; Tác giả: /);
		}
	});
});
