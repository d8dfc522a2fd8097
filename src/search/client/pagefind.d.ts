/** The part of Pagefind's browser interface that the search page uses (pagefind.js of a bundle, version 1.6). */
export interface Pagefind {
	options(options: { excerptLength?: number; ranking?: Record<string, number> }): Promise<void>;
	init(): Promise<void>;
	mergeIndex(bundle: string, options?: Record<string, unknown>): Promise<void>;
	search(
		term: string | null,
		options?: { filters?: Record<string, string>; sort?: Record<string, "asc" | "desc"> },
	): Promise<PagefindSearch | null>;
}

export interface PagefindSearch {
	readonly results: readonly { readonly id: string; data(): Promise<PagefindResult> }[];
	/** Counts by filter and value within the results. */
	readonly filters: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface PagefindResult {
	readonly url: string;
	/** HTML: escaped text with `<mark>`. */
	readonly excerpt: string;
	readonly meta: Readonly<Record<string, string>>;
}
