import { describe, expect, test } from "vitest";
import type { BenchArticle } from "./articles.ts";
import { phrasesOf, syllablesOf, uniquePhrases } from "./phrases.ts";

const article = (address: string, text: string) =>
	({ address, title: "", summary: "", text }) as BenchArticle;

async function* listed(articles: readonly BenchArticle[]) {
	yield* articles;
}

describe("phrasesOf", () => {
	test("gives three to five syllables without punctuation between them", () => {
		const texts = phrasesOf("Sáng nay, bà con xã Đông Phước đi họp. Chiều làm.", "/a").map(
			({ text }) => text,
		);
		expect(texts).toContain("bà con xã");
		expect(texts.length).toBeGreaterThan(3);
		for (const text of texts) expect(syllablesOf(text).length).toBeGreaterThanOrEqual(3);
		expect(texts.filter((text) => /nay bà|họp Chiều/.test(text))).toEqual([]);
	});

	test("leaves out phrases without accents or with hardly any letters", () => {
		expect(phrasesOf("anh em ta ra san", "/a")).toEqual([]);
		expect(phrasesOf("ngày 20 11 2026", "/a")).toEqual([]);
	});

	test("accepts other lengths", () => {
		expect(phrasesOf("tỉnh Hậu Giang", "/a", [2]).map(({ text }) => text)).toEqual(["tỉnh Hậu", "Hậu Giang"]);
	});
});

test("uniquePhrases keeps phrases that occur in only one article, ignoring accents", async () => {
	const phrases = ["đường làng ngõ", "hòa giải ở cơ sở", "vận động nhân dân"].map((text) => ({
		text,
		address: "/a",
	}));
	const unique = await uniquePhrases(
		phrases,
		listed([
			article("/a", "đường làng ngõ xóm, hòa giải ở cơ sở, vận động nhân dân"),
			article("/b", "Duong lang ngo sach dep. Hòa giải ở cơ quan."),
			article("/c", "Vận động, nhân dân"),
		]),
	);
	expect([...unique].map(({ text }) => text)).toEqual(["hòa giải ở cơ sở"]);
});
