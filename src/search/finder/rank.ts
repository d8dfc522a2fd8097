import type { Segment } from "./format.ts";
import { impactBits } from "./format.ts";
import type { FoundTerm } from "./look-up.ts";
import { baseOf, isCut } from "./look-up.ts";
import { sum } from "./sum.ts";

/** A document that speaks of some of the terms. */
export interface Candidate {
	/** Among the documents of all segments, oldest first. */
	readonly number: number;
	readonly score: number;
	/** The part of the terms, by their weight, that it speaks of. */
	readonly share: number;
	/** Which of the terms, a bit each. */
	readonly terms: number;
	/** Whether the query stands in it as it was typed, as far as followers tell. */
	readonly isWhole: boolean;
}

/** What a posting counts whose accents are not those of the query. */
const otherSpelling = 0.55;
/** What a document counts in which the whole query stands as it was typed. */
const wholeQuery = 2;
/** What a document counts that speaks of no term but one in many. */
const leastShare = 0.2;
/** By how much the newest document goes before the oldest of equal worth. */
const recency = 0.04;

interface Match {
	score: number;
	weight: number;
	/** A bit for each term that the document has, and for each that the query's next word follows there. */
	terms: number;
	links: number;
}

/** What the documents of a segment are judged by: the terms that it was asked for. */
interface Measure {
	/** Number of the document behind its last. */
	readonly end: number;
	readonly weight: number;
	/** A bit for each term that has a follower. */
	readonly links: number;
	/** Terms whose weakest postings were left out. */
	readonly cut: readonly CutTerm[];
}

/** By place: a term, and the pair before it in the query, -1 where none was looked up. */
interface CutTerm {
	readonly place: number;
	readonly before: number;
}

/** Scores every document that has one of the terms. */
export function rank(found: readonly FoundTerm[], segments: readonly Segment[]): Candidate[] {
	const documents = sum(segments, (segment) => segment.documents);
	const total = sum(found, ({ term }) => term.weight);
	const worths = found.map(worthOf);
	const matches = matchesOf(found, worths);
	const measures = segments.map((segment) => measureOf(segment, segments, found));
	const candidates: Candidate[] = [];
	for (const [number, match] of matches) {
		const measure = measures.find(({ end }) => number < end);
		if (!measure) continue;
		for (const { place, before } of measure.cut) {
			// What was left out is known all the same where the term before it is followed by it.
			if (hasBit(match.terms, place) || !hasBit(match.links, before)) continue;
			match.terms |= 1 << place;
			match.links |= measure.links & (1 << place);
			match.weight += found[place]?.term.weight ?? 0;
			match.score += (worths[place] ?? 0) * impactOf(0);
		}
		const share = match.weight / measure.weight;
		const isWhole = share >= 1 && match.links === measure.links;
		const score =
			((match.score * total) / measure.weight) *
			(leastShare + share) *
			(1 - recency * (1 - number / documents)) *
			(isWhole ? wholeQuery : 1);
		candidates.push({ number, score, share, terms: match.terms, isWhole });
	}
	return candidates.sort((a, b) => b.score - a.score || b.number - a.number);
}

function worthOf({ term, asked, frequency }: FoundTerm): number {
	const documents = sum(asked, (segment) => segment.documents);
	return term.weight * Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
}

function matchesOf(found: readonly FoundTerm[], worths: readonly number[]): Map<number, Match> {
	const matches = new Map<number, Match>();
	for (const [place, { term, lists }] of found.entries()) {
		for (const { base, postings } of lists) {
			const own = term.spelling === undefined ? -1 : postings.spellings.indexOf(term.spelling);
			for (const [index, document] of postings.documents.entries()) {
				const match = matches.get(base + document) ?? { score: 0, weight: 0, terms: 0, links: 0 };
				matches.set(base + document, match);
				const fits = own === -1 || postings.spellingOf[index] === own;
				const impact = impactOf(postings.levels[index] ?? 0);
				match.score += (worths[place] ?? 0) * impact * (fits ? 1 : otherSpelling);
				match.weight += term.weight;
				match.terms |= 1 << place;
				if (fits && term.follower !== undefined && hasBit(postings.followers[index] ?? 0, term.follower))
					match.links |= 1 << place;
			}
		}
	}
	return matches;
}

function measureOf(segment: Segment, segments: readonly Segment[], found: readonly FoundTerm[]): Measure {
	const cut: CutTerm[] = [];
	let weight = 0;
	let links = 0;
	for (const [place, { term, asked, lists }] of found.entries()) {
		if (!asked.includes(segment)) continue;
		weight += term.weight;
		if (term.follower !== undefined) links |= 1 << place;
		if (!lists.some((list) => list.segment === segment && isCut(list))) continue;
		const before = found.findIndex(
			({ term: { kind, place } }) => kind === "pair" && place === term.place - 1,
		);
		cut.push({ place, before });
	}
	return { end: baseOf(segments, segment) + segment.documents, weight, links, cut };
}

/** @param place none where it is -1 */
function hasBit(bits: number, place: number): boolean {
	return place >= 0 && ((bits >>> place) & 1) === 1;
}

/** The impact that a level stands for. */
function impactOf(level: number): number {
	return 0.25 + (0.65 * (level + 0.5)) / 2 ** impactBits;
}
