import { fold } from "../../text/fold.ts";
import { wordKeys } from "../../text/word-keys.ts";
import type { Dictionary } from "./format.ts";
import { bucketOf, neighboursPath, wordsPath, wordsShelf } from "./format.ts";
import { hashText } from "./hash.ts";
import type { IndexFiles } from "./index-files.ts";
import { decodeText } from "./text-coder.ts";

/** What stands beside a word in the archive, most frequent first, as it is written. */
export interface Neighbours {
	readonly after: readonly string[];
	readonly before: readonly string[];
}

/** @param folded key of the word */
export async function readNeighbours(
	files: IndexFiles,
	{ segment, numbering, bits }: Dictionary,
	folded: string,
	signal?: AbortSignal,
): Promise<Neighbours> {
	const path = neighboursPath(segment, bucketOf(hashText(folded), bits));
	const text = decodeText(await files.content(path, numbering, signal));
	const line = text.split("\n").find((one) => one.startsWith(`${folded}\t`));
	const [, after = "", before = ""] = line?.split("\t") ?? [];
	return { after: after.split(" ").filter(Boolean), before: before.split(" ").filter(Boolean) };
}

/** Frequent words with the first letter of a folded word, most frequent first. */
export async function readWords(
	files: IndexFiles,
	{ segment, numbering, shelves }: Dictionary,
	folded: string,
	signal?: AbortSignal,
): Promise<readonly string[]> {
	const shelf = wordsShelf(folded);
	if (!shelves.includes(shelf)) return [];
	return decodeText(await files.content(wordsPath(segment, shelf), numbering, signal)).split(" ");
}

/** Whether a word goes on as it was begun. */
export function isBegunBy(word: string, folded: string): boolean {
	return wordKeys(word).folded.startsWith(folded) || fold(word).startsWith(folded);
}

/** Whether one letter too many, too few, another or two exchanged make one folded word of the other. */
export function isOneSlipFrom(one: string, other: string): boolean {
	if (one === other || Math.abs(one.length - other.length) > 1) return false;
	let start = 0;
	while (start < one.length && one[start] === other[start]) start++;
	let end = 0;
	while (
		end < Math.min(one.length, other.length) - start &&
		one[one.length - 1 - end] === other[other.length - 1 - end]
	)
		end++;
	const left = one.slice(start, one.length - end);
	const right = other.slice(start, other.length - end);
	if (left.length <= 1 && right.length <= 1) return true;
	return left.length === 2 && left[0] === right[1] && left[1] === right[0] && right.length === 2;
}
