import { fold } from "../../text/fold.ts";
import { wordKeys } from "../../text/word-keys.ts";
import type { Dictionary } from "./format.ts";
import { bucketOf, neighboursPath, wordsPath, wordsShelf } from "./format.ts";
import { hashText } from "./hash.ts";
import type { IndexFiles } from "./index-files.ts";

/** The words beside a word in the archive, most frequent first, as they are written. */
export interface Neighbours {
	readonly after: readonly string[];
	readonly before: readonly string[];
}

/** The dictionary of an index. Words are looked up by their folded keys. */
export interface DictionaryShelves {
	neighbours(folded: string): Promise<Neighbours>;
	/** Frequent words with the same first letter, most frequent first. */
	words(folded: string): Promise<readonly string[]>;
}

export function openDictionary(
	{ segment, numbering, bits, shelves }: Dictionary,
	files: IndexFiles,
	decodeText: (content: Uint8Array) => string,
	signal: AbortSignal | undefined,
): DictionaryShelves {
	const textOf = async (path: string) => decodeText(await files.content(path, numbering, signal));
	return {
		async neighbours(folded) {
			const text = await textOf(neighboursPath(segment, bucketOf(hashText(folded), bits)));
			const line = text.split("\n").find((one) => one.startsWith(`${folded}\t`));
			const [, after = "", before = ""] = line?.split("\t") ?? [];
			return { after: after.split(" ").filter(Boolean), before: before.split(" ").filter(Boolean) };
		},
		async words(folded) {
			const shelf = wordsShelf(folded);
			return shelves.includes(shelf) ? (await textOf(wordsPath(segment, shelf))).split(" ") : [];
		},
	};
}

/** Whether a word begins with the letters typed so far. */
export function isBegunBy(word: string, folded: string): boolean {
	return wordKeys(word).folded.startsWith(folded) || fold(word).startsWith(folded);
}
