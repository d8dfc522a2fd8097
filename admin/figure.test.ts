import { describe, expect, test } from "vitest";
import { figureComponent } from "./figure.ts";

const { pattern, fromBlock, toBlock } = figureComponent;

function read(markdown: string): unknown {
	const match = pattern.exec(markdown);
	return match && fromBlock(match);
}

describe("figureComponent", () => {
	test.each([
		{ image: "22-x/a.jpg", alt: "", caption: "", credit: "", markdown: "![](22-x/a.jpg)" },
		{ image: "22-x/a.jpg", alt: "Bà con", caption: "", credit: "", markdown: "![Bà con](22-x/a.jpg)" },
		{
			image: "22-x/a.jpg",
			alt: "Bà con",
			caption: "Buổi gặp",
			credit: "Lan Anh",
			markdown: '![Bà con](22-x/a.jpg "Buổi gặp | Lan Anh")',
		},
		{
			image: "a.jpg",
			alt: "Biển [A]",
			caption: 'Tấm biển "A" | \\',
			credit: "B",
			markdown: '![Biển \\[A\\]](a.jpg "Tấm biển \\"A\\" | \\\\ | B")',
		},
		{ image: "a.jpg", alt: "", caption: "", credit: "Lan Anh", markdown: '![](a.jpg "| Lan Anh")' },
	])("$markdown is read as it was written", ({ markdown, ...figure }) => {
		expect(toBlock(figure)).toBe(markdown);
		expect(read(markdown)).toEqual(figure);
	});

	test.each(["![a](b.jpg) và chữ", "chữ ![a](b.jpg)", "[a](b.jpg)"])("leaves %s to Markdown", (markdown) => {
		expect(read(markdown)).toBeNull();
	});

	test("puts a caption of several lines on one", () => {
		expect(toBlock({ image: "a.jpg", alt: "a\nb", caption: "c\n\nd" })).toBe('![a b](a.jpg "c d")');
	});
});
