import { expect, test } from "vitest";
import { likeliestWords } from "./slips.ts";

const likeliest = (folded: string, words: readonly string[]) => likeliestWords(folded, [{ words, worth: 1 }]);

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
])("%s is a typing error", (_, typed, meant) => {
	expect(likeliest(typed, ["khéo", meant])).toEqual([meant]);
});

test("confused sounds rank before other typing errors", () => {
	expect(likeliest("long", ["lòng", "song", "nông"])).toEqual(["nông", "song"]);
});

test("more than one typing error makes another word", () => {
	expect(likeliest("gao", ["lạc", "tỉnh", "ga lớn", "gạo"])).toEqual([]);
});
