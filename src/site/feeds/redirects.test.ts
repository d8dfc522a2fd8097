import { describe, expect, test } from "vitest";
import { asUrlPath } from "../../model/ids.ts";
import { renderRedirects } from "./redirects.ts";

const to = asUrlPath("/2026/11/22/mua-gat.html");

describe("renderRedirects", () => {
	test.each([
		{ name: "a path", from: "/tin/12.html", expected: "/tin/12.html" },
		{ name: "a query", from: "/index.php?id=12&nv=news", expected: "/index.php id=12 nv=news" },
		{ name: "a query with signs", from: "/?q=a%20b%26c*", expected: "/ q=a%20b%26c%2A" },
		{ name: "Vietnamese letters", from: "/tin/mùa-gặt", expected: "/tin/m%C3%B9a-g%E1%BA%B7t" },
		{ name: "what would be a pattern", from: "/tin/:so/*", expected: "/tin/%3Aso/%2A" },
	])("writes $name", ({ from, expected }) => {
		expect(renderRedirects({ redirects: [{ from, to }] })).toBe(
			`${expected} /2026/11/22/mua-gat.html 301!\n`,
		);
	});

	test("has the same order whatever the order of articles", () => {
		const redirects = ["/b", "/a", "/c"].map((from) => ({ from, to }));
		expect(renderRedirects({ redirects })).toBe(renderRedirects({ redirects: redirects.toReversed() }));
	});

	test("is empty without former addresses", () => {
		expect(renderRedirects({ redirects: [] })).toBe("");
	});
});
