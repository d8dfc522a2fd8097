/**
 * `/doc-ngoai-tuyen/<yyyy-mm>.json`: the pages of a month as they were written. By it a phone tells the size of what it
 * is to keep, fetches what has changed and nothing else, and knows that it has got what it asked for.
 */
import type { UrlPath } from "./ids.ts";

/** Counted up with every change of the form; a phone leaves another version alone. */
export const pageListVersion = 1;

export interface PageList {
	readonly version: number;
	/** `2026-11` */
	readonly month: string;
	/** Articles, notices of withdrawal, days, and the month itself; by address. */
	readonly pages: readonly ListedPage[];
}

export interface ListedPage {
	readonly address: UrlPath;
	/** The first 128 bits of the SHA-256 of its bytes, as base64url: 22 characters. */
	readonly digest: string;
	/** In bytes. */
	readonly size: number;
	/** Of an article that was taken back, whose notice nobody needs without a network. */
	readonly withdrawn?: true;
	/** Those that an article shows, one version of each, in a width for phones. */
	readonly pictures?: readonly ListedPicture[];
}

export interface ListedPicture {
	/** Never changes what it gives. */
	readonly address: UrlPath;
	/** In bytes. */
	readonly size: number;
}
