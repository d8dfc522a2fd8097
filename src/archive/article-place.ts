/** Where whole articles are among others. The pages' script computes this too, so the index need not store it. */

import { hashText } from "../search/finder/hash.ts";

/** A place in the archive: a file, and where in it. */
export interface Place {
	/** Relative to the archive's root: `tin/2026-11.html`. */
	readonly path: string;
	/** Without `#`. */
	readonly anchor?: string;
}

/** How articles are grouped into files. */
export interface Gathering {
	/** The months (`2026-11`) that are too large for one file: their days have one each. */
	readonly monthsByDay: ReadonlySet<string>;
}

const articlePattern = /^\/(\d{4})\/(\d\d)\/(\d\d)\/([^/]+)\.html$/;

/** The place of an article's address; undefined for other addresses. */
export function articlePlace(address: string, { monthsByDay }: Gathering): Place | undefined {
	const [, year, month, day, slug] = articlePattern.exec(address) ?? [];
	if (slug === undefined) return undefined;
	const isByDay = monthsByDay.has(`${year}-${month}`);
	return {
		path: isByDay ? dayPath(`${year}-${month}-${day}`) : monthPath(`${year}-${month}`),
		// A letter, as XML asks for one.
		anchor: `b${day}-${hashOf(slug)}`,
	};
}

/**
 * 42 bits of a hash of a slug. Nobody would read a slug there, and slugs in all lists would take a twentieth of the whole
 * archive.
 */
function hashOf(slug: string): string {
	const more = hashText(`${slug}/`) >>> 22;
	return `${hashText(slug).toString(36)}${more.toString(36)}`;
}

/** @param month `2026-11` */
export function monthPath(month: string): string {
	return `tin/${month}.html`;
}

/** @param day `2026-11-22` */
export function dayPath(day: string): string {
	return `tin/${day}.html`;
}
