import { describe, expect, test } from "vitest";
import {
	asArticleId,
	asIsoDateTime,
	asIsoDay,
	asSlug,
	asUrlPath,
	hasTime,
	isArticleId,
	isIsoDay,
	isSlug,
	startOf,
	toIsoDateTime,
} from "./ids.ts";

describe("slugs", () => {
	test.each(["a", "7", "hoi-nghi-so-ket", "ban-2026"])("%s is one", (text) => {
		expect(isSlug(text)).toBe(true);
		expect(asSlug(text)).toBe(text);
	});

	test.each(["", "-a", "a-", "a--b", "A", "hội", "a b", "a/b", "../a", "a.md", "a\n", "a\u0000"])(
		"%j is none",
		(text) => {
			expect(isSlug(text)).toBe(false);
			expect(() => asSlug(text)).toThrow("Not a slug");
		},
	);
});

describe("days", () => {
	test.each([
		"2026-11-22",
		"2024-02-29",
		"2000-02-29",
		"2026-01-31",
		"2026-04-30",
		"2026-12-01",
		"2026-12-31",
	])("%s exists", (text) => {
		expect(isIsoDay(text)).toBe(true);
		expect(asIsoDay(text)).toBe(text);
	});

	test.each([
		"2026-02-29",
		"1900-02-29",
		"2026-04-31",
		"2026-11-00",
		"2026-00-10",
		"2026-13-01",
		"2026-1-01",
		"02026-11-22",
		"2026-11-221",
		"2026-11-22 ",
		"22/11/2026",
	])("%j does not", (text) => {
		expect(isIsoDay(text)).toBe(false);
		expect(() => asIsoDay(text)).toThrow("Not a day");
	});
});

describe("moments", () => {
	test.each([
		["2026-11-22T08:30:15+07:00", "2026-11-22T08:30:15+07:00"],
		["2026-11-22T23:59+07:00", "2026-11-22T23:59:00+07:00"],
	])("%s is stored as %s", (text, stored) => {
		expect(toIsoDateTime(text)).toBe(stored);
		expect(asIsoDateTime(text)).toBe(stored);
	});

	test.each([
		"2026-11-22",
		"2026-02-29T08:30:00+07:00",
		"2026-11-22T24:00:00+07:00",
		"2026-11-22T08:60:00+07:00",
		"2026-11-22T08:30:60+07:00",
		"2026-11-22T08:30:00Z",
		"2026-11-22T08:30:00+08:00",
		" 2026-11-22T08:30:00+07:00",
		"2026-11-22T08:30:00+07:00 ",
	])("%j is none", (text) => {
		expect(toIsoDateTime(text)).toBeUndefined();
		expect(() => asIsoDateTime(text)).toThrow("Not a moment");
	});

	test("a day begins at midnight, and a moment is its own beginning", () => {
		const moment = asIsoDateTime("2026-11-22T08:30:00+07:00");
		expect([moment, asIsoDay("2026-11-22")].map(hasTime)).toEqual([true, false]);
		expect([moment, asIsoDay("2026-11-22")].map(startOf)).toEqual([moment, "2026-11-22T00:00:00+07:00"]);
	});
});

describe("ids of articles", () => {
	test("have a day that exists and a slug", () => {
		expect(isArticleId("2026/11/22-hoi-nghi")).toBe(true);
		expect(asArticleId("2026/11/22-hoi-nghi")).toBe("2026/11/22-hoi-nghi");
	});

	test.each([
		"2026/02/29-a",
		"2026/11/22",
		"2026/11/22-",
		"2026/11/22-a/b",
		"2026/11/22-A",
		"x2026/11/22-a",
		"2026/11/22-a.md",
	])("%s is none", (text) => {
		expect(isArticleId(text)).toBe(false);
		expect(() => asArticleId(text)).toThrow("Not an article id");
	});
});

test("an address is below the root of the site, and never on another host", () => {
	expect(["/", "/a/b.html"].map(asUrlPath)).toEqual(["/", "/a/b.html"]);
	for (const text of ["", "a", "//evil.example/", "https://a.vn/"])
		expect(() => asUrlPath(text)).toThrow("Not an address below the root");
});
