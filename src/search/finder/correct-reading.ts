import { bestOf } from "./best-reading.ts";
import type { CorrectedQuery } from "./correct-query.ts";
import { completions, corrections } from "./correct-query.ts";
import { isForeign } from "./foreign-word.ts";
import { giveUpIfAborted } from "./give-up.ts";
import type { LookTools } from "./look-tools.ts";
import { otherOrders } from "./other-orders.ts";
import type { Candidate } from "./rank.ts";
import { openDictionary } from "./read-dictionary.ts";
import type { Reading } from "./reading.ts";

/** Misspelt words that are looked into, and ways to read the query that are looked up. */
const mostPlaces = 2;
const mostReadings = 5;
/** Results of a corrected query come after equally good ones of the query as it was typed. */
const correctedWeight = 0.95;

/** Whether something of the query stands hardly anywhere, so that it may be a slip. */
function isDoubtful({ found }: Reading): boolean {
	return found.length === 0 || found.some(({ frequency }) => frequency < rare);
}

/**
 * The query with a word corrected that is no common one, its last word completed, or in another order, where that finds
 * more. Undefined where nothing does.
 *
 * @param isWhole whether the last word is certainly not going on
 */
export async function correctedReading(
	{ archive, read, decodeText, uncommonPlaces }: LookTools,
	reading: Reading,
	isWhole: boolean,
	withCorrections: boolean,
): Promise<Reading | undefined> {
	if (!isDoubtful(reading)) return undefined;
	const { files, list, signal } = archive;
	const { words } = reading;
	const dictionary = list.segments.find((segment) => segment.dictionary)?.dictionary;
	const last = words[words.length - 1];
	const ways: CorrectedQuery[] = otherOrders(words).map((words) => ({ words }));
	if (dictionary && last && words.length <= mostCorrectable) {
		const shelves = openDictionary(dictionary, files, decodeText, signal);
		const failing = (error: unknown): CorrectedQuery[] => {
			giveUpIfAborted(signal);
			archive.onFailure(error);
			return [];
		};
		const weak = weakPlaces(reading);
		const slips = withCorrections ? await uncommonPlaces(words, weak) : [];
		const isBegun = !isWhole && (weak.includes(words.length - 1) || isForeign(last));
		const lists = await Promise.all([
			isBegun ? completions(shelves, words).catch(failing) : [],
			...slips.map((place) => corrections(shelves, words, place).catch(failing)),
		]);
		// The first of each list before the second of any.
		for (let rank = 0; rank < mostReadings; rank++)
			for (const one of lists) if (one[rank]) ways.push(one[rank] as CorrectedQuery);
	}
	const readings = await Promise.all(
		ways.slice(0, mostReadings).map(async (corrected) => ({
			...(await read(corrected.words)),
			corrected,
		})),
	);
	const better = readings.filter(({ share }) => share > reading.share);
	const best = bestOf(better);
	if (!best) return undefined;
	return {
		...best,
		// Whichever was meant, its whole phrase goes above.
		candidates: better.reduce((all, { candidates }) => together(all, candidates), reading.candidates),
		...(reading.understoodAs !== undefined && { understoodAs: reading.understoodAs }),
	};
}

/** Documents that have a pair which was hardly a slip. */
const rare = 4;
/** Longer queries find enough by their other words. */
const mostCorrectable = 8;

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
