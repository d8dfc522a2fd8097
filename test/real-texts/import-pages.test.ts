/** Real pages of plain text become the articles that a careful person would type from them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "vitest";
import { realText } from "../support/real-texts.ts";
import { type Expectation, expectArticle, importPage, linesOf } from "../support/text-page.ts";

const seeds = realText("seeds");
const real: Readonly<Record<string, Expectation>> = {
	"000_": {
		title: 3,
		date: "2017-07-13",
		lead: 5,
		body: [{ p: 7, without: 5 }, { caption: [9] }, { p: 11 }, { caption: [13] }, { p: 15 }],
		author: 17,
		leftOut: [19],
	},
	"001_": {
		title: 1,
		date: "2020-07-14T14:01:00+07:00",
		lead: 8,
		mark: "(BGĐT)- ",
		body: [
			{ caption: [12] },
			...[14, 16, 18, 20, 22].map((p) => ({ p })),
			{ caption: [26] },
			...[28, 30, 32, 34, 36, 38].map((p) => ({ p })),
			{
				list: [
					[40, 41],
					[43, 44],
					[46, 47],
					[49, 50],
				],
			},
		],
		author: 53,
		keywords: 10,
		leftOut: [57, 58],
		province: "bac-giang",
	},
	"002_": {
		title: 5,
		date: "2021-09-11",
		body: [8, 12, 14, 16, 18, 20].map((p) => ({ p })),
		author: 22,
		parted: [" (", ")"],
		leftOut: [1, 3, 23, 24, 25, 26, 27],
	},
	"003_": {
		title: 1,
		date: "2020-06-30T16:45:14+07:00",
		views: 328,
		lead: 6,
		body: [
			{ p: 8 },
			{ p: 10 },
			{ p: 12 },
			{ caption: [14], until: "Phát biểu" },
			{ p: 14, from: "Phát biểu" },
			{ p: 16 },
		],
		author: 18,
		parted: [" (", ")"],
		leftOut: [20, 22, 24, 25],
	},
	"004_": {
		title: 2,
		date: "2024-04-14",
		body: [
			{ caption: [4] },
			{ p: 6 },
			{ p: 8 },
			{ p: 10 },
			{ p: 12 },
			{ p: 14, repaired: [";v", "; v"] },
			{ caption: [17, 18] },
			{ p: 20 },
			{ p: 22 },
			{ caption: [25, 26] },
			{ p: 28 },
			{ p: 30 },
		],
		author: 32,
		parted: [", ", ""],
		leftOut: [48, 50, 52],
		province: "binh-phuoc",
	},
};

describe("a real page of text", () => {
	test.each(Object.entries(real))(
		"becomes the article that a careful person would type: %s",
		async (prefix, expected) => {
			const name = readdirSync(seeds).find((each) => each.startsWith(prefix)) ?? "";
			const text = readFileSync(join(seeds, name), "utf8");
			expectArticle(await importPage(text), expected, linesOf(text));
		},
	);
});
