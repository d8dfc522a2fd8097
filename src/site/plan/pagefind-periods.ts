import type { ArchiveIndex, Entry } from "./archive-index.ts";
import { visible } from "./archive-index.ts";

/** A month with more articles is divided, as Pagefind rewrites most of a bundle for one more article. */
const mostInMonth = 150;
/** Days on which a part of such a month begins. */
const partDays = ["01", "11", "21"];

/**
 * The periods by which the search index is cut, newest first, each with its articles, oldest first: the newest month
 * (`2026-11`), the other months of its year (`2026`), and every year before. Where the newest month has many articles,
 * its last part (`2026-11-21`) is a period of its own. So publishing indexes one of these again, and a reader who looks
 * at what is recent loads little.
 */
export function pagefindPeriods(index: ArchiveIndex): Map<string, readonly Entry[]> {
	const periods = new Map<string, readonly Entry[]>();
	const newestMonth = [...index.byMonth.keys()].at(-1);
	if (newestMonth === undefined) return periods;
	const ofMonth = visible(index.byMonth.get(newestMonth) ?? []);
	const part = lastPartOf(ofMonth.map(({ article }) => article.date));
	if (part === undefined) periods.set(newestMonth, ofMonth);
	else {
		periods.set(
			part,
			ofMonth.filter(({ article }) => article.date >= part),
		);
		periods.set(
			newestMonth,
			ofMonth.filter(({ article }) => article.date < part),
		);
	}
	for (const [year, entries] of [...index.byYear].reverse()) {
		const others = visible(entries).filter(({ article }) => !article.date.startsWith(newestMonth));
		if (others.length > 0) periods.set(year, others);
	}
	return periods;
}

/**
 * The day on which the last part of a month begins that has articles; undefined where the month is not cut.
 *
 * @param dates of the month's articles, oldest first
 */
export function lastPartOf(dates: readonly string[]): string | undefined {
	const [first, last] = [dates[0], dates.at(-1)];
	if (first === undefined || last === undefined || dates.length <= mostInMonth) return undefined;
	const begun = partDays.map((day) => `${last.slice(0, 7)}-${day}`).filter((day) => day <= last);
	const part = begun.at(-1);
	return part !== undefined && first < part ? part : undefined;
}
