/** What pages and the finder's worker tell each other. */
import type { FinderAnswer, FinderQuery, Suggestion } from "../finder/finder.ts";

/** A question of a page: a query, or the beginning of one. Of each kind only the latest is answered. */
export interface FinderQuestion {
	readonly id: number;
	readonly saveData: boolean;
	readonly asked: FinderQuery | string;
}

export interface FinderReply {
	readonly id: number;
	readonly answer?: FinderAnswer | readonly Suggestion[];
	/** Why there is no answer. */
	readonly failure?: string;
}
