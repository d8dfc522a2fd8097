import { withStrokes } from "../stroke.ts";
import type { Pagefind, PagefindOptions, PagefindSearch } from "./pagefind.d.ts";
import type { Query } from "./query.ts";

/** Bundles that a search begins with; the older ones join when too little was found or when they are asked for. */
const firstBundles = 3;
/** Fewer results than this, and older bundles are searched as well. */
const enough = 10;
const options: PagefindOptions = { excerptLength: 28 };

/** What was found, and how far back it was looked for. */
export interface Found extends PagefindSearch {
	/** The oldest year that was searched. */
	readonly from: string;
	/** Whether there are older periods that were not searched. */
	readonly hasOlder: boolean;
}

/** The bundles of the archive, opened one after the other, from the newest. */
export interface ArchiveSearch {
	search(query: Query, reach?: "recent" | "all"): Promise<Found>;
}

/**
 * The bundles that are open: for the best results first as one index, for the newest first as one index each, since
 * Pagefind gives what it sorts the place within its bundle for a score, which says nothing among several.
 */
interface Opened {
	readonly indexes: Pagefind[];
	count: number;
}

/**
 * @param periods newest first: a month (`2026-11`), then years
 * @param load opens the bundle of a period; a failure is thrown, and a later search tries again
 */
export function createArchiveSearch(
	periods: readonly string[],
	load: (period: string, options: PagefindOptions) => Promise<Pagefind>,
): ArchiveSearch {
	const opened = new Map<Query["byDate"], Opened>();
	let earlier: Promise<unknown> = Promise.resolve();

	async function openNext(archive: Opened, byDate: boolean): Promise<void> {
		const period = periods[archive.count];
		if (period === undefined) throw new Error("The archive is empty");
		const [first] = archive.indexes;
		if (first && !byDate) await first.mergeIndex(bundleAddress(period), options);
		else archive.indexes.push(await load(period, options));
		archive.count++;
	}

	async function searchIn(count: number, query: Query): Promise<Found> {
		const archive = opened.get(query.byDate) ?? { indexes: [], count: 0 };
		opened.set(query.byDate, archive);
		try {
			while (archive.count < Math.max(1, Math.min(count, periods.length)))
				await openNext(archive, query.byDate);
			const answers = await Promise.all(archive.indexes.map((index) => ask(index, query)));
			return {
				results: answers.flatMap((answer) => answer?.results ?? []),
				filters: sumOf(answers.map((answer) => answer?.filters ?? {})),
				from: (periods[archive.count - 1] ?? "").slice(0, 4),
				hasOlder: archive.count < periods.length,
			};
		} catch (error) {
			// A bundle that failed to load stays in the index and fails every search.
			opened.delete(query.byDate);
			await Promise.all(archive.indexes.map((index) => index.destroy()));
			throw error;
		}
	}

	async function search(query: Query, reach: "recent" | "all"): Promise<Found> {
		const { year } = query.filters;
		const wanted =
			year === undefined ? 0 : periods.map((period) => period.startsWith(year)).lastIndexOf(true) + 1;
		const count = reach === "all" ? periods.length : Math.max(firstBundles, wanted);
		const found = await searchIn(count, query);
		if (reach === "all" || found.results.length >= enough || !found.hasOlder || wanted > 0) return found;
		return await searchIn(periods.length, query);
	}

	return {
		// One after the other, as two searches at once would open a bundle twice.
		search(query, reach = "recent") {
			const answer = earlier.then(() => search(query, reach));
			earlier = answer.catch(() => {});
			return answer;
		},
	};
}

async function ask(index: Pagefind, query: Query): Promise<PagefindSearch | null> {
	// Only filters that are loaded are counted.
	await index.filters();
	return await index.search(withStrokes(query.text), {
		filters: { ...query.filters },
		sort: query.byDate ? { date: "desc" } : {},
	});
}

function sumOf(counts: readonly PagefindSearch["filters"][]): PagefindSearch["filters"] {
	const sum: Record<string, Record<string, number>> = {};
	for (const [name, values] of counts.flatMap((filters) => Object.entries(filters))) {
		sum[name] ??= {};
		for (const [value, count] of Object.entries(values)) sum[name][value] = (sum[name][value] ?? 0) + count;
	}
	return sum;
}

/** Where the bundle of a period lies. */
export function bundleAddress(period: string): string {
	return `/pagefind/${period}/`;
}
