/** The documentation is easy to read, and everything that it names exists. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";

const mostWords = 30;

const atTheTop = readdirSync(".").filter((name) => name.endsWith(".md"));
const pages = [...atTheTop, ...readdirSync("docs").map((name) => `docs/${name}`)].filter((path) =>
	path.endsWith(".md"),
);

/**
 * Only English pages are checked, as words are syllables in Vietnamese. Vietnamese pages are recognised by their
 * letters.
 */
function isEnglish(page: string): boolean {
	const text = readFileSync(page, "utf8");
	const letters = text.match(/[ăâđêôơư\u1ea0-\u1ef9]/giu)?.length ?? 0;
	return letters / text.length < 0.02;
}

function withoutBlocks(markdown: string): string {
	return markdown.replace(/^```.*?^ *```$/gms, "");
}

/** The sentences of a page's paragraphs, list items and table cells. */
function sentencesOf(markdown: string): string[] {
	return withoutBlocks(markdown)
		.replace(/`[^`\n]*`/g, "`code`")
		.split(/\n\s*\n|\n(?=\s*(?:[-*+]|\d+\.)\s)|\n(?=[#|])/)
		.flatMap((block) => (block.trim().startsWith("|") ? block.split("|") : [block]))
		.map((block) => block.replace(/\s+/g, " ").trim())
		.flatMap((block) => block.split(/(?<=[.!?]["”)*]*)\s+(?=[\p{Lu}\d`*“"([])/u))
		.filter((sentence) => sentence !== "");
}

function countWords(sentence: string): number {
	return sentence
		.replace(/\]\([^)]*\)/g, "]")
		.split(/\s+/)
		.filter((word) => /[\p{L}\d]/u.test(word)).length;
}

/** The fragments of a page's headings. */
function anchorsOf(page: string): string[] {
	const headings = withoutBlocks(readFileSync(page, "utf8")).match(/^#+ .*$/gm) ?? [];
	return headings.map((heading) =>
		heading
			.replace(/^#+ /, "")
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\s-]/gu, "")
			.replace(/\s/g, "-"),
	);
}

test("the words of a sentence are counted as people read them", () => {
	const text =
		"One two. Three `a b. C` four?\n\n- Five [six](http://x.y/z).\n\n```\nseven\n```\n| a. B | c |";
	expect(sentencesOf(text)).toEqual([
		"One two.",
		"Three `code` four?",
		"- Five [six](http://x.y/z).",
		"a.",
		"B",
		"c",
	]);
	expect(countWords("- Five [six](http://x.y/z) `code` – end.")).toBe(4);
});

describe.each(pages)("%s", (page) => {
	const text = readFileSync(page, "utf8");

	test("contains only links that lead somewhere", () => {
		const links = [...withoutBlocks(text).matchAll(/\]\(([^)\s]+)\)|\ssrc="([^"]+)"/g)].map(
			(match) => match[1] ?? match[2] ?? "",
		);
		const dead = links.filter((link) => {
			if (/^[a-z]+:/.test(link)) return false;
			const [path = "", anchor] = link.split("#");
			const target = path === "" ? page : join(dirname(page), path);
			if (!existsSync(target)) return true;
			return anchor !== undefined && !anchorsOf(target).includes(decodeURIComponent(anchor));
		});
		expect(dead).toEqual([]);
	});

	test("names only files that exist", () => {
		const names = [...text.matchAll(/`((?:src|admin|scripts|test|docs|\.github)\/[\w./-]*)`/g)];
		const missing = names
			.map((match) => match[1] ?? "")
			.filter((name) => !/[<>*…]/.test(name) && !existsSync(name));
		expect(missing).toEqual([]);
	});
});

test.each(pages.filter(isEnglish))("%s has no sentence of more than thirty words", (page) => {
	const sentences = sentencesOf(readFileSync(page, "utf8"));
	expect(sentences.filter((sentence) => countWords(sentence) > mostWords)).toEqual([]);
});

test.each([
	["README.md", 120],
	["README.vi.md", 120],
	["docs/architecture.md", 250],
])("%s is shorter than %i lines", (page, lines) => {
	expect(readFileSync(page, "utf8").trimEnd().split("\n").length).toBeLessThan(lines);
});
