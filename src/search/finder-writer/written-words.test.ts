import { describe, expect, test } from "vitest";
import { WrittenWords } from "./written-words.ts";

describe("the words of the texts", () => {
	test("are numbered in the order of their first occurrence", () => {
		const words = new WrittenWords();
		const text = "lúa, đê, lúa";
		expect([
			words.numberOf(text, 0, 3),
			words.numberOf(text, 5, 7),
			words.numberOf(text, 9, 12),
			words.numberOf("Lúa", 0, 3),
			words.numberOf("đêm", 0, 2),
			words.numberOf("đêm", 0, 3),
		]).toEqual([0, 1, 0, 2, 1, 3]);
	});

	test("with the same hash are distinguished by their letters", () => {
		const words = new WrittenWords();
		const all = ["declinate", "macallums", "costarring", "liquid"];
		expect(all.map((word) => words.numberOf(word, 0, word.length))).toEqual([0, 1, 2, 3]);
		expect(all.map((word) => words.numberOf(word, 0, word.length))).toEqual([0, 1, 2, 3]);
	});

	test("keep their numbers when the table grows", () => {
		const words = new WrittenWords();
		const all = Array.from({ length: 20_000 }, (_, number) => `${number}`.repeat(8));
		expect(all.map((word) => words.numberOf(word, 0, word.length))).toEqual([...all.keys()]);
		expect(all.map((word) => words.numberOf(word, 0, word.length))).toEqual([...all.keys()]);
	});
});
