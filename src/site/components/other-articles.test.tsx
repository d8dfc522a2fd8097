import { expect, test } from "vitest";
import { asIsoDay } from "../../model/ids.ts";
import { OtherArticles } from "./other-articles.tsx";
import { sampleSite } from "./sample-views.ts";

const article = { date: asIsoDay("2016-01-04"), newer: [], older: [] };

function linksOf(props: Partial<Parameters<typeof OtherArticles>[0]>): string[] {
	const markup = String(<OtherArticles site={sampleSite} {...article} {...props} />);
	return [...markup.matchAll(/href="([^"]+)"/g)].map(([, address = ""]) => address);
}

test("the way to the archive begins at an article's day", () => {
	expect(linksOf({})).toEqual(["/2016/01/04/", "/2016/01/", expect.stringMatching(/\?nam=2016$/)]);
});

test("an article whose day nobody knows leads to no day, month or year", () => {
	expect(linksOf({ undated: true })).toEqual([]);
});
