/** The messages between pages and the finder's worker. */
import type { FinderAnswer, FinderQuery, Suggestion } from "../finder/finder.ts";

/**
 * A page's request: a query, or the beginning of one for suggestions. Only the latest request of each kind is answered.
 */
export interface FinderQuestion {
	readonly id: number;
	readonly saveData: boolean;
	readonly asked: FinderQuery | string;
}

export interface FinderReply {
	readonly id: number;
	readonly answer?: FinderAnswer | readonly Suggestion[];
	/** The error, if there is no answer. */
	readonly failure?: string;
}
