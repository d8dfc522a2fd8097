import { placeTone } from "../../text/decode-typing.ts";
import { isSyllable } from "../../text/syllable.ts";
import type { WordKeys } from "../../text/word-keys.ts";
import { wordKeys } from "../../text/word-keys.ts";
import type { Archive } from "./archive.ts";
import { documentsWith, documentsWithEach, uncommonPlaces } from "./common-words.ts";
import type { CorrectedQuery } from "./correct-query.ts";
import type { FoundTerm } from "./look-up.ts";
import type { QueryWord } from "./query-terms.ts";
import type { Reading } from "./reading.ts";
import { listed } from "./reading.ts";
import { wordsOf } from "./rewritings.ts";
import { lettersAndTone, soundAlikes } from "./sounds.ts";

/** Longer queries are hardly found whole by a wrong spelling. */
const mostWords = 3;
/** A spelling with no more documents may be wrong, if another that sounds alike has this many times as many. */
const fewDocuments = 3;
const manyTimes = 25;

/** What respelling needs of the finder. */
export interface RespellTools {
	readonly archive: Archive;
	readonly read: (words: readonly QueryWord[]) => Promise<Reading>;
	/** The titles that readers see first. */
	readonly titlesOf: (reading: Reading) => Promise<readonly string[]>;
}

/**
 * The query with a word in another spelling that sounds alike, if the archive hardly ever has it as typed and often has
 * it so. What has the typed spelling stays the answer, and the other is only offered. If nothing has it, the other
 * spelling is the answer.
 */
export async function respelt({ archive, read, titlesOf }: RespellTools, literal: Reading): Promise<Reading> {
	const { words } = literal;
	const doubtful = [...words.keys()].filter((place) => soundAlikes(words[place]?.exact ?? "").length > 0);
	if (words.length > mostWords || doubtful.length === 0) return literal;
	// Those are read for the page anyway.
	if ((await titlesOf(literal)).some((title) => hasWords(wordsOf(title), words))) return literal;
	const isTold = tellsSpelling(literal.found);
	const written = isTold
		? timesWritten(literal.found)
		: Math.min(timesWritten(literal.found), ...(await documentsWithEach(archive, words, doubtful)));
	if (written > fewDocuments) return literal;
	const readings = await Promise.all(
		respellings(words).map(async (corrected) => ({ ...(await read(corrected.words)), corrected })),
	);
	const [best] = readings.sort((a, b) => timesWritten(b.found) - timesWritten(a.found));
	if (!best || timesWritten(best.found) < manyTimes * Math.max(1, written)) return literal;
	if ((await uncommonPlaces(archive, best.words, [best.corrected.replaced.place])).length > 0) return literal;
	const corrected = { ...best.corrected, count: listed(best).length };
	const frequency = Math.min(...literal.found.map((term) => term.frequency));
	const isKept = written > 0 && (isTold || written >= frequency);
	return { ...(isKept ? literal : best), corrected };
}

/** Whether a text has the words side by side as they were typed. */
function hasWords(text: readonly WordKeys[], words: readonly QueryWord[]): boolean {
	return text.some((_, from) =>
		words.every(({ exact, folded }, offset) => {
			const word = text[from + offset];
			return word?.exact === exact || (exact === folded && word?.folded === folded);
		}),
	);
}

/** Whether the index says of all words how they are written side by side. It does not where all documents agree. */
function tellsSpelling(found: readonly FoundTerm[]): boolean {
	return found.every(
		({ term: { spelling, kind }, lists }) =>
			kind !== "pair" ||
			spelling === undefined ||
			lists.every(({ postings: { spellings } }) => spellings.length > 0),
	);
}

/** In how many documents the rarest of the terms is as it was typed. */
function timesWritten(found: readonly FoundTerm[]): number {
	return Math.min(...found.map(documentsWith));
}

function respellings(words: readonly QueryWord[]): Required<CorrectedQuery>[] {
	return words.flatMap(({ exact }, place) =>
		soundAlikes(exact)
			.map((alike) => placeTone(...lettersAndTone(alike)))
			.filter((written) => isSyllable(wordKeys(written).folded))
			.map((written) => ({
				likeness: 1,
				words: words.map((word, index) => (index === place ? wordKeys(written) : word)),
				replaced: { place, written },
			})),
	);
}
