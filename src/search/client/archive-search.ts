import { withStrokes } from "../stroke.ts";
import type { Pagefind, PagefindSearch } from "./pagefind.d.ts";
import type { Query } from "./query.ts";

/** Bundles that a search begins with; the older ones join when too little was found or when they are asked for. */
const firstBundles = 3;
/** Fewer results than this, and older bundles are searched as well. */
const enough = 10;

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
 * @param periods newest first: a month (`2026-11`), then years
 * @param load opens the bundle of a period; a failure is thrown, and a later search tries again
 */
export function createArchiveSearch(
	periods: readonly string[],
	load: (period: string) => Promise<Pagefind>,
): ArchiveSearch {
	let opened: Promise<Pagefind> | undefined;
	let merged = 0;

	async function open(count: number): Promise<Pagefind> {
		const [newest] = periods;
		if (newest === undefined) throw new Error("The archive is empty");
		opened ??= load(newest);
		const pagefind = await opened.catch((error: unknown) => {
			opened = undefined;
			throw error;
		});
		merged = Math.max(merged, 1);
		while (merged < Math.min(count, periods.length)) {
			await pagefind.mergeIndex(bundleAddress(periods[merged] ?? ""));
			merged++;
		}
		return pagefind;
	}

	async function searchIn(count: number, query: Query): Promise<Found> {
		const pagefind = await open(count);
		const found = await pagefind.search(withStrokes(query.text), {
			filters: { ...query.filters },
			sort: query.byDate ? { date: "desc" } : {},
		});
		return {
			results: found?.results ?? [],
			filters: found?.filters ?? {},
			from: (periods[merged - 1] ?? "").slice(0, 4),
			hasOlder: merged < periods.length,
		};
	}

	return {
		async search(query, reach = "recent") {
			const { year } = query.filters;
			const wanted =
				year === undefined ? 0 : periods.map((period) => period.startsWith(year)).lastIndexOf(true) + 1;
			const count = reach === "all" ? periods.length : Math.max(firstBundles, wanted);
			const found = await searchIn(count, query);
			if (reach === "all" || found.results.length >= enough || !found.hasOlder || wanted > 0) return found;
			return searchIn(periods.length, query);
		},
	};
}

/** Where the bundle of a period lies. */
export function bundleAddress(period: string): string {
	return `/pagefind/${period}/`;
}
