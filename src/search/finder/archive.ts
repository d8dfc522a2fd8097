import type { Segment, SegmentList } from "./format.ts";
import type { IndexFiles } from "./index-files.ts";
import type { Rewritings } from "./rewritings.ts";
import type { RarityOf } from "./usual-words.ts";

/** The data for answering a query. */
export interface Archive {
	readonly files: IndexFiles;
	readonly list: SegmentList;
	/** The segments of the list that may have matches. */
	readonly segments: readonly Segment[];
	readonly rewritings: Rewritings;
	/** The rarity of a folded word; higher means rarer. */
	readonly rarityOf: RarityOf;
	/** Receives the error of an unusable file. The other files are still used. */
	readonly onFailure: (error: unknown) => void;
	readonly isWanted: (number: number) => boolean;
	readonly signal: AbortSignal | undefined;
}
