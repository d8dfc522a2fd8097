/** Searches the bundles of the archive. Each is opened on first use. */
import { otherReadings } from "../../finder/other-readings.ts";
import { isQuoted } from "../../finder/quoted.ts";
import type { SpellingGroups } from "../../finder/spelling-groups.ts";
import type { ArchiveFilter, ArchiveQuery } from "./archive-address.ts";
import { archiveFilters } from "./archive-address.ts";
import { archiveBundles } from "./archive-bundles.ts";
import type { ArchivePart } from "./archive-words.ts";
import { archiveParts, archivePhrase } from "./archive-words.ts";
import type { PagefindData, PagefindEngine, PagefindFilters } from "./engine.ts";
import type { PeriodAnswer, PeriodHit } from "./search-period.ts";
import { searchPeriod } from "./search-period.ts";

/** The number of bundles that a search begins with. Older ones are added if too little was found, or on demand. */
const firstBundles = 3;
/** With fewer results, older bundles are searched as well. */
const enough = 10;

/** The number of results for each choice of a filter, by value; undefined if unknown. */
export type Choices = Readonly<Partial<Record<ArchiveFilter, ReadonlyMap<string, number | undefined>>>>;

export interface ArchiveAnswer {
	readonly results: readonly { load(): Promise<PagefindData> }[];
	readonly choices: Choices;
	/** The years that were searched. */
	readonly from: string;
	readonly to: string;
	/** Whether there are older matching periods that were not searched. */
	readonly hasOlder: boolean;
	/** Periods that could not be searched completely. */
	readonly failed: readonly string[];
	/** Parts of the query, as typed, that occur in no article of the years. */
	readonly missing: readonly string[];
	/** How the query was understood, if nothing matches it as typed. */
	readonly understoodAs?: string;
	/** A corrected query, if nothing matches this one in any reading, with the number of its results. */
	readonly suggestion?: { readonly text: string; readonly count: number };
}

export interface ArchiveSearchOptions {
	/** Whether to search all matching periods, not only the newest. */
	readonly all?: boolean;
	/** Whether to count the results of each choice of a filter. */
	readonly withChoices?: boolean;
}

export interface ArchiveSearch {
	/** @throws if no period could be searched */
	search(query: ArchiveQuery, how?: ArchiveSearchOptions): Promise<ArchiveAnswer>;
}

/**
 * @param periods newest first: a month (`2026-11`), or its last days (`2026-11-21`) and the others, then years
 * @param start starts the engine with the bundle at an address
 * @param spellings loads terms with several spellings
 * @param correct the query without its typing errors, as far as it has any
 */
export function createArchiveSearch(
	periods: readonly string[],
	start: (bundle: string) => PagefindEngine,
	spellings: () => Promise<SpellingGroups>,
	correct: (text: string) => Promise<string | undefined>,
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
		const phrase = parts.length > 1 ? archivePhrase(query.text) : undefined;
		const options = { filters: filtersOf(query), byDate, phrase };
		// A query of punctuation asks for something that no article has.
		const asked = parts.length === 0 && query.text !== "" ? [] : open;
		const found = await Promise.all(
			asked.map(async (period) => {
				if (withChoices) await loadCounts(period);
				return await searchPeriod(bundles, period, parts, options);
			}),
		).catch((error: unknown) => {
			// After an error, the engine's state is unknown.
			bundles.end();
			throw error;
		});
		const missed = bundles.takeFailures();
		const results = found.flatMap(({ hits }, place) =>
			hits.map(({ score, data, isExact, isTogether }) => ({
				score,
				isExact,
				isTogether,
				load: () => bundles.call(asked[place] ?? "", "getData", data),
			})),
		);
		// A single word with accents finds only that word, if it occurs.
		const isExactAlone = parts.length === 1 && results.some(({ isExact }) => isExact);
		// Scores of different bundles are comparable only roughly. With sorting by date, scores are places.
		if (!byDate) results.sort((a, b) => standingOf(b) - standingOf(a) || b.score - a.score);
		return {
			results: isExactAlone ? results.filter(({ isExact }) => isExact) : results,
			choices: sumOf(found.map(({ choices, exactChoices }) => (isExactAlone ? exactChoices : choices))),
			from: (searched[searched.length - 1] ?? "").slice(0, 4),
			to: (searched[0] ?? "").slice(0, 4),
			failed: searched.filter((period) => closed.has(period) || missed.has(period)),
			missing: missingIn(found, parts),
		};
	}

	/** Using a filter with any value loads its counts. */
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

	/** Searches the query as typed. If nothing matches, tries other readings, then a corrected one. */
	async function search(query: ArchiveQuery, how: ArchiveSearchOptions): Promise<ArchiveAnswer> {
		const literal = await searchAll(query, how);
		if (literal.results.length > 0) return literal;
		for (const text of otherReadings(query.text).texts) {
			const other = await searchAll({ ...query, text }, how);
			if (other.results.length > 0) return { ...other, understoodAs: text };
		}
		const meant = query.text === "" || isQuoted(query.text) ? undefined : await correct(query.text);
		if (meant === undefined) return literal;
		const { results } = await searchAll({ ...query, text: meant }, how);
		return results.length > 0 ? { ...literal, suggestion: { text: meant, count: results.length } } : literal;
	}

	return {
		// Searches run one after the other, so that failed files can be attributed.
		search(query, how = {}) {
			const answer = earlier.then(() => search(query, how));
			earlier = answer.catch(() => {});
			return answer;
		},
	};
}

/** The typed accents count before the words' order: "hội nghị", "nghị quyết của hội", "hỏi nghi". */
function standingOf({ isExact, isTogether }: Pick<PeriodHit, "isExact" | "isTogether">): number {
	return 2 * Number(isExact) + Number(isTogether);
}

/** The periods that may have results of a query. */
function periodsOf(periods: readonly string[], { from, to, filters }: ArchiveQuery): string[] {
	const dates = filters.day ?? filters.month;
	const dated = dates && new Set(dates.flatMap((date) => periodsWith(periods, date)));
	return periods.filter((period) => {
		const year = period.slice(0, 4);
		return (!from || year >= from) && (!to || year <= to) && (!dated || dated.has(period));
	});
}

/** The periods that may contain articles of a day or a month. */
function periodsWith(periods: readonly string[], date: string): string[] {
	const month = date.slice(0, 7);
	const ofMonth = periods.filter((period) => period.startsWith(month));
	if (ofMonth.length === 0) return [date.slice(0, 4)];
	// The newer part of a split month is named by its first day.
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

/** The parts of the query that no period contains. */
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
