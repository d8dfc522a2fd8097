import type { Archive } from "./archive.ts";
import { bestOf } from "./best-reading.ts";
import { documentsWithEach, haveAllWords } from "./common-words.ts";
import { gatherTerms } from "./gather-terms.ts";
import { mayBeMisspelt } from "./hardly-written.ts";
import { bestShare } from "./list-candidates.ts";
import type { LookTools } from "./look-tools.ts";
import type { FoundTerm } from "./look-up.ts";
import type { QueryWord } from "./query-terms.ts";
import { loneTerms, planQuery, queryWords, rangesOf, wholeNumbers } from "./query-terms.ts";
import { rank } from "./rank.ts";
import type { Reading } from "./reading.ts";
import type { SecondLook } from "./second-look.ts";
import { decodeText } from "./text-coder.ts";

/**
 * How much a query may be changed: not at all, with its last word completed, or also with a word corrected. Each step
 * costs requests.
 */
export type Effort = "typed" | "completed" | "corrected";

/**
 * Finds the best reading of a query. First as typed, unless that is hardly ever written and a spelling that sounds alike
 * is usual. If nothing matches, decoded from Telex or with joined words split. Then, if no document has all of it, with
 * an uncommon word corrected, the last word completed, or a name or document number reordered.
 *
 * @param lookAgain loads the second look; without it, the query is answered as typed
 * @param isWhole whether the last word is certainly complete
 * @param titlesOf the titles of the articles that are shown first
 */
export async function answerQuery(
	archive: Archive,
	lookAgain: () => Promise<SecondLook | undefined>,
	text: string,
	isWhole: boolean,
	effort: Effort,
	titlesOf: (reading: Reading) => Promise<readonly string[]>,
): Promise<Reading> {
	const asTyped = (one: string) => read(archive, queryWords(one, archive.rewritings), wholeNumbers(one));
	const literal = await asTyped(text);
	const tools: LookTools = {
		archive,
		decodeText,
		read: (words) => read(archive, words, []),
		documentsWithEach: (words, places) => documentsWithEach(archive, words, places),
		haveAllWords: (words) => haveAllWords(archive, words),
		rangesOf: (one) => rangesOf(one, archive.rewritings),
	};
	// "gas" and "data" are taken literally if the index has them.
	if (literal.share >= 1 && (effort !== "corrected" || !(await mayBeMisspelt(literal, titlesOf))))
		return literal;
	const look = await lookAgain();
	if (literal.share >= 1) return look ? await look.respelt(tools, literal, text) : literal;
	if (!look) return await withLoneWords(archive, literal);
	const { texts, leastShare } = look.otherReadings(text);
	const others = await Promise.all(
		texts.map(async (understoodAs) => ({ ...(await asTyped(understoodAs)), understoodAs })),
	);
	const best = bestOf(others.filter(({ share }) => share >= Math.max(leastShare, literal.share)));
	const reading: Reading = best ?? literal;
	if (reading.share >= 1 || effort === "typed") return reading;
	const corrected = await look.corrected(
		tools,
		reading,
		reading.understoodAs ?? text,
		isWhole,
		effort === "corrected",
	);
	return corrected ?? (await withLoneWords(archive, reading));
}

async function read(
	archive: Archive,
	words: readonly QueryWord[],
	numbers: readonly QueryWord[],
): Promise<Reading> {
	return judged(archive, words, await gatherTerms(archive, planQuery(words, numbers, archive.rarityOf)));
}

/** Adds single words whose pairs occur nowhere. */
async function withLoneWords(archive: Archive, reading: Reading): Promise<Reading> {
	const { words, found } = reading;
	const paired = new Set(
		found.flatMap(({ term: { kind, place }, frequency }) =>
			kind === "pair" ? (frequency > 0 ? [place, place + 1] : []) : place,
		),
	);
	const lone = [...words.keys()].filter((place) => !paired.has(place));
	// Not with a year filter: words that are missing in one year may occur in another.
	if (words.length < 2 || lone.length === 0 || archive.segments !== archive.list.segments) return reading;
	const more = await gatherTerms(archive, { first: loneTerms(words, lone), more: [] });
	return { ...reading, ...judged(archive, words, [...found, ...more]) };
}

function judged(
	{ list, isWanted }: Archive,
	words: readonly QueryWord[],
	found: readonly FoundTerm[],
): Reading {
	const candidates = rank(found, list.segments).filter(({ number }) => isWanted(number));
	return { words, found, candidates, share: bestShare(candidates) };
}
