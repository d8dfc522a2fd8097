/** Searches one bundle. */
import type { ArchiveBundles } from "./archive-bundles.ts";
import type { ArchivePart } from "./archive-words.ts";
import type { PagefindFilters, PagefindHit, PagefindSearch } from "./engine.ts";

/** An article with every part of a query. */
export interface PeriodHit {
	readonly score: number;
	/** The argument for the engine's `getData`. */
	readonly data: string;
	/** Whether it has every part with the typed accents. */
	readonly isExact: boolean;
	/** Whether it has the whole query in one piece, with the typed accents if there are any. */
	readonly isTogether: boolean;
}

/** The number of results for each choice, by filter and value; undefined if unknown. */
export type PeriodChoices = Readonly<Record<string, ReadonlyMap<string, number | undefined>>>;

export interface PeriodAnswer {
	readonly hits: readonly PeriodHit[];
	readonly choices: PeriodChoices;
	/** The choices of the exact matches only. */
	readonly exactChoices: PeriodChoices;
	/** Parts that occur in no article of the period. */
	readonly missing: readonly ArchivePart[];
}

export interface PeriodOptions {
	readonly filters: PagefindFilters;
	readonly byDate: boolean;
	/** The whole query as a phrase, if it has several parts. */
	readonly phrase: string | undefined;
}

/** A filter that no article has: with it, matches are counted but not listed. */
const nothing: PagefindFilters = { none: "" };

/** @param period an open one */
export async function searchPeriod(
	{ call }: ArchiveBundles,
	period: string,
	parts: readonly ArchivePart[],
	{ filters, byDate, phrase }: PeriodOptions,
): Promise<PeriodAnswer> {
	const sort = byDate ? { date: "desc" as const } : {};
	const search = (term: string | null) => call(period, "search", term, { filters, sort });
	if (parts.length === 0) return whole(await search(null));
	const exists = async (term: string) => {
		// In place of a word that occurs nowhere, the engine takes one that begins alike. A phrase is taken literally.
		const phrase = term.startsWith('"') ? term : `"${term}"`;
		const { unfilteredResultCount } = await call(period, "search", phrase, { filters: nothing, sort: {} });
		return unfilteredResultCount > 0;
	};
	// The engine ignores a word that occurs nowhere and would return articles with the other words. So each alternative
	// is checked first.
	const possible = await Promise.all(
		parts.map(async ({ ways }) => {
			const are = await Promise.all(
				ways.map(async (way) => (await Promise.all(way.map(exists))).every(Boolean)),
			);
			return ways.filter((_, place) => are[place]);
		}),
	);
	const missing = parts.filter((_, place) => possible[place]?.length === 0);
	if (missing.length > 0) return { hits: [], choices: {}, exactChoices: {}, missing };
	// Words with a single spelling are searched together, so that excerpts show as many of them as possible.
	const isPlain = ([way, ...others]: readonly (readonly string[])[]) =>
		others.length === 0 && !way?.some((term) => term.startsWith('"'));
	const plain = possible.filter(isPlain).flatMap(([way]) => way ?? []);
	const asked = [...(plain.length > 0 ? [[plain]] : []), ...possible.filter((ways) => !isPlain(ways))];
	const answers = await Promise.all(asked.map((ways) => anyOf(ways, search)));
	const [first, ...others] = answers;
	const inAll = [...(first?.hits.values() ?? [])].filter(({ id }) =>
		others.every(({ hits }) => hits.has(id)),
	);
	const counts = first?.filters ?? {};
	const choices = choicesOf(counts, answers.length === 1 && asked[0]?.length === 1);
	const { exact, exactFilters, together } = inAll.length === 0 ? nothingClose : await closest();
	const hits = inAll.map(({ id, score, data }) => ({
		data,
		score: others.reduce((sum, { hits }) => sum + (hits.get(id)?.score ?? 0), score),
		isExact: exact.has(id),
		isTogether: together.has(id),
	}));
	return { hits, choices, exactChoices: choicesOf(exactFilters, parts.length === 1), missing: [] };

	/** What has the typed accents, and what has the whole query in one piece. */
	async function closest() {
		const accented = parts.filter((part) => part.accented.length > 0);
		if (accented.length === 0) return { ...nothingClose, together: await withPhrase() };
		await call(period, "options", { exactDiacritics: true });
		try {
			const all = await Promise.all(
				accented.map(({ accented }) =>
					anyOf(
						accented.map((term) => [term]),
						search,
					),
				),
			);
			const [one, ...rest] = all;
			const ids = [...(one?.hits.keys() ?? [])].filter((id) => rest.every(({ hits }) => hits.has(id)));
			return { exact: new Set(ids), exactFilters: one?.filters ?? {}, together: await withPhrase() };
		} finally {
			await call(period, "options", { exactDiacritics: false });
		}
	}

	async function withPhrase(): Promise<ReadonlySet<string>> {
		if (phrase === undefined || byDate) return new Set();
		return new Set((await anyOf([[phrase]], search)).hits.keys());
	}
}

const nothingClose = { exact: new Set<string>(), exactFilters: {}, together: new Set<string>() };

interface Found {
	readonly hits: ReadonlyMap<string, PagefindHit>;
	readonly filters: PagefindSearch["filters"];
}

/** Articles that match one of the alternatives, each a list of terms that must all match. */
async function anyOf(
	ways: readonly (readonly string[])[],
	search: (term: string) => Promise<PagefindSearch>,
): Promise<Found> {
	const hits = new Map<string, PagefindHit>();
	let filters: PagefindSearch["filters"] = {};
	for (const { results, filters: own } of await Promise.all(ways.map((way) => search(way.join(" "))))) {
		filters = own;
		for (const hit of results) if ((hits.get(hit.id)?.score ?? -1) < hit.score) hits.set(hit.id, hit);
	}
	return { hits, filters };
}

function whole({ results, filters }: PagefindSearch): PeriodAnswer {
	const choices = choicesOf(filters, true);
	return {
		hits: results.map(({ score, data }) => ({ score, data, isExact: false, isTogether: false })),
		choices,
		exactChoices: choices,
		missing: [],
	};
}

/** @param areKnown whether the counts are those of the listed articles */
function choicesOf(filters: PagefindSearch["filters"], areKnown: boolean): PeriodChoices {
	return Object.fromEntries(
		Object.entries(filters).map(([name, values]) => {
			const left = Object.entries(values).filter(([, count]) => count > 0);
			return [name, new Map(left.map(([value, count]) => [value, areKnown ? count : undefined]))];
		}),
	);
}
