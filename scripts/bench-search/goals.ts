import type { Quality } from "./quality.ts";
import type { QueryClass } from "./query-sets.ts";
import type { SearchReport } from "./search-report.ts";
import { strings } from "./strings.ts";

/** A figure that the finder is to reach. */
export interface Goal {
	readonly name: string;
	readonly unit: keyof typeof strings.units;
	/** Whether the figure is to be at least or at most the limit. */
	readonly direction: "least" | "most";
	readonly limit: number;
	/** Undefined where the run did not measure it. */
	readonly figure: (report: SearchReport) => number | undefined;
}

export interface Verdict {
	readonly figure: number;
	readonly isReached: boolean;
}

/** From this number of articles on, the goals are those for 100,000; below it, those for 10,000. */
const large = 50_000;

const quality =
	(measure: "atOne" | "atTen", ...classes: readonly QueryClass[]) =>
	({ quality: { finder } }: SearchReport): number | undefined => {
		const figures: Quality[] = classes.flatMap((name) => finder?.[name] ?? []);
		const asked = figures.filter(({ queries }) => queries > 0);
		// Every class is to reach the goal, so the weakest counts.
		return asked.length === 0 ? undefined : Math.min(...asked.map((each) => each[measure]));
	};

const words = strings.goals;
const ofQuality = { unit: "share", direction: "least" } as const;
/** With a limit for 10,000 articles and one for 100,000; undefined where there is no goal. */
type ScaledGoal = Omit<Goal, "limit"> & { readonly limits: Limits };
type Limits = readonly [number, number?];

const goals: readonly ScaledGoal[] = [
	{
		...ofQuality,
		name: words.phrase,
		limits: [0.98, 0.97],
		figure: quality("atOne", "phrase", "phrase-plain", "phrase-nfd", "phrase-capitals"),
	},
	{ ...ofQuality, name: words.typo, limits: [0.93, 0.85], figure: quality("atTen", "typo") },
	{ ...ofQuality, name: words.toneFirst, limits: [0.9, 0.85], figure: quality("atOne", "tone") },
	{ ...ofQuality, name: words.toneTen, limits: [0.98, 0.95], figure: quality("atTen", "tone") },
	{ ...ofQuality, name: words.heldOut, limits: [0.95, 0.88], figure: quality("atTen", "held-out") },
	{
		...ofQuality,
		name: words.topical,
		limits: [0.98],
		figure: quality("atTen", "topical", "topical-plain"),
	},
	{ ...ofQuality, name: words.deep, limits: [0.95, 0.85], figure: quality("atOne", "deep") },
	{ ...ofQuality, name: words.typed, limits: [0.92, 0.85], figure: quality("atTen", "telex", "vni") },
	...coldGoals(words.coldShort, "short", { bytes: [40_000, 50_000], requests: [20, 25] }),
	...coldGoals(words.coldTitle, "title", { bytes: [70_000, 80_000], requests: [32, 40] }),
	{
		name: words.year,
		unit: "bytes",
		direction: "most",
		limits: [250_000, 300_000],
		figure: ({ cold: { year } }) => year?.bytes,
	},
	{
		name: words.thread,
		unit: "milliseconds",
		direction: "most",
		limits: [50, 50],
		figure: ({ thread }) => thread?.p95.busy,
	},
	{
		name: words.indexingTime,
		unit: "share",
		direction: "most",
		limits: [0.5, 0.5],
		figure: ({ indexing: { finder, pagefind } }) =>
			finder && pagefind ? finder.wall / finder.articles / (pagefind.wall / pagefind.articles) : undefined,
	},
	{
		name: words.indexingMemory,
		unit: "bytes",
		direction: "most",
		limits: [1e9, 2.5e9],
		figure: ({ indexing: { finder } }) => finder?.peakMemory,
	},
	{
		name: words.publish,
		unit: "count",
		direction: "most",
		limits: [40, 80],
		figure: ({ publish }) => publish && publish.finder + publish.pagefind,
	},
];

function coldGoals(
	name: (what: string) => string,
	length: "short" | "title",
	{ bytes, requests }: { readonly bytes: Limits; readonly requests: Limits },
): ScaledGoal[] {
	return [
		{
			name: name(words.bytes),
			unit: "bytes",
			direction: "most",
			limits: bytes,
			figure: ({ cold: { finder } }) => finder?.[length].bytes,
		},
		{
			name: name(words.requests),
			unit: "count",
			direction: "most",
			limits: requests,
			figure: ({ cold: { finder } }) => finder?.[length].requests,
		},
	];
}

/** The goals for a number of articles. */
export function goalsFor(articles: number): Goal[] {
	return goals.flatMap(({ limits, ...goal }) => {
		const limit = limits[articles < large ? 0 : 1];
		return limit === undefined ? [] : [{ ...goal, limit }];
	});
}

/** Undefined where the run did not measure the goal's figure. */
export function verdictOn({ figure, direction, limit }: Goal, report: SearchReport): Verdict | undefined {
	const value = figure(report);
	if (value === undefined) return undefined;
	return { figure: value, isReached: direction === "least" ? value >= limit : value <= limit };
}
