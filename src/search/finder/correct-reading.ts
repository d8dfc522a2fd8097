import { documentsWith } from "./common-words.ts";
import type { CorrectedQuery } from "./correct-query.ts";
import { completions, corrections, partings } from "./correct-query.ts";
import { isForeign } from "./foreign-word.ts";
import { giveUpIfAborted } from "./give-up.ts";
import type { LookTools } from "./look-tools.ts";
import { otherOrders } from "./other-orders.ts";
import type { Candidate } from "./rank.ts";
import { openDictionary } from "./read-dictionary.ts";
import type { Reading } from "./reading.ts";
import { listed } from "./reading.ts";
import { isUsualSlip } from "./slips.ts";

/** The most misspelt words that are examined, and the most readings of the query that are searched. */
const mostPlaces = 2;
const mostReadings = 5;
/** Results of a corrected query rank after equally good ones of the typed query. */
const correctedWeight = 0.95;
/** Factor for readings other than the likeliest. */
const otherWeight = 0.5;
/** Factor if the slip is unlikely. */
const leastTrust = 0.2;

/** Whether a part of the query is so rare that it may be a typing error. */
function isDoubtful({ found }: Reading): boolean {
	return found.length === 0 || found.some((term) => documentsWith(term) < rare);
}

/**
 * The query with a word corrected, its last word completed, or in another order, where that finds more. A word that is
 * common as it was typed is corrected or completed only where no document has all words of the query, one has all of
 * what may have been meant, and the slip is a usual one. Undefined where nothing finds more.
 *
 * @param isWhole whether the last word is certainly complete
 */
export async function correctedReading(
	tools: LookTools,
	reading: Reading,
	isWhole: boolean,
	withCorrections: boolean,
): Promise<Reading | undefined> {
	if (!isDoubtful(reading)) return undefined;
	const { words } = reading;
	const { ways, ofCommon } = await waysToRead(tools, reading, isWhole, withCorrections);
	const readings = await Promise.all(
		ways
			.slice(0, mostReadings)
			.map(async (corrected) => ({ ...(await tools.read(corrected.words)), corrected })),
	);
	const finding = readings.filter(({ share }) => share > reading.share);
	const certain = finding.filter(({ corrected }) => !ofCommon.has(corrected));
	const whole = finding.filter(({ share, corrected }) => share >= 1 && ofCommon.has(corrected));
	const better = whole.length > 0 && !(await tools.haveAllWords(words)) ? [...certain, ...whole] : certain;
	const best = likeliestOf(better);
	if (!best) return undefined;
	return {
		...best,
		corrected: { ...best.corrected, count: listed(best).length },
		// Whichever reading was meant, a match of its whole phrase ranks first.
		candidates: better.reduce(
			(all, one) => together(all, one.candidates, trustIn(one.corrected) * (one === best ? 1 : otherWeight)),
			reading.candidates,
		),
		...(reading.understoodAs !== undefined && { understoodAs: reading.understoodAs }),
	};
}

type Corrected = Omit<Reading, "corrected"> & { readonly corrected: CorrectedQuery };

interface Ways {
	/** The best of each place first. */
	readonly ways: readonly CorrectedQuery[];
	/** Those that replace a word which is common as it was typed. */
	readonly ofCommon: ReadonlySet<CorrectedQuery>;
}

async function waysToRead(
	{ archive, decodeText, uncommonPlaces }: LookTools,
	reading: Reading,
	isWhole: boolean,
	withCorrections: boolean,
): Promise<Ways> {
	const { files, list, signal } = archive;
	const { words } = reading;
	const dictionary = list.segments.find((segment) => segment.dictionary)?.dictionary;
	const last = words[words.length - 1];
	const orders = otherOrders(words).map((words) => ({ words, likeness: 1 }));
	if (!dictionary || !last || words.length > mostCorrectable) return { ways: orders, ofCommon: new Set() };
	const shelves = openDictionary(dictionary, files, decodeText, signal);
	const failing = (error: unknown): CorrectedQuery[] => {
		giveUpIfAborted(signal);
		archive.onFailure(error);
		return [];
	};
	const weak = weakPlaces(reading);
	const isBegun = !isWhole && (weak.includes(words.length - 1) || isForeign(last));
	const places = withCorrections ? weak : [];
	const [uncommon, begun, ...corrected] = await Promise.all([
		uncommonPlaces(words, withCorrections ? [...new Set([...weak, words.length - 1])] : []),
		isBegun ? completions(shelves, words).catch(failing) : [],
		...places.map((place) => partings(shelves, words, place).catch(failing)),
		...places.map((place) => corrections(shelves, words, place).catch(failing)),
	]);
	const isOfCommon = ({ replaced }: CorrectedQuery) => !uncommon.includes(replaced?.place ?? -1);
	const lists = [
		begun,
		...corrected.map((list) => list.filter((way) => !isOfCommon(way) || isUsualSlip(way))),
	];
	const ways = [...orders];
	// Takes the first of each list before the second of any.
	for (let rank = 0; rank < mostReadings; rank++)
		for (const one of lists) if (one[rank]) ways.push(one[rank] as CorrectedQuery);
	// Of what is being typed the last word may always go on.
	const judged = withCorrections ? [...begun, ...corrected.flat()] : [];
	return { ways, ofCommon: new Set(judged.filter(isOfCommon)) };
}

/** The number of documents from which a pair is hardly a typing error. */
const rare = 4;
/** The most words of a query that is corrected; longer ones find enough by their other words. */
const mostCorrectable = 8;

/** Places of words whose pairs the best document lacks, the most doubtful first. */
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

/**
 * The reading of which a document covers most. Of several that are covered alike, it is the one that more documents
 * have and whose slip is likelier.
 */
function likeliestOf<One extends Corrected>(readings: readonly One[]): One | undefined {
	const worthOf = ({ found, corrected }: One) =>
		Math.log(1 + Math.min(...found.map(documentsWith))) * corrected.likeness;
	return [...readings].sort((a, b) => b.share - a.share || worthOf(b) - worthOf(a))[0];
}

function trustIn({ likeness }: CorrectedQuery): number {
	return correctedWeight * (leastTrust + (1 - leastTrust) * likeness);
}

function together(
	typed: readonly Candidate[],
	corrected: readonly Candidate[],
	weight: number,
): readonly Candidate[] {
	const best = new Map(typed.map((candidate) => [candidate.number, candidate]));
	for (const candidate of corrected) {
		const known = best.get(candidate.number);
		const score = candidate.score * weight;
		if (!known || known.score < score) best.set(candidate.number, { ...candidate, score });
	}
	return [...best.values()].sort((a, b) => b.score - a.score || b.number - a.number);
}
