import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markdownOfHtml } from "../../markdown-of-html.ts";
import { type PageArticle, readPage } from "./read-page.ts";

const word = fc.constantFrom(
	..."làng suối rẫy ngô hội nghị dân vận khéo đường xã thôn bản giếng chợ phiên măng ong vải họp bàn góp ý".split(
		" ",
	),
);
const text = fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => words.join(" "));

/** The ways in which editors and their tools mark up a paragraph. */
const forms: readonly ((text: string) => string)[] = [
	(t) => `<p>${t}.</p>`,
	(t) => `<div>${t}.</div>`,
	(t) => `${t}.<br><br>`,
	(t) => `<p><b>${t}</b></p>`,
	(t) => `<p align="center"><img src="/a.jpg"></p><p align="center"><i>${t}</i></p>`,
	(t) => `<table><tr><td><img src="/b.jpg"></td></tr><tr><td>${t}</td></tr></table>`,
	(t) => `<table><tr><td>${t}</td><td>${t}</td></tr></table>`,
	(t) => `<table><tr><td><img src="/e.jpg"></td><td>${t}</td></tr></table>`,
	(t) => `<table><tr><td>${t}</td></tr><tr><td><img src="/f.jpg"></td></tr></table>`,
	(t) => `<div class="image"><img src="/c.jpg">${t}</div>`,
	(t) => `<p style="text-align:center"><img src="/d.jpg"><br>${t}</p>`,
	(t) => `<ul><li>${t}</li><li><p>${t}.</p></li></ul>`,
	(t) => `<blockquote>${t}</blockquote>`,
	(t) => `<font face="Arial"><p>${t}</p>${t}</font>`,
	(t) => `<h3>${t}</h3>`,
	(t) => `<p>${t} <a href="/x.html">${t}</a></p>`,
	(t) => `<p align="right"><b>${t}</b></p>`,
	(t) => `<span><div><span>${t}</span> ${t}</div></span>`,
	(t) => `<p>${t}<p>${t}`,
];
const block = fc.tuple(fc.constantFrom(...forms), text).map(([form, content]) => form(content));

function wordsOf(article: PageArticle): string[] {
	const {
		title,
		lead,
		body,
		authors = [],
		organisation,
		source,
		tags = [],
		leftOut = [],
		files = [],
	} = article;
	const html = "html" in body ? body.html : "";
	const captions = files.flatMap(({ caption }) => caption ?? []);
	const whole = [
		title,
		lead,
		markdownOfHtml(html),
		...authors,
		organisation,
		source,
		...tags,
		...leftOut,
		...captions,
	];
	return (
		whole
			.filter((each) => each !== undefined)
			.join(" ")
			.match(/\p{L}+/gu) ?? []
	).map((each) => each.toLowerCase());
}

describe("readPage", () => {
	test("loses no word of the main text, however it is laid out", () => {
		fc.assert(
			fc.property(fc.array(block, { minLength: 1, maxLength: 12 }), (blocks) => {
				const main = `<p>Mở đầu của bài này đủ dài để là một đoạn văn thật, không phải một lời báo ngắn.</p>${blocks.join("\n")}<p>Kết thúc của bài.</p>`;
				const reading = readPage(
					`<html><body><h1>Tiêu đề của bài viết</h1><div class="entry-content">${main}</div></body></html>`,
				);
				if ("unreadable" in reading) throw new Error(reading.unreadable);
				const counts = new Map<string, number>();
				for (const each of wordsOf(reading.article)) counts.set(each, (counts.get(each) ?? 0) + 1);
				const written = main.replace(/<[^>]*>/g, " ").match(/\p{L}+/gu) ?? [];
				const needed = new Map<string, number>();
				for (const each of written.map((one) => one.toLowerCase()))
					needed.set(each, (needed.get(each) ?? 0) + 1);
				expect([...needed].filter(([each, count]) => (counts.get(each) ?? 0) < count)).toEqual([]);
			}),
			{ numRuns: 150 },
		);
	});

	test("never fails on any input", () => {
		const piece = fc.oneof(
			fc.string(),
			fc.constantFrom(
				"<p",
				"<div>",
				"</div>",
				"<table><td>",
				"</table>",
				"<!--",
				"-->",
				"<script>",
				"</html>",
				"<body>",
				"<a href=",
				"&#0;",
				"&#x110000;",
				"<svg><p>",
				"<![CDATA[",
				"<br>",
				"<img>",
				"<figure>",
				"<template>",
				"<meta charset=x>",
			),
			block,
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
				expect(readPage(pieces.join(""))).toBeDefined();
			}),
			{ numRuns: 300 },
		);
	});
});
