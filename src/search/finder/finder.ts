/**
 * What the finder's parts hand each other: the page asks, the reader answers. The index that it reads is described in
 * docs/finder-index.md.
 */

/**
 * Reads a file of the index by its path below the index's root; rejects where it cannot be had. With `isFresh` no copy
 * kept by a cache will do, as the one that was handed out belongs to a former state of the index.
 */
export type ReadFile = (path: string, signal?: AbortSignal, isFresh?: boolean) => Promise<Uint8Array>;

/** By slug; the year as "2026". What is left out does not narrow. */
export interface FinderFilters {
	readonly year?: string;
	readonly province?: string;
	readonly committee?: string;
}

export interface FinderQuery {
	/** As the reader typed it. */
	readonly text: string;
	readonly filters: FinderFilters;
	/** Newest first instead of best first. */
	readonly byDate: boolean;
	/** From one; ten hits a page. */
	readonly page: number;
}

export interface FinderHit {
	readonly address: string;
	readonly title: string;
	/** The moment of publishing, in ISO 8601. */
	readonly date: string;
	/** Nobody knows its day; the date only sorts it. */
	readonly undated?: boolean;
	readonly lead: string;
	/** Address of a small picture. */
	readonly picture?: string;
	/** Names as readers know them. */
	readonly committee?: string;
	readonly province?: string;
}

/** A part of a text, in UTF-16 code units, the end excluded. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** A hit, and where the words of the query as it was understood stand in it, accents or not. Spans in order, apart. */
export interface MarkedHit extends FinderHit {
	readonly marks: Readonly<Record<"title" | "lead" | "committee" | "province", readonly Span[]>>;
}

/** Plain data, so that a worker can hand it over. */
export interface FinderAnswer {
	/** At most ten: those of the page that was asked for. */
	readonly hits: readonly MarkedHit[];
	/** How many articles match well enough to be listed. */
	readonly total: number;
	/** "Có phải bạn tìm …?", where little was found and another spelling finds more. */
	readonly suggestion?: { readonly text: string; readonly count: number };
	/** What the query was taken for where it was typed otherwise: Telex decoded, an abbreviation spelled out. */
	readonly understoodAs?: string;
	/** Files of the index that could not be read; the others still answer. */
	readonly failures: number;
}

export interface Suggestion {
	readonly kind: "article" | "tag" | "committee" | "author";
	readonly text: string;
	readonly address: string;
}

export interface Finder {
	/**
	 * The best articles for a query. Files that cannot be read or are damaged are counted in `failures`.
	 *
	 * @throws FinderError where the index's list of segments itself cannot be read; what `signal` gives as its reason
	 */
	find(query: FinderQuery, signal?: AbortSignal): Promise<FinderAnswer>;
	/** What a reader may mean by a beginning, at most eight, best first. Names are matched by the beginning of a word. */
	suggest(typed: string, signal?: AbortSignal): Promise<readonly Suggestion[]>;
}

/** The index or a file of it cannot be used; the message says which and why, for logs. */
export class FinderError extends Error {}
