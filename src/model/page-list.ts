/**
 * `/doc-ngoai-tuyen/<yyyy-mm>.json`: the pages of a month as written. With it, a phone knows the size of a download,
 * fetches only what has changed, and verifies what it gets.
 */
import type { UrlPath } from "./ids.ts";

/** Incremented with each change of the format; phones ignore other versions. */
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
	/** Set for a withdrawn article, whose notice need not be kept offline. */
	readonly withdrawn?: true;
	/** The article's pictures, each in one width for phones. */
	readonly pictures?: readonly FixedFile[];
	/** The article's attachments. */
	readonly attachments?: readonly FixedFile[];
}

/** A picture or an attachment. */
export interface FixedFile {
	/** Its content never changes. */
	readonly address: UrlPath;
	/** In bytes. */
	readonly size: number;
}
