import { expect, test } from "vitest";
import { wordKeys } from "../../text/word-keys.ts";
import { isUsualSlip, likeliestWords } from "./slips.ts";

const likeliest = (typed: string, words: readonly string[], hasAccents = false) =>
	likeliestWords(wordKeys(typed), hasAccents, [{ words, worth: 1 }]).map(({ written }) => written);

test.each([
	["one letter too few", "vn", "vận"],
	["one letter too many", "vann", "vận"],
	["another letter", "vam", "vận"],
	["two letters exchanged", "vna", "vận"],
	["tr for ch", "trap", "chấp"],
	["ch for tr", "chong", "trồng"],
	["x for s", "xua", "sủa"],
	["d for gi", "da", "giả"],
	["r for gi", "rao", "giao"],
	["gi for d", "giung", "dũng"],
	["l for n", "long", "nông"],
	["ng for ngh", "ngi", "nghị"],
	["gh for g", "ghao", "gạo"],
	["k for c", "kuu", "cứu"],
])("%s is a typing error", (_, typed, meant) => {
	expect(likeliest(typed, ["khéo", meant])).toEqual([meant]);
});

test("confused sounds rank before other typing errors", () => {
	expect(likeliest("long", ["lòng", "song", "nông"])).toEqual(["nông", "song"]);
});

test("more than one typing error makes another word of a short one", () => {
	expect(likeliest("gao", ["lạc", "tỉnh", "ga lớn", "gạo"])).toEqual([]);
});

test.each([
	["two letters too few", "ngheg", "nghiêng", "nghênh"],
	["exchanged letters, and one too few", "thuogn", "thương", "thuốc"],
	["two other letters", "truobv", "trường", "trung"],
	["a letter exchanged, and one too many", "chlesea", "chelsea", "chết"],
	["a letter for two", "chelsi", "chelsea", "chiếc"],
])("%s are two typing errors of a longer word: %s", (_, typed, meant, other) => {
	expect(likeliest(typed, [other, meant])).toContain(meant);
});

test("a word with one typing error comes before one with two", () => {
	expect(likeliest("nghiem", ["nghiệp", "nghênh", "nghiêng"])[0]).toBe("nghiệp");
});

test.each([
	["a neighbouring key before one that is far away", "kành", ["bành", "lành"], "lành"],
	["the accents that were typed before others", "rở", ["đó", "bộ", "trở"], "trở"],
	["a letter typed twice", "nhưưng", ["những", "nhung", "nhưng"], "nhưng"],
	["letters exchanged with their accents", "ấrt", ["ạt", "art", "rất"], "rất"],
	["a letter left out", "ấn", ["lớn", "cơn", "tấn"], "tấn"],
	["ng for ngh before a key beside", "ngị", ["ngộ", "nghị"], "nghị"],
	["đ is no d that sounds like gi or r", "rã", ["đã", "giã"], "giã"],
])("of words with accents, %s comes first", (_, typed, words, first) => {
	expect(likeliest(typed, words, true)[0]).toBe(first);
});

test.each([
	["gạo", "lao", false],
	["mía", "mua", false],
	["xăng", "tăng", false],
	["gạo", "gao", false],
	["dù", "giù", true],
	["nhưg", "nhưng", true],
	["vaạn", "vạn", true],
])("“%s” for “%s” is a usual slip: %s", (typed, meant, isUsual) => {
	const [word] = likeliestWords(wordKeys(typed), true, [{ words: [meant], worth: 1 }]);
	expect(word !== undefined && isUsualSlip(word)).toBe(isUsual);
});
