import type { Archive } from "./archive.ts";
import type { QueryWord } from "./query-terms.ts";
import type { Reading } from "./reading.ts";

/** The functions and data of the finder that the second look uses. */
export interface LookTools {
	readonly archive: Archive;
	readonly decodeText: (content: Uint8Array) => string;
	readonly read: (words: readonly QueryWord[]) => Promise<Reading>;
	/** For the word at each place, how many documents have it as typed. */
	readonly documentsWithEach: (
		words: readonly QueryWord[],
		places: readonly number[],
	) => Promise<readonly number[]>;
	/** The range in a text of each word of the query that it is. */
	readonly rangesOf: (text: string) => readonly { readonly start: number; readonly end: number }[];
	/** Whether a document has all words of a query, wherever they stand in it. */
	readonly haveAllWords: (words: readonly QueryWord[]) => Promise<boolean>;
}
