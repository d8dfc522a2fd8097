import { describe, expect, test } from "vitest";
import { collections } from "../src/editor/forms/index.ts";
import { documentFormat } from "./document-format.ts";

const articles = documentFormat(collections.articles);
const settings = documentFormat(collections.settings);

const article = `---
title: Hội nghị dân vận
date: '2026-11-22T08:30:00+07:00'
author: lan-anh
draft: true
---

Sáng nay, bà con gặp nhau.

---

Một dòng kẻ ở trên.
`;

describe("documentFormat", () => {
	test("writes the same article that it read", () => {
		const values = articles.fromFile(article) as Record<string, unknown>;
		expect(values).toMatchObject({ author: ["lan-anh"], draft: true });
		expect(values.body).toMatch(/^Sáng nay[\s\S]*ở trên\.$/);
		expect(articles.toFile(values)).toBe(article);
	});

	test.each([
		["other blank lines", "\n\n\nMột\n\n\nHai   \n\n\n"],
		["no line feed at the end", "\nMột"],
		["line ends of Windows", "\r\nMột\r\nHai\r\n"],
		["decomposed letters", "\nMột\n".normalize("NFD")],
	])("writes an unchanged body byte for byte: %s", (_, body) => {
		const values = articles.fromFile(`---\ntitle: Hội nghị\n---\n${body}`);
		expect(articles.toFile(values as object)).toBe(`---\ntitle: Hội nghị\n---\n${body}`);
	});

	test("writes a changed body in NFC with a line feed at its end", () => {
		const body = " Bà con ".normalize("NFD");
		expect(articles.toFile({ title: "Hội nghị", body })).toBe("---\ntitle: Hội nghị\n---\n\nBà con\n");
	});

	test("reads Windows line ends and a byte order mark", () => {
		const values = articles.fromFile(`\uFEFF${article.replaceAll("\n", "\r\n")}`);
		expect(values).toMatchObject({ title: "Hội nghị dân vận", author: ["lan-anh"] });
	});

	test.each(["0987654321", "2026-11-22", "1_000", "0x1F", "yes", "null", "~", "1e3", "12:30"])(
		"changes nothing of %s",
		(text) => {
			const values = settings.fromFile(`name: ${text}\ncontact:\n  phone: ${text}\n`);
			expect(values).toMatchObject({ name: text, contact: { phone: text } });
			expect(settings.fromFile(settings.toFile(values as object))).toEqual(values);
		},
	);

	test("does not write the document's path into the file", () => {
		const written = articles.toFile({ title: "Hội nghị", filing: { slug: "hoi-nghi" }, body: "" });
		expect(written).toBe("---\ntitle: Hội nghị\n---\n\n\n");
	});

	test("reads a body without front matter, and front matter without a body", () => {
		expect(articles.fromFile("Chỉ có bài.\n")).toMatchObject({ body: "Chỉ có bài." });
		expect(articles.fromFile("---\ntitle: Hội nghị\n---\n")).not.toHaveProperty("body");
		expect(articles.fromFile("---\n---\n\nBài.\n")).toMatchObject({ body: "Bài." });
	});
});
