import type { Segment, SegmentList } from "./format.ts";
import type { IndexFiles } from "./index-files.ts";
import type { Rewritings } from "./rewritings.ts";
import type { RarityOf } from "./usual-words.ts";

/** Where a query is answered from. */
export interface Archive {
	readonly files: IndexFiles;
	readonly list: SegmentList;
	/** Those of the list that may hold what is wanted. */
	readonly segments: readonly Segment[];
	readonly rewritings: Rewritings;
	/** Tells how seldom a folded word is: the more, the higher. */
	readonly rarityOf: RarityOf;
	/** Takes why a file could not be used; what the others hold still counts. */
	readonly onFailure: (error: unknown) => void;
	readonly isWanted: (number: number) => boolean;
	readonly signal: AbortSignal | undefined;
}
