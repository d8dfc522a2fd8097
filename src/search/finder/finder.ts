/** The types of the finder's queries and answers. Its index is described in docs/finder-index.md. */

/**
 * Reads a file of the index by its path below the index's root; rejects if it is not available. `isFresh` bypasses the
 * HTTP cache, after a cached copy turned out to belong to a former state of the index.
 */
export type ReadFile = (path: string, signal?: AbortSignal, isFresh?: boolean) => Promise<Uint8Array>;

/** By slug; the year as "2026". Absent filters do not restrict. */
export interface FinderFilters {
	readonly year?: string;
	readonly province?: string;
	readonly committee?: string;
}

export interface FinderQuery {
	/** As typed. */
	readonly text: string;
	readonly filters: FinderFilters;
	/** Newest first instead of best first. */
	readonly byDate: boolean;
	/** From one; ten hits per page. */
	readonly page: number;
	/** Whether articles in English are sought, and no others. */
	readonly isEnglish?: true;
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
	/** Names for readers. */
	readonly committee?: string;
	readonly province?: string;
}

/** A range of a text in UTF-16 code units, excluding the end. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/**
 * A hit with the places of the understood query's words, with or without accents. Spans are sorted and do not overlap.
 */
export interface MarkedHit extends FinderHit {
	readonly marks: Readonly<Record<"title" | "lead" | "committee" | "province", readonly Span[]>>;
}

/** Plain data, so that a worker can send it. */
export interface FinderAnswer {
	/** At most ten: those of the requested page. */
	readonly hits: readonly MarkedHit[];
	/** How many articles match well enough to be listed. */
	readonly total: number;
	/** Set if no article has the query whole, and those that have the most of it are listed. */
	readonly isInPart?: true;
	/** "Có phải bạn tìm …?", if little was found and another spelling finds more. */
	readonly suggestion?: { readonly text: string; readonly count: number };
	/** How the query was understood, if not as typed: decoded from Telex, or with an abbreviation spelled out. */
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
	 * @throws FinderError if the index's list of segments cannot be read; the reason of `signal` if aborted
	 */
	find(query: FinderQuery, signal?: AbortSignal): Promise<FinderAnswer>;
	/** At most eight suggestions for the beginning of a query, best first. Names match by the beginning of a word. */
	suggest(typed: string, signal?: AbortSignal): Promise<readonly Suggestion[]>;
}

/** The index or one of its files cannot be used. The message says which and why, for logs. */
export class FinderError extends Error {}
