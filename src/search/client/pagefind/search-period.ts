/** What one bundle has of a question. */
import type { ArchiveBundles } from "./archive-bundles.ts";
import type { ArchivePart } from "./archive-words.ts";
import type { PagefindFilters, PagefindHit, PagefindSearch } from "./engine.ts";

/** An article that has every part of a question. */
export interface PeriodHit {
	readonly score: number;
	/** What the engine's `getData` takes. */
	readonly data: string;
	/** Whether it has every part with the accents that were typed. */
	readonly isExact: boolean;
}

/** What a choice of a filter would leave, by filter and value; undefined where that is not known. */
export type PeriodChoices = Readonly<Record<string, ReadonlyMap<string, number | undefined>>>;

export interface PeriodAnswer {
	readonly hits: readonly PeriodHit[];
	readonly choices: PeriodChoices;
	/** Of the articles that are exact alone. */
	readonly exactChoices: PeriodChoices;
	/** Parts that stand in no article of the period. */
	readonly missing: readonly ArchivePart[];
}

export interface PeriodOptions {
	readonly filters: PagefindFilters;
	readonly byDate: boolean;
}

/** A filter that no article has: what is asked with it is counted and not listed. */
const nothing: PagefindFilters = { none: "" };

/** @param period one that is open */
export async function searchPeriod(
	{ call }: ArchiveBundles,
	period: string,
	parts: readonly ArchivePart[],
	{ filters, byDate }: PeriodOptions,
): Promise<PeriodAnswer> {
	const sort = byDate ? { date: "desc" as const } : {};
	const search = (term: string | null) => call(period, "search", term, { filters, sort });
	if (parts.length === 0) return whole(await search(null));
	const exists = async (term: string) => {
		const { unfilteredResultCount } = await call(period, "search", term, { filters: nothing, sort: {} });
		return unfilteredResultCount > 0;
	};
	// The engine passes over a word that stands nowhere, and would find what has the others.
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
	// What is written in one way alone is asked for at once, so that excerpts show as many of the words as can be.
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
	const { exact, exactFilters } = inAll.length === 0 ? noneExact : await exactOf();
	const hits = inAll.map(({ id, score, data }) => ({
		data,
		score: others.reduce((sum, { hits }) => sum + (hits.get(id)?.score ?? 0), score),
		isExact: exact.has(id),
	}));
	return { hits, choices, exactChoices: choicesOf(exactFilters, parts.length === 1), missing: [] };

	async function exactOf() {
		const accented = parts.filter((part) => part.accented.length > 0);
		if (accented.length === 0) return noneExact;
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
			return { exact: new Set(ids), exactFilters: one?.filters ?? {} };
		} finally {
			await call(period, "options", { exactDiacritics: false });
		}
	}
}

const noneExact = { exact: new Set<string>(), exactFilters: {} };

interface Found {
	readonly hits: ReadonlyMap<string, PagefindHit>;
	readonly filters: PagefindSearch["filters"];
}

/** What has one of the ways, each of which is terms that stand together. */
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
		hits: results.map(({ score, data }) => ({ score, data, isExact: false })),
		choices,
		exactChoices: choices,
		missing: [],
	};
}

/** @param areKnown whether the counts are those of the articles that are listed */
function choicesOf(filters: PagefindSearch["filters"], areKnown: boolean): PeriodChoices {
	return Object.fromEntries(
		Object.entries(filters).map(([name, values]) => {
			const left = Object.entries(values).filter(([, count]) => count > 0);
			return [name, new Map(left.map(([value, count]) => [value, areKnown ? count : undefined]))];
		}),
	);
}
