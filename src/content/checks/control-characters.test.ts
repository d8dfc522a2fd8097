import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDocument } from "../read-document.ts";
import { checkControlCharacters } from "./control-characters.ts";

function problemsOf(frontMatter: string, body = "A") {
	const { document } = readDocument("a.md", Buffer.from(`---\n${frontMatter}\n---\n${body}\n`));
	if (!document) throw new Error("it is a document");
	return checkControlCharacters(document);
}

const invisible = [
	..."\0\x01\x08\x0b\x1b\x7f\x80\x9f",
	..."\u00ad\u061c\u200b\u200e\u200f\u2028\u202a\u202e\u2060\u2066\u2069\ufeff\ufffe",
];

describe("checkControlCharacters", () => {
	test("finds each control character in any field, with its line", () => {
		const place = fc.constantFrom<readonly [string, string, number]>(
			["title", "title: X", 2],
			["image.alt", "title: A\nimage:\n  alt: X", 4],
			["tags[1]", "title: A\ntags:\n  - a\n  - X", 5],
		);
		fc.assert(
			fc.property(place, fc.constantFrom(...invisible), fc.nat(3), ([field, text, line], character, at) => {
				const code = character.charCodeAt(0).toString(16).padStart(4, "0");
				const value = `"${"Hội".slice(0, at)}\\u${code}${"Hội".slice(at)}"`;
				expect(problemsOf(text.replace("X", value))).toEqual([
					expect.objectContaining({ field, line, message: expect.stringContaining(code.toUpperCase()) }),
				]);
			}),
		);
	});

	test("finds half of a surrogate pair", () => {
		expect(problemsOf('title: "a\\ud800b"')).toHaveLength(1);
	});

	test("finds characters that reverse the direction of a body's text", () => {
		expect(problemsOf("title: A", "một\nhai \u202eba")).toEqual([
			expect.objectContaining({ field: "body", line: 5 }),
		]);
	});

	test.each(["&#x202e;", "&#8238;", "&RLM;", "&#X7;"])(
		"finds the character that %s stands for",
		(written) => {
			expect(problemsOf("title: A", `một &amp; &#x10ffff0;\nhai ${written}ba`)).toMatchObject([
				{ field: "body", line: 5 },
			]);
		},
	);

	test.each(["Gia đình 👨‍👩‍👧", "Lá cờ 🏳️‍🌈 bay", "a\tb", "&nbsp;&#7879; &shy;", "“Hội nghị” – kết thúc…"])(
		"accepts %s",
		(text) => {
			expect(problemsOf(`title: ${JSON.stringify(text)}`, text)).toEqual([]);
		},
	);
});
