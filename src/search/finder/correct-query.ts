import { wordKeys } from "../../text/word-keys.ts";
import type { Dictionary } from "./format.ts";
import type { IndexFiles } from "./index-files.ts";
import type { QueryWord } from "./query-terms.ts";
import { isBegunBy, isOneSlipFrom, readNeighbours, readWords } from "./read-dictionary.ts";

/** A query with one word replaced by what may have been meant. */
export interface CorrectedQuery {
	readonly words: readonly QueryWord[];
	/** Which word was replaced, and by what, as it is written; none where only the order is another. */
	readonly replaced?: { readonly place: number; readonly written: string };
}

/** Ways to read a word differently that are tried. */
const mostCandidates = 3;

/** What a last word that was only begun may become: what goes on so after the word before it, or at all. */
export async function completions(
	files: IndexFiles,
	dictionary: Dictionary,
	words: readonly QueryWord[],
	signal?: AbortSignal,
): Promise<CorrectedQuery[]> {
	const place = words.length - 1;
	const last = words[place];
	if (!last) return [];
	const before = words[place - 1];
	const known = before
		? (await readNeighbours(files, dictionary, before.folded, signal)).after
		: await readWords(files, dictionary, last.folded, signal);
	return known
		.filter((word) => isBegunBy(word, last.folded) && wordKeys(word).folded !== last.folded)
		.slice(0, mostCandidates)
		.map((word) => replaced(words, place, word));
}

/** What a word may be that differs by one slip: what stands between the words beside it. */
export async function corrections(
	files: IndexFiles,
	dictionary: Dictionary,
	words: readonly QueryWord[],
	place: number,
	signal?: AbortSignal,
): Promise<CorrectedQuery[]> {
	const word = words[place];
	if (!word || /\d/.test(word.folded)) return [];
	const before = words[place - 1];
	const after = words[place + 1];
	const beside = await Promise.all([
		before ? readNeighbours(files, dictionary, before.folded, signal).then((words) => words.after) : [],
		after ? readNeighbours(files, dictionary, after.folded, signal).then((words) => words.before) : [],
	]);
	const points = new Map<string, number>();
	const add = (list: readonly string[], worth: number) => {
		for (const [rank, candidate] of list.entries())
			if (isOneSlipFrom(wordKeys(candidate).folded, word.folded))
				points.set(candidate, (points.get(candidate) ?? 0) + worth * (1 - rank / 1000));
	};
	for (const list of beside) add(list, 1);
	// What stands beside them too seldom to be known there may still be a usual word.
	if (points.size < mostCandidates) add(await readWords(files, dictionary, word.folded, signal), 0.4);
	return [...points]
		.sort(([, a], [, b]) => b - a)
		.slice(0, mostCandidates)
		.map(([candidate]) => replaced(words, place, candidate));
}

/** Frequent family names, folded. */
const familyNames = new Set(
	"nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong li dinh truong luong trinh".split(" "),
);

/** A short query with a family name inside or at its end, with that first: "An Nguyễn Văn" is Nguyễn Văn An. */
export function nameOrders(words: readonly QueryWord[]): CorrectedQuery[] {
	if (words.length < 2 || words.length > 4) return [];
	const place = words.findIndex(({ folded }, index) => index > 0 && familyNames.has(folded));
	return place === -1 ? [] : [{ words: [...words.slice(place), ...words.slice(0, place)] }];
}

function replaced(words: readonly QueryWord[], place: number, written: string): CorrectedQuery {
	return {
		words: words.map((word, index) => (index === place ? wordKeys(written) : word)),
		replaced: { place, written },
	};
}
