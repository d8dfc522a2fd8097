import type { ArchiveIndex, Entry } from "./archive-index.ts";
import { visible } from "./archive-index.ts";

/**
 * The periods by which the search index is cut, newest first, each with its articles, oldest first: the newest month
 * (`2026-11`), the other months of its year (`2026`), and every year before. So publishing indexes one month anew, and
 * a reader who looks at what is recent loads little.
 */
export function searchPeriods(index: ArchiveIndex): Map<string, readonly Entry[]> {
	const periods = new Map<string, readonly Entry[]>();
	const newestMonth = [...index.byMonth.keys()].at(-1);
	if (newestMonth === undefined) return periods;
	periods.set(newestMonth, visible(index.byMonth.get(newestMonth) ?? []));
	for (const [year, entries] of [...index.byYear].reverse()) {
		const others = visible(entries).filter(({ article }) => !article.date.startsWith(newestMonth));
		if (others.length > 0) periods.set(year, others);
	}
	return periods;
}
