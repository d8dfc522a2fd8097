/** Searches the bundles of the archive, each opened when it is first needed. */
import { otherReadings } from "../../finder/other-readings.ts";
import type { ArchiveFilter, ArchiveQuery } from "./archive-address.ts";
import { archiveFilters } from "./archive-address.ts";
import { archiveBundles } from "./archive-bundles.ts";
import type { ArchivePart, SpellingGroups } from "./archive-words.ts";
import { archiveParts } from "./archive-words.ts";
import type { PagefindData, PagefindEngine, PagefindFilters } from "./engine.ts";
import type { PeriodAnswer } from "./search-period.ts";
import { searchPeriod } from "./search-period.ts";

/** Bundles that a search begins with; the older ones join when too little was found or when they are asked for. */
const firstBundles = 3;
/** Fewer results than this, and older bundles are searched as well. */
const enough = 10;

/** What a choice of a filter would leave, by value; undefined where that is not known. */
export type Choices = Readonly<Partial<Record<ArchiveFilter, ReadonlyMap<string, number | undefined>>>>;

export interface ArchiveAnswer {
	readonly results: readonly { load(): Promise<PagefindData> }[];
	readonly choices: Choices;
	/** The years that were searched. */
	readonly from: string;
	readonly to: string;
	/** Whether there are older periods of those wanted that were not searched. */
	readonly hasOlder: boolean;
	/** Periods that could not be searched, or not wholly. */
	readonly failed: readonly string[];
	/** Parts of the question that stand in no article of the years, as they were typed. */
	readonly missing: readonly string[];
	/** What the question was taken for, where nothing has it as it was typed. */
	readonly understoodAs?: string;
}

export interface ArchiveSearchOptions {
	/** Look through all periods that are wanted, not only the newest of them. */
	readonly all?: boolean;
	/** Tell what each choice of a filter would leave. */
	readonly withChoices?: boolean;
}

export interface ArchiveSearch {
	/** @throws where no period could be searched */
	search(query: ArchiveQuery, how?: ArchiveSearchOptions): Promise<ArchiveAnswer>;
}

/**
 * @param periods newest first: a month (`2026-11`), or its last days (`2026-11-21`) and the others, then years
 * @param start starts the engine with the bundle at an address
 * @param spellings loads what is written in several ways
 */
export function createArchiveSearch(
	periods: readonly string[],
	start: (bundle: string) => PagefindEngine,
	spellings: () => Promise<SpellingGroups>,
): ArchiveSearch {
	const bundles = archiveBundles(start);
	let earlier: Promise<unknown> = Promise.resolve();

	async function searchIn(
		searched: readonly string[],
		query: ArchiveQuery,
		withChoices: boolean,
	): Promise<Omit<ArchiveAnswer, "hasOlder">> {
		const closed = await bundles.open(searched);
		const open = searched.filter((period) => !closed.has(period));
		if (open.length === 0 && searched.length > 0) throw new Error(`No bundle of ${searched} could be opened`);
		const parts = archiveParts(query.text, await spellings());
		const byDate = query.byDate || parts.length === 0;
		const options = { filters: filtersOf(query), byDate };
		const found = await Promise.all(
			open.map(async (period) => {
				if (withChoices) await loadCounts(period);
				return await searchPeriod(bundles, period, parts, options);
			}),
		).catch((error: unknown) => {
			// An engine that broke may answer anything.
			bundles.end();
			throw error;
		});
		const missed = bundles.takeFailures();
		const results = found.flatMap(({ hits }, place) =>
			hits.map(({ score, data, isExact }) => ({
				score,
				isExact,
				load: () => bundles.call(open[place] ?? "", "getData", data),
			})),
		);
		// Who typed one word with accents wants no other word, where there is anything of that one.
		const isExactAlone = parts.length === 1 && results.some(({ isExact }) => isExact);
		// Of one scale only roughly; where results are sorted, scores are places.
		if (!byDate) results.sort((a, b) => Number(b.isExact) - Number(a.isExact) || b.score - a.score);
		return {
			results: isExactAlone ? results.filter(({ isExact }) => isExact) : results,
			choices: sumOf(found.map(({ choices, exactChoices }) => (isExactAlone ? exactChoices : choices))),
			from: (searched[searched.length - 1] ?? "").slice(0, 4),
			to: (searched[0] ?? "").slice(0, 4),
			failed: searched.filter((period) => closed.has(period) || missed.has(period)),
			missing: missingIn(found, parts),
		};
	}

	/** Naming a filter loads its counts, whichever value is named. */
	async function loadCounts(period: string): Promise<void> {
		const all = Object.fromEntries(archiveFilters.filter((name) => name !== "day").map((name) => [name, ""]));
		await bundles.call(period, "preload", null, { filters: all });
	}

	async function searchAll(
		query: ArchiveQuery,
		{ all = false, withChoices = false }: ArchiveSearchOptions,
	): Promise<ArchiveAnswer> {
		const wanted = periodsOf(periods, query);
		const first = all ? wanted : wanted.slice(0, firstBundles);
		const hasOlder = first.length < wanted.length;
		const answer = await searchIn(first, query, withChoices);
		if (answer.results.length >= enough || !hasOlder) return { ...answer, hasOlder };
		return { ...(await searchIn(wanted, query, withChoices)), hasOlder: false };
	}

	/** As it was typed, or as it may have been meant where nothing has it so. */
	async function search(query: ArchiveQuery, how: ArchiveSearchOptions): Promise<ArchiveAnswer> {
		const literal = await searchAll(query, how);
		if (literal.results.length > 0) return literal;
		for (const text of otherReadings(query.text).texts) {
			const other = await searchAll({ ...query, text }, how);
			if (other.results.length > 0) return { ...other, understoodAs: text };
		}
		return literal;
	}

	return {
		// One after the other, so that it can be told whose files failed.
		search(query, how = {}) {
			const answer = earlier.then(() => search(query, how));
			earlier = answer.catch(() => {});
			return answer;
		},
	};
}

/** The periods that a query can have results in. */
function periodsOf(periods: readonly string[], { from, to, filters }: ArchiveQuery): string[] {
	const dates = filters.day ?? filters.month;
	const dated = dates && new Set(dates.flatMap((date) => periodsWith(periods, date)));
	return periods.filter((period) => {
		const year = period.slice(0, 4);
		return (!from || year >= from) && (!to || year <= to) && (!dated || dated.has(period));
	});
}

/** The periods that articles of a day or a month can lie in. */
function periodsWith(periods: readonly string[], date: string): string[] {
	const month = date.slice(0, 7);
	const ofMonth = periods.filter((period) => period.startsWith(month));
	if (ofMonth.length === 0) return [date.slice(0, 4)];
	// Of a month that is cut, the newer part is named by its first day.
	return date === month ? ofMonth : ofMonth.filter((period) => period <= date).slice(0, 1);
}

function filtersOf({ filters }: ArchiveQuery): PagefindFilters {
	return Object.fromEntries(
		archiveFilters.flatMap((name) => {
			const values = filters[name];
			return values ? [[name, { any: values }]] : [];
		}),
	);
}

/** Those parts that each of the periods misses. */
function missingIn(found: readonly PeriodAnswer[], parts: readonly ArchivePart[]): string[] {
	return parts.flatMap((part) =>
		found.length > 0 && found.every(({ missing }) => missing.includes(part)) ? part.typed : [],
	);
}

function sumOf(all: readonly PeriodAnswer["choices"][]): Choices {
	const sum: Record<string, Map<string, number | undefined>> = {};
	for (const [name, values] of all.flatMap((choices) => Object.entries(choices))) {
		sum[name] ??= new Map();
		for (const [value, count] of values)
			sum[name].set(value, count === undefined ? undefined : (sum[name].get(value) ?? 0) + count);
	}
	return sum;
}
