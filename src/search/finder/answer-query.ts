import { decodeTyping } from "../../text/decode-typing.ts";
import type { Archive } from "./archive.ts";
import type { CorrectedQuery } from "./correct-query.ts";
import { completions, corrections, nameOrders } from "./correct-query.ts";
import { gatherTerms } from "./gather-terms.ts";
import { giveUpIfAborted } from "./give-up.ts";
import { bestShare } from "./list-candidates.ts";
import type { FoundTerm } from "./look-up.ts";
import type { QueryWord } from "./query-terms.ts";
import { isForeign, loneTerms, planQuery, queryWords, wholeNumbers } from "./query-terms.ts";
import type { Candidate } from "./rank.ts";
import { rank } from "./rank.ts";

/** A query with what was found for it, best first. */
export interface Reading {
	readonly words: readonly QueryWord[];
	readonly found: readonly FoundTerm[];
	readonly candidates: readonly Candidate[];
	/** The largest part of it that one of the first candidates speaks of. */
	readonly share: number;
	/** Of another reading of the query that finds more. */
	readonly corrected?: CorrectedQuery;
	readonly understoodAs?: string;
}

/**
 * How far a query may be read otherwise than it stands there: not at all, with its last word completed, or with a word
 * corrected as well. Each step costs requests.
 */
export type Effort = "typed" | "completed" | "corrected";

/** Misspelt words that are looked into, and ways to read the query that are looked up. */
const mostPlaces = 2;
const mostReadings = 5;
/** Results of a corrected query come after equally good ones of the query as it was typed. */
const correctedWeight = 0.95;

/**
 * Reads a query in the way that finds most: as it was typed, or decoded from Telex where nothing has it as typed. Then,
 * where no document has all of it, with a word corrected, a last word completed or a name turned round.
 *
 * @param isWhole whether the last word is certainly not going on
 */
export async function answerQuery(
	archive: Archive,
	text: string,
	isWhole: boolean,
	effort: Effort,
): Promise<Reading> {
	const decoded = decodeTyping(text);
	const typed = decoded ?? text;
	const words = queryWords(typed, archive.abbreviations);
	const literally = async () => read(archive, queryWords(text, archive.abbreviations), wholeNumbers(text));
	const [meant, literal] = await Promise.all([
		read(archive, words, wholeNumbers(typed)),
		decoded === undefined ? undefined : literally(),
	]);
	// "gas" and "data" are words as they stand, where the index has them.
	if (literal && (literal.share >= 1 || literal.share > meant.share)) return literal;
	const reading = decoded === undefined ? meant : { ...meant, understoodAs: decoded };
	if (reading.share >= 1 || effort === "typed" || !isDoubtful(reading)) return reading;
	return await corrected(archive, reading, isWhole, effort === "corrected");
}

/** Whether something of the query stands hardly anywhere, so that it may be a slip. */
function isDoubtful({ found }: Reading): boolean {
	return found.length === 0 || found.some(({ frequency }) => frequency < rare);
}

async function corrected(
	archive: Archive,
	reading: Reading,
	isWhole: boolean,
	withCorrections: boolean,
): Promise<Reading> {
	const { files, list, signal } = archive;
	const { words } = reading;
	const dictionary = list.segments.find((segment) => segment.dictionary)?.dictionary;
	const last = words[words.length - 1];
	const ways: CorrectedQuery[] = [...nameOrders(words)];
	if (dictionary && last && words.length <= mostCorrectable) {
		const failing = (error: unknown): CorrectedQuery[] => {
			giveUpIfAborted(signal);
			archive.onFailure(error);
			return [];
		};
		const weak = weakPlaces(reading);
		const isBegun = !isWhole && (weak.includes(words.length - 1) || isForeign(last));
		const lists = await Promise.all([
			isBegun ? completions(files, dictionary, words, signal).catch(failing) : [],
			...(withCorrections ? weak : []).map((place) =>
				corrections(files, dictionary, words, place, signal).catch(failing),
			),
		]);
		// The first of each list before the second of any.
		for (let rank = 0; rank < mostReadings; rank++)
			for (const one of lists) if (one[rank]) ways.push(one[rank] as CorrectedQuery);
	}
	const readings = await Promise.all(
		ways.slice(0, mostReadings).map(async (way) => ({ way, other: await read(archive, way.words, []) })),
	);
	const better = readings.filter(({ other }) => other.share > reading.share);
	const [best] = better.sort((a, b) => b.other.share - a.other.share || scoreOf(b.other) - scoreOf(a.other));
	if (!best) return await withLoneWords(archive, reading);
	return {
		...best.other,
		corrected: best.way,
		// Whichever was meant, its whole phrase goes above.
		candidates: better.reduce((all, { other }) => together(all, other.candidates), reading.candidates),
		...(reading.understoodAs !== undefined && { understoodAs: reading.understoodAs }),
	};
}

/** Documents that have a pair which was hardly a slip. */
const rare = 4;
/** Longer queries find enough by their other words. */
const mostCorrectable = 8;

function scoreOf({ candidates }: Reading): number {
	return candidates[0]?.score ?? 0;
}

async function read(
	archive: Archive,
	words: readonly QueryWord[],
	numbers: readonly QueryWord[],
): Promise<Reading> {
	return judged(archive, words, await gatherTerms(archive, planQuery(words, numbers, archive.rarityOf)));
}

/** Adds the words whose pairs stand nowhere. */
async function withLoneWords(archive: Archive, reading: Reading): Promise<Reading> {
	const { words, found } = reading;
	const paired = new Set(
		found.flatMap(({ term: { kind, place }, frequency }) =>
			kind === "pair" ? (frequency > 0 ? [place, place + 1] : []) : place,
		),
	);
	const lone = [...words.keys()].filter((place) => !paired.has(place));
	// What stands nowhere in one year may well stand in another.
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

/** Places of words that the best document does not have beside their neighbours, the most doubtful first. */
function weakPlaces({ found, candidates, words }: Reading): number[] {
	const best = candidates[0]?.terms ?? 0;
	const doubts = new Array<number>(words.length).fill(0);
	for (const [index, { term, frequency }] of found.entries()) {
		if (term.kind === "pair" && (best >>> index) & 1) continue;
		for (const place of term.kind === "pair" ? [term.place, term.place + 1] : [term.place])
			doubts[place] = (doubts[place] ?? 0) + (frequency === 0 ? 2 : 1);
	}
	return [...doubts.keys()]
		.filter((place) => (doubts[place] ?? 0) > 0)
		.sort((a, b) => (doubts[b] ?? 0) - (doubts[a] ?? 0))
		.slice(0, mostPlaces);
}

function together(typed: readonly Candidate[], corrected: readonly Candidate[]): readonly Candidate[] {
	const best = new Map(typed.map((candidate) => [candidate.number, candidate]));
	for (const candidate of corrected) {
		const known = best.get(candidate.number);
		const score = candidate.score * correctedWeight;
		if (!known || known.score < score) best.set(candidate.number, { ...candidate, score });
	}
	return [...best.values()].sort((a, b) => b.score - a.score || b.number - a.number);
}
