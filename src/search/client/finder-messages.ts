/** What pages and the finder's worker tell each other. */
import type { FinderAnswer, FinderQuery, Suggestion } from "../finder/finder.ts";

/** A question of a page. Numbers tell questions apart; the one to give up has the number of the question. */
export type FinderRequest =
	| { readonly id: number; readonly kind: "find"; readonly query: FinderQuery; readonly saveData: boolean }
	| { readonly id: number; readonly kind: "suggest"; readonly typed: string; readonly saveData: boolean }
	| { readonly id: number; readonly kind: "giveUp" };

export type FinderReply =
	| { readonly id: number; readonly answer: FinderAnswer | readonly Suggestion[] }
	| { readonly id: number; readonly failure: string };
