import { describe, expect, test } from "vitest";
import { WrittenWords } from "./written-words.ts";

describe("words as they are written", () => {
	test("are numbered as they are met, wherever they stand", () => {
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

	test("are told apart by their letters where they have one hash", () => {
		const words = new WrittenWords();
		const all = ["declinate", "macallums", "costarring", "liquid"];
		expect(all.map((word) => words.numberOf(word, 0, word.length))).toEqual([0, 1, 2, 3]);
		expect(all.map((word) => words.numberOf(word, 0, word.length))).toEqual([0, 1, 2, 3]);
	});

	test("keep their numbers when there are more than fit at first", () => {
		const words = new WrittenWords();
		const all = Array.from({ length: 20_000 }, (_, number) => `${number}`.repeat(8));
		expect(all.map((word) => words.numberOf(word, 0, word.length))).toEqual([...all.keys()]);
		expect(all.map((word) => words.numberOf(word, 0, word.length))).toEqual([...all.keys()]);
	});
});
