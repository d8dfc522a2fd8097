import { withStrokes } from "../stroke.ts";
import type { Pagefind, PagefindOptions, PagefindSearch } from "./pagefind.d.ts";
import type { Query } from "./query.ts";

/** Bundles that a search begins with; the older ones join when too little was found or when they are asked for. */
const firstBundles = 3;
/** Fewer results than this, and older bundles are searched as well. */
const enough = 10;
/** Words of an excerpt. */
const excerptLength = 28;

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

/** The bundles that are open, as one index. */
interface Opened {
	readonly pagefind: Pagefind;
	readonly options: PagefindOptions;
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

	/**
	 * Pagefind lays the results of several bundles together by their scores, also those that each bundle sorted by date.
	 * With all scores at nought they stay as they are: the newest bundle's first, each bundle's by date.
	 */
	async function openFirst(byDate: boolean): Promise<Opened> {
		const [newest] = periods;
		if (newest === undefined) throw new Error("The archive is empty");
		const options = { excerptLength, indexWeight: byDate ? 0 : 1 };
		return { pagefind: await load(newest, options), options, count: 1 };
	}

	async function searchIn(count: number, query: Query): Promise<Found> {
		const archive = opened.get(query.byDate) ?? (await openFirst(query.byDate));
		opened.set(query.byDate, archive);
		const { pagefind, options } = archive;
		try {
			while (archive.count < Math.min(count, periods.length)) {
				await pagefind.mergeIndex(bundleAddress(periods[archive.count] ?? ""), options);
				archive.count++;
			}
			// Only filters that are loaded are counted.
			await pagefind.filters();
			const found = await pagefind.search(withStrokes(query.text), {
				filters: { ...query.filters },
				sort: query.byDate ? { date: "desc" } : {},
			});
			return {
				results: found?.results ?? [],
				filters: found?.filters ?? {},
				from: (periods[archive.count - 1] ?? "").slice(0, 4),
				hasOlder: archive.count < periods.length,
			};
		} catch (error) {
			// A bundle that failed to load stays in the index and fails every search.
			opened.delete(query.byDate);
			await pagefind.destroy();
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

/** Where the bundle of a period lies. */
export function bundleAddress(period: string): string {
	return `/pagefind/${period}/`;
}
