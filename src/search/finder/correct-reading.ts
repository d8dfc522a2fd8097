import { commonPlaces } from "./common-places.ts";
import { documentsWith } from "./common-words.ts";
import type { CorrectedQuery, Replacement } from "./correct-query.ts";
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
import { manyTimes, timesAsUsual } from "./usualness.ts";

/** The most misspelt words that are examined, and the most readings of the query that are searched. */
const mostPlaces = 2;
const mostReadings = 5;
/** Results of a corrected query rank after equally good ones of the typed query. */
const correctedWeight = 0.95;
/** Factor for readings other than the likeliest. */
const otherWeight = 0.5;
/** Documents of readings other than the likeliest are shown on the first page alone. */
const firstPage = 10;
/** Factor if the slip is unlikely. */
const leastTrust = 0.2;

/** Whether a part of the query is so rare that it may be a typing error. */
function isDoubtful({ found }: Reading): boolean {
	return found.length === 0 || found.some((term) => documentsWith(term) < rare);
}

/**
 * The query with words corrected, its last word completed, or in another order, if that finds more. A second word is
 * corrected if no document has all of the query with the first one corrected. Undefined if nothing finds more.
 *
 * @param isWhole whether the last word is certainly complete
 */
export async function correctedReading(
	tools: LookTools,
	reading: Reading,
	isWhole: boolean,
	withCorrections: boolean,
): Promise<Reading | undefined> {
	const first = await withOneCorrection(tools, reading, isWhole, withCorrections);
	if (!first || first.share >= 1 || !withCorrections || first.corrected.replaced.length === 0) return first;
	const second = await withOneCorrection(tools, first, isWhole, withCorrections);
	if (!second) return first;
	return {
		...second,
		corrected: {
			...second.corrected,
			likeness: first.corrected.likeness * second.corrected.likeness,
			replaced: joined(first.corrected, second.corrected),
		},
	};
}

/** The replacements of two corrections, of which the second was made in the result of the first. */
function joined({ replaced }: CorrectedQuery, second: CorrectedQuery): Replacement[] {
	const [first] = replaced;
	if (!first) return [...second.replaced];
	const more = first.written.split(" ").length - 1;
	const others = second.replaced.flatMap(({ place, written }) =>
		place < first.place
			? { place, written }
			: place > first.place + more
				? { place: place - more, written }
				: [],
	);
	return [first, ...others];
}

type WithCorrection = Reading & Required<Pick<Reading, "corrected">>;

/**
 * A common word is corrected or completed only if the slip is a usual one, and some document has the whole corrected
 * query. In addition, no document may have all words as typed, or the other word must be far more usual beside its
 * neighbours.
 */
async function withOneCorrection(
	tools: LookTools,
	reading: Reading,
	isWhole: boolean,
	withCorrections: boolean,
): Promise<WithCorrection | undefined> {
	if (!isDoubtful(reading)) return undefined;
	const { words } = reading;
	const { ways, ofCommon } = await waysToRead(tools, reading, isWhole, withCorrections);
	const readings = await Promise.all(
		ways
			.slice(0, mostReadings)
			.map(async (corrected) => ({ ...(await tools.read(corrected.words)), corrected })),
	);
	const finding = readings.filter(({ share }) => share > reading.share);
	const certain = finding.filter((one) => {
		const documents = ofCommon.get(one.corrected);
		return documents === undefined || isFarMoreUsual(reading, one, documents);
	});
	const whole = finding.filter((one) => one.share >= 1 && !certain.includes(one));
	const better = whole.length > 0 && !(await tools.haveAllWords(words)) ? [...certain, ...whole] : certain;
	const best = likeliestOf(better);
	if (!best) return undefined;
	// Whichever reading was meant, a match of its whole phrase ranks first.
	const candidates = better.reduce(
		(all, one) => together(all, one.candidates, trustIn(one.corrected) * (one === best ? 1 : otherWeight)),
		reading.candidates,
	);
	const counted = new Set([...reading.candidates, ...best.candidates].map(({ number }) => number));
	return {
		...best,
		corrected: { ...best.corrected, count: listed(best).length },
		candidates: candidates.filter(({ number }, rank) => rank < firstPage || counted.has(number)),
		...(reading.understoodAs !== undefined && { understoodAs: reading.understoodAs }),
	};
}

/** Whether a correction of a common word is so much more usual beside its neighbours that it was probably meant. */
function isFarMoreUsual(
	typed: Pick<Reading, "found">,
	{ found, corrected }: Corrected,
	documents: number,
): boolean {
	const [replaced] = corrected.replaced;
	if (!replaced || replaced.written.includes(" ")) return false;
	const { place } = replaced;
	return timesAsUsual({ typed: typed.found, other: found, place, documents }) >= manyTimes;
}

type Corrected = Omit<Reading, "corrected"> & { readonly corrected: CorrectedQuery };

interface Ways {
	/** The best of each place first. */
	readonly ways: readonly CorrectedQuery[];
	/** Those that replace a common word, with the number of documents that have the word as typed. */
	readonly ofCommon: ReadonlyMap<CorrectedQuery, number>;
}

async function waysToRead(
	{ archive, decodeText, documentsWithEach }: LookTools,
	reading: Reading,
	isWhole: boolean,
	withCorrections: boolean,
): Promise<Ways> {
	const { files, list, signal } = archive;
	const { words } = reading;
	const dictionary = list.segments.find((segment) => segment.dictionary)?.dictionary;
	const last = words[words.length - 1];
	const orders = otherOrders(words).map((words) => ({ words, likeness: 1, replaced: [] }));
	if (!dictionary || !last || words.length > mostCorrectable) return { ways: orders, ofCommon: new Map() };
	const shelves = openDictionary(dictionary, files, decodeText, signal);
	const failing = (error: unknown): CorrectedQuery[] => {
		giveUpIfAborted(signal);
		archive.onFailure(error);
		return [];
	};
	const weak = weakPlaces(reading);
	const isBegun = !isWhole && (weak.includes(words.length - 1) || isForeign(last));
	const places = withCorrections ? weak : [];
	const [common, begun, ...corrected] = await Promise.all([
		commonPlaces(
			{ archive, documentsWithEach },
			words,
			withCorrections ? [...new Set([...weak, words.length - 1])] : [],
		),
		isBegun ? completions(shelves, words).catch(failing) : [],
		...places.map((place) => partings(shelves, words, place).catch(failing)),
		...places.map((place) => corrections(shelves, words, place).catch(failing)),
	]);
	const isOfCommon = ({ replaced: [one] }: CorrectedQuery) => common.has(one?.place ?? -1);
	const lists = [
		begun,
		...corrected.map((list) => list.filter((way) => !isOfCommon(way) || isUsualSlip(way))),
	];
	const ways: CorrectedQuery[] = [...orders];
	// Takes the first of each list before the second of any.
	for (let rank = 0; rank < mostReadings; rank++)
		for (const one of lists) if (one[rank]) ways.push(one[rank] as CorrectedQuery);
	// Of what is being typed the last word may always go on.
	const judged = withCorrections ? [...begun, ...corrected.flat()] : [];
	const ofCommon = judged
		.filter(isOfCommon)
		.map((way) => [way, common.get(way.replaced[0]?.place ?? -1) ?? 0] as const);
	return { ways, ofCommon: new Map(ofCommon) };
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
