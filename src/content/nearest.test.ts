import { describe, expect, test } from "vitest";
import { nearest } from "./nearest.ts";

describe("nearest", () => {
	test.for([
		{ name: "a missing letter", text: "sumary", expected: "summary" },
		{ name: "swapped letters", text: "summray", expected: "summary" },
		{ name: "another case", text: "formeraddresses", expected: "formerAddresses" },
		{ name: "accents", text: "tác-giả", expected: "tac-gia" },
		{ name: "a short word that is far", text: "x", expected: undefined },
		{ name: "a long word that is far", text: "qwertyuiop", expected: undefined },
	])("$name", ({ text, expected }) => {
		expect(nearest(text, ["title", "summary", "formerAddresses", "tac-gia"])).toBe(expected);
	});

	test("prefers a name that differs only in accents", () => {
		expect(nearest("Anh.JPG", ["anh1.jpg", "ảnh.jpg"])).toBe("ảnh.jpg");
	});
});
