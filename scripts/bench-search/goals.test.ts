import { describe, expect, test } from "vitest";
import { goalsFor, verdictOn } from "./goals.ts";
import type { Quality } from "./quality.ts";
import { type QueryClass, queryClasses } from "./query-sets.ts";
import { reportText } from "./report.ts";
import type { SearchReport } from "./search-report.ts";

const quality = (atOne: number, queries = 100): Quality => ({
	queries,
	atOne,
	atTen: 1,
	reciprocalRank: 1,
	recallAtTen: 1,
});
const all = Object.fromEntries(queryClasses.map((name) => [name, quality(1)])) as Record<QueryClass, Quality>;
const report: SearchReport = {
	date: "2026-11-22T08:00:00.000Z",
	machine: { cpus: 2, model: "Máy thử", memory: 2 ** 34, system: "Linux", node: "v20.19.0" },
	articles: 10_000,
	isCorpus: true,
	seed: 1,
	half: "reporting",
	quality: { finder: { ...all, "phrase-nfd": quality(0.979) } },
	cold: {},
	indexing: {},
};
const verdicts = (changed: Partial<SearchReport>) =>
	new Map(
		goalsFor({ ...report, ...changed }.articles).map((goal) => [
			goal.name,
			verdictOn(goal, { ...report, ...changed }),
		]),
	);
const phrase = "cụm từ, S@1, cách viết yếu nhất";

describe("goals", () => {
	test("are missed if a single way of writing misses them", () => {
		expect(verdicts({}).get(phrase)).toEqual({ figure: 0.979, isReached: false });
	});

	test("are lower for a hundred thousand articles, and do not exist for topical queries", () => {
		const large = verdicts({ articles: 100_000 });
		expect(large.get(phrase)).toEqual({ figure: 0.979, isReached: true });
		expect([...large.keys()].filter((name) => name.startsWith("theo chủ đề"))).toEqual([]);
	});

	test("are not stated for what was not measured or had no queries", () => {
		expect(verdicts({}).get("đăng một bài, số tệp thay đổi")).toBeUndefined();
		const none = { finder: { ...all, topical: quality(0, 0), "topical-plain": quality(0, 0) } };
		const name = "theo chủ đề, S@10, yếu hơn trong có dấu và không dấu";
		expect(verdicts({ quality: none }).get(name)).toBeUndefined();
	});

	test("compare both engines' files and the time with stock Pagefind", () => {
		const cost = { cpu: 1, peakMemory: 5e8, files: 10, size: 1000, articles: 10_000 };
		const measured = verdicts({
			indexing: { finder: { ...cost, wall: 6 }, pagefind: { ...cost, wall: 10 } },
			publish: { finder: 25, pagefind: 16 },
		});
		expect(measured.get("lập chỉ mục, thời gian so với Pagefind nguyên bản")).toEqual({
			figure: 0.6,
			isReached: false,
		});
		const fewer = { ...cost, wall: 10, articles: 5000 };
		const byArticle = { indexing: { finder: { ...cost, wall: 6 }, pagefind: fewer } };
		expect(verdicts(byArticle).get("lập chỉ mục, thời gian so với Pagefind nguyên bản")?.figure).toBe(0.3);
		expect(reportText({ ...report, ...byArticle })).toContain("Pagefind nguyên bản (5.000 bài cũ nhất)");
		expect(measured.get("lập chỉ mục, bộ nhớ")?.isReached).toBe(true);
		expect(measured.get("đăng một bài, số tệp thay đổi")).toEqual({ figure: 41, isReached: false });
	});
});

test("reportText shows the tested classes of queries and which goals are reached", () => {
	const text = reportText({ ...report, quality: { finder: { ...all, typo: quality(0, 0) } } });
	expect(text).toContain("10.000 bài của kho cho trước, nửa reporting, hạt giống 1, ngày 2026-11-22");
	expect(text).toMatch(/cụm ở cuối bài +100 +1,000 \/ 1,000 \/ 1,000/);
	expect(text).not.toContain("… gõ sai một chỗ");
	expect(text).toMatch(/cụm ở cuối bài, S@1 +≥ 0,950 +1,000 +đạt/);
});
