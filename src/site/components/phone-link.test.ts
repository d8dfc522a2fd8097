import { describe, expect, test } from "vitest";
import { phoneLink } from "./phone-link.ts";

describe("phoneLink", () => {
	test.each([
		{ name: "keeps the zero in front", text: "0213 387 6543", expected: "tel:02133876543" },
		{ name: "reads a code in brackets", text: "(0213) 387 6543", expected: "tel:02133876543" },
		{ name: "drops signs between digits", text: "+84 213.387.6543", expected: "tel:+842133876543" },
		{ name: "reads a short number", text: "115", expected: "tel:115" },
		{ name: "leaves two numbers alone", text: "0213 387 6543 hoặc 0912 345 678", expected: undefined },
		{ name: "leaves an extension alone", text: "0213 387 6543, máy lẻ 12", expected: undefined },
	])("$name", ({ text, expected }) => {
		expect(phoneLink(text)).toBe(expected);
	});
});
