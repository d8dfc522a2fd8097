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
	/** Whether there are years that were not searched. */
	readonly hasOlder: boolean;
}

/** The year bundles of the archive, opened one after the other, from the newest. */
export interface ArchiveSearch {
	search(query: Query, reach?: "recent" | "all"): Promise<Found>;
}

/**
 * @param years newest first
 * @param load opens the bundle of a year; a failure is thrown, and a later search tries again
 */
export function createArchiveSearch(
	years: readonly string[],
	load: (year: string) => Promise<Pagefind>,
): ArchiveSearch {
	let opened: Promise<Pagefind> | undefined;
	let merged = 0;

	async function open(count: number): Promise<Pagefind> {
		const [newest] = years;
		if (newest === undefined) throw new Error("The archive is empty");
		opened ??= load(newest);
		const pagefind = await opened.catch((error: unknown) => {
			opened = undefined;
			throw error;
		});
		merged = Math.max(merged, 1);
		while (merged < Math.min(count, years.length)) {
			await pagefind.mergeIndex(bundleAddress(years[merged] ?? ""));
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
			from: years[merged - 1] ?? "",
			hasOlder: merged < years.length,
		};
	}

	return {
		async search(query, reach = "recent") {
			const wanted = query.filters.year === undefined ? 0 : years.indexOf(query.filters.year) + 1;
			const count = reach === "all" ? years.length : Math.max(firstBundles, wanted);
			const found = await searchIn(count, query);
			if (reach === "all" || found.results.length >= enough || !found.hasOlder || wanted > 0) return found;
			return searchIn(years.length, query);
		},
	};
}

/** Where the bundle of a year lies. */
export function bundleAddress(year: string): string {
	return `/pagefind/${year}/`;
}
