import { placeTone } from "../../text/decode-typing.ts";
import { partJoined } from "../../text/part-joined.ts";
import { isSyllable } from "../../text/syllable.ts";
import { wordKeys } from "../../text/word-keys.ts";
import { commonPlaces } from "./common-places.ts";
import type { CorrectedQuery, Replacement } from "./correct-query.ts";
import { replaceWord } from "./correct-query.ts";
import { fewDocuments, tellsSpelling, timesWritten } from "./hardly-written.ts";
import type { LookTools } from "./look-tools.ts";
import type { QueryWord } from "./query-terms.ts";
import type { Reading } from "./reading.ts";
import { listed } from "./reading.ts";
import { lettersAndTone, soundAlikes } from "./sounds.ts";
import { manyTimes, timesAsUsual } from "./usualness.ts";

/** What a longer query finds is hardly ever wrong, so it stays the answer. */
const mostReplaced = 3;

/**
 * The query with a word in another spelling that sounds alike, or with its only word split, if the archive hardly ever
 * has it as typed and often has the other. Documents with the typed spelling stay the answer, and the other is only
 * offered. If there are none, the other is the answer.
 */
export async function respelt(tools: LookTools, literal: Reading): Promise<Reading> {
	const { read, documentsWithEach } = tools;
	const { words } = literal;
	const doubtful = [...words.keys()].filter((place) => soundAlikes(words[place]?.exact ?? "").length > 0);
	const ways = [...respellings(words), ...partings(words)];
	if (ways.length === 0) return literal;
	const isTold = tellsSpelling(literal.found);
	const written = isTold
		? timesWritten(literal.found)
		: Math.min(timesWritten(literal.found), ...(await documentsWithEach(words, doubtful)));
	if (written > fewDocuments) return literal;
	const readings = await Promise.all(
		ways.map(async (corrected) => ({ ...(await read(corrected.words)), corrected })),
	);
	const [best] = readings.sort((a, b) => timesWritten(b.found) - timesWritten(a.found));
	const [replaced] = best?.corrected.replaced ?? [];
	if (!best || !replaced || !isFarMoreUsual(literal, best, replaced, written)) return literal;
	if (!(await commonPlaces(tools, best.words, [replaced.place])).has(replaced.place)) return literal;
	const corrected = { ...best.corrected, count: listed(best).length };
	const frequency = Math.min(...literal.found.map((term) => term.frequency));
	const isKept = words.length > mostReplaced || (written > 0 && (isTold || written >= frequency));
	return { ...(isKept ? literal : best), corrected };
}

/** @param written in how many documents the query is as it was typed */
function isFarMoreUsual(
	{ found }: Pick<Reading, "found">,
	best: Pick<Reading, "found">,
	{ place, written: other }: Replacement,
	written: number,
): boolean {
	const times = timesWritten(best.found) / Math.max(1, written);
	if (times >= manyTimes || other.includes(" ")) return times >= manyTimes;
	return timesAsUsual({ typed: found, other: best.found, place, documents: written }) >= manyTimes;
}

/** The ways to split a query of one word that was typed without spaces: "bongda". */
function partings(words: readonly QueryWord[]): CorrectedQuery[] {
	const [word] = words;
	if (!word || words.length > 1) return [];
	return partJoined(word.folded).map((written) => replaceWord(words, 0, { written, likeness: 1 }));
}

function respellings(words: readonly QueryWord[]): CorrectedQuery[] {
	return words.flatMap(({ exact }, place) =>
		soundAlikes(exact)
			.map((alike) => placeTone(...lettersAndTone(alike)))
			.filter((written) => isSyllable(wordKeys(written).folded))
			.map((written) => replaceWord(words, place, { written, likeness: 1 })),
	);
}
