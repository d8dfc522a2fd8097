import { describe, expect, test } from "vitest";
import { plainText, wordCount } from "./plain-text.ts";
import { extractReferences } from "./references.ts";

const body = [
	"## Mở đầu",
	"",
	"Một **hai**",
	"ba [bốn](https://example.vn/nam).",
	"",
	'![Mô tả ảnh](a.jpg "Chú thích | Người chụp")',
	"",
	"- năm",
	"- `sáu`",
	"",
	"| a | b |",
	"|---|---|",
	"| c | d |",
].join("\n");

describe("plainText", () => {
	test("is the text that readers see, with captions separate and without formatting", () => {
		expect(plainText(body)).toEqual({
			text: "Mở đầu\nMột hai ba bốn.\nnăm\nsáu\na\nb\nc\nd",
			captions: ["Chú thích"],
		});
	});

	test("includes footnotes without their numbers", () => {
		expect(plainText("Một[^1] hai\n\n[^1]: Ba").text).toBe("Một hai\nBa");
	});
});

describe("wordCount", () => {
	test.for([
		{ name: "words, not marks", text: "**Một** hai - ba\n\n* * *\n", words: 3 },
		{ name: "the text of a link, not its address", text: "Một [hai ba](/x/y.html) https://a.vn/b", words: 3 },
		{ name: "no pictures", text: '![Ảnh chụp](a.jpg "Chú thích dài") một', words: 1 },
		{ name: "nothing", text: "", words: 0 },
	])("counts $name", ({ text, words }) => {
		expect(wordCount(text)).toBe(words);
	});
});

describe("extractReferences", () => {
	test("finds pictures and links with their lines, also disallowed ones and reference links", () => {
		const text =
			"Một\nhai [a](javascript:x) [b][1]\n\n![c](<d e.jpg>)\n\n[1]: /x.html\n\n`[f](g)` <https://h.vn>";
		expect(extractReferences(text)).toMatchObject({
			pictures: [{ src: "d e.jpg", alt: "c", line: 4 }],
			links: [
				{ href: "javascript:x", line: 2 },
				{ href: "/x.html", line: 2 },
				{ href: "https://h.vn", line: 8 },
			],
			html: [],
		});
	});

	test("finds references in footnotes", () => {
		expect(extractReferences("Một[^1]\n\n[^1]: Xem [a](/x.html)").links).toEqual([
			{ href: "/x.html", line: 3 },
		]);
	});

	test("finds HTML outside code", () => {
		const text = "a < b, c > d\n\n```\n<b>\n```\n\n\\<i> &lt;u>\n<br/> <p class='x'>";
		expect(extractReferences(text).html).toEqual([{ text: "<br/>", line: 8 }]);
	});
});
