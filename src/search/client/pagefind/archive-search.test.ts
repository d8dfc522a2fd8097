import { describe, expect, test } from "vitest";
import { queryForPagefind } from "../../pagefind/text.ts";
import type { ArchiveQuery } from "./archive-address.ts";
import { createArchiveSearch } from "./archive-search.ts";
import type { PagefindEngine } from "./engine.ts";

const periods = ["2026-11", "2026", "2025", "2024", "2023"];
const anything: ArchiveQuery = { text: "", filters: {}, byDate: false };

const archiveOf = (periods: readonly string[], start: () => PagefindEngine) =>
	createArchiveSearch(
		periods,
		start,
		async () => new Map(),
		async () => undefined,
	);

/** An engine whose bundles have `held` articles each. The broken ones cannot be opened. */
function engine(held: number, broken: ReadonlySet<string> = new Set()) {
	const searched: string[] = [];
	let failures: string[] = [];
	const start = (): PagefindEngine => ({
		call: ((period: string, name: string) => {
			if (broken.has(period)) return Promise.reject(new Error(`${period} cannot be read`));
			if (name === "search") searched.push(period);
			const results = Array.from({ length: held }, (_, place) => ({
				id: `${period}-${place}`,
				score: place,
				data: `${period}-${place}`,
			}));
			return Promise.resolve({ results, filters: { tag: { "Dân vận": held, "Không có": 0 } } });
		}) as unknown as PagefindEngine["call"],
		takeFailures: () => failures.splice(0),
		end: () => {},
	});
	return {
		start,
		searched,
		fail: (address: string) => {
			failures = [address];
		},
	};
}

test("searches the newest periods first", async () => {
	const { start, searched } = engine(10);
	const answer = await archiveOf(periods, start).search(anything);
	expect(searched).toEqual(["2026-11", "2026", "2025"]);
	expect(answer).toMatchObject({ from: "2025", to: "2026", hasOlder: true, failed: [] });
	expect(answer.results.length).toBe(30);
	expect(answer.choices.tag).toEqual(new Map([["Dân vận", 30]]));
});

test("searches all periods if the newest have few results, and on demand", async () => {
	const few = engine(1);
	expect(await archiveOf(periods, few.start).search(anything)).toMatchObject({ hasOlder: false });
	expect(few.searched.slice(3)).toEqual(periods);
	const many = engine(10);
	await archiveOf(periods, many.start).search(anything, { all: true });
	expect(many.searched).toEqual(periods);
});

test.each([
	["a year", { from: "2025", to: "2025" }, ["2025"]],
	["the running year", { from: "2026", to: "2026" }, ["2026-11", "2026"]],
	["a span of years", { from: "2023", to: "2024" }, ["2024", "2023"]],
	["all up to a year", { to: "2023" }, ["2023"]],
	["the newest month", { filters: { month: ["2026-11"] } }, ["2026-11"]],
	["a month of the running year", { filters: { month: ["2026-05"] } }, ["2026"]],
	["a day of an old year", { filters: { day: ["2023-02-01"] } }, ["2023"]],
	["a month outside the years", { from: "2025", filters: { month: ["2023-02"] } }, []],
] as const)("opens only the period of %s", async (_, part, expected) => {
	const { start, searched } = engine(10);
	await archiveOf(periods, start).search({ ...anything, ...part });
	expect(searched).toEqual(expected);
});

test.each([
	["its last days", { day: ["2026-11-22"] }, ["2026-11-21"]],
	["the day on which they begin", { day: ["2026-11-21"] }, ["2026-11-21"]],
	["its other days", { day: ["2026-11-20"] }, ["2026-11"]],
	["all of it", { month: ["2026-11"] }, ["2026-11-21", "2026-11"]],
	["another month", { month: ["2026-10"] }, ["2026"]],
] as const)("opens only the part with %s of a split month", async (_, filters, expected) => {
	const { start, searched } = engine(10);
	await archiveOf(["2026-11-21", ...periods], start).search({ ...anything, filters });
	expect(searched).toEqual(expected);
});

test("answers from the other periods if one cannot be opened, and names it", async () => {
	const { start, searched } = engine(10, new Set(["2026"]));
	const answer = await archiveOf(periods, start).search(anything);
	expect(searched).toEqual(["2026-11", "2025"]);
	expect(answer.failed).toEqual(["2026"]);
	expect(answer.results.length).toBe(20);
});

test("names a period with a part that could not be loaded", async () => {
	const { start, fail } = engine(10);
	const search = archiveOf(periods, start);
	await search.search(anything);
	fail("/pagefind/2025/index/vi_1.pf_index");
	expect((await search.search(anything)).failed).toEqual(["2025"]);
	expect((await search.search(anything)).failed).toEqual([]);
});

test("rejects if no period can be opened, and tries again with the next search", async () => {
	const broken = new Set(periods);
	const { start } = engine(10, broken);
	const search = archiveOf(periods, start);
	await expect(search.search(anything)).rejects.toThrow("2026-11");
	broken.clear();
	expect((await search.search(anything)).results.length).toBe(30);
});

/** An engine whose only bundle has one article, with some words. */
function engineWith(words: readonly string[]): () => PagefindEngine {
	const known = new Set(words.map((word) => queryForPagefind(word)));
	const hasAll = (term: string | null) =>
		(term ?? "")
			.replaceAll('"', "")
			.split(" ")
			.every((word) => term === null || known.has(word));
	return () => ({
		call: ((_: string, name: string, term: string | null) => {
			const results = name === "search" && hasAll(term) ? [{ id: "1", score: 1, data: "1" }] : [];
			return Promise.resolve({ results, unfilteredResultCount: results.length, filters: {} });
		}) as unknown as PagefindEngine["call"],
		takeFailures: () => [],
		end: () => {},
	});
}

describe("a query that nothing matches", () => {
	const searchOf = (correct: (text: string) => Promise<string | undefined>) =>
		createArchiveSearch(["2026"], engineWith(["hội", "nghị"]), async () => new Map(), correct);
	const asked = (text: string, meant?: string) => searchOf(async () => meant).search({ ...anything, text });

	test("is offered without its typing errors, with the number of articles", async () => {
		const { results, suggestion } = await asked("hội ngị", "hội nghị");
		expect(results).toEqual([]);
		expect(suggestion).toEqual({ text: "hội nghị", count: 1 });
	});

	test("is not offered in a form that nothing matches either", async () => {
		expect((await asked("hội ngị", "hội ngại")).suggestion).toBeUndefined();
		expect((await asked("hội ngị")).suggestion).toBeUndefined();
	});

	test.each(["hội nghị", "“hội ngị”", ""])("is not corrected if it is: %s", async (text) => {
		const search = searchOf(() => Promise.reject(new Error("asked for a correction")));
		expect((await search.search({ ...anything, text })).suggestion).toBeUndefined();
	});

	test.each(["???", "…", "-", "“”", "😀"])("of signs alone lists no articles: %s", async (text) => {
		const { results, from, to } = await asked(text);
		expect([results, from, to]).toEqual([[], "2026", "2026"]);
	});
});
