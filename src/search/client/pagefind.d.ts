/** The part of Pagefind's browser interface that the search page uses (pagefind.js of a bundle, version 1.6). */
export interface PagefindModule {
	createInstance(options: PagefindOptions): Pagefind;
}

export interface PagefindOptions {
	/** In words. */
	readonly excerptLength: number;
}

export interface Pagefind {
	init(): Promise<void>;
	mergeIndex(bundle: string, options: PagefindOptions): Promise<void>;
	/** Loads all filters, which a search then counts. */
	filters(): Promise<unknown>;
	search(
		term: string | null,
		options?: { filters?: Record<string, string>; sort?: Record<string, "asc" | "desc"> },
	): Promise<PagefindSearch | null>;
	destroy(): Promise<void>;
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
