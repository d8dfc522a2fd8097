import { describe, expect, test } from "vitest";
import { asArticleId } from "../model/ids.ts";
import { addressOf, jsonLine } from "./json-lines.ts";

const article = {
	id: asArticleId("2026/11/20-mot"),
	fields: {
		title: "Một",
		date: "2026-11-20T08:00:00+07:00",
		tags: ["x"],
		source: { name: "Báo A" },
		extra: "y",
	},
	body: "Lời.\n\nHai.",
	authors: [{ name: "Lan" }, { name: "Huệ", organisation: "Ban Dân vận" }],
	files: [{ reference: "20-mot/a.jpg", path: "articles/2026/11/20-mot/a.jpg", isLead: true }],
	comments: [],
};

describe("jsonLine", () => {
	test("is one line of standard JSON, which the importer reads back", () => {
		const line = jsonLine(article, "https://tin.example");
		expect(line.endsWith("}\n")).toBe(true);
		expect(line.indexOf("\n")).toBe(line.length - 1);
		expect(JSON.parse(line)).toEqual({
			tintinh: 1,
			id: "2026/11/20-mot",
			title: "Một",
			date: "2026-11-20T08:00:00+07:00",
			author: ["Lan", "Huệ"],
			organisation: "Ban Dân vận",
			source: "Báo A",
			tags: ["x"],
			url: "https://tin.example/2026/11/20/mot.html",
			format: "markdown",
			body: article.body,
			fields: article.fields,
			files: [{ reference: "20-mot/a.jpg", path: "articles/2026/11/20-mot/a.jpg" }],
		});
	});

	test("leaves out fields that the article lacks", () => {
		const { title, date } = article.fields;
		const parsed = JSON.parse(jsonLine({ ...article, fields: { title, date }, authors: [] }, ""));
		for (const name of ["summary", "organisation", "source", "tags"]) expect(parsed).not.toHaveProperty(name);
	});
});

test("addressOf turns only the hyphen after the day into a slash", () => {
	expect(addressOf("2026/11/20-hoi-nghi-2026/11/20-x", "")).toBe("/2026/11/20/hoi-nghi-2026/11/20-x.html");
});
