import { expect, test } from "vitest";
import { highlighter } from "./highlight.ts";
import { queryWords } from "./query-terms.ts";
import { readRewritings } from "./rewritings.ts";

const rewritings = readRewritings([["UBND", "Ủy ban nhân dân"]]);

function marked(query: string, text: string): string[] {
	const spansIn = highlighter([queryWords(query, rewritings)], rewritings);
	return spansIn(text).map(({ start, end }) => text.slice(start, end));
}

test("marks the words of a query with or without accents, in full or abbreviated, but not each of them alone", () => {
	const text = "Ngày 6/6, UBND huyện họp; Uỷ ban nhân dân huyện quyết định; các huyện khác.";
	expect(marked("uy ban nhan dan huyen", text)).toEqual(["UBND huyện", "Uỷ ban nhân dân huyện"]);
});

test("marks every occurrence of a single word", () => {
	expect(marked("kênh", "Kênh N5, con kênh ấy")).toEqual(["Kênh", "kênh"]);
});

test("marks words within a longer name that has a short form", () => {
	expect(marked("nhan dan", "Ủy ban nhân dân huyện họp")).toEqual(["nhân dân"]);
});
