import type { Postings } from "./bucket.ts";
import { anyFollower, hasFollower } from "./followers.ts";
import type { Segment } from "./format.ts";
import { impactBits, mostSpellings } from "./format.ts";
import { apart, impactOf, isInTitle, standingOf } from "./impact.ts";
import type { FoundTerm } from "./look-up.ts";
import { baseOf } from "./look-up.ts";
import type { QueryTerm } from "./query-terms.ts";
import { fewWords } from "./query-terms.ts";
import { sum } from "./sum.ts";

/** A document that has some of the terms. */
export interface Candidate {
	/** Its number among the documents of all segments, oldest first. */
	readonly number: number;
	readonly score: number;
	/** The share of the terms, by weight, that it has. */
	readonly share: number;
	/** Which of the terms it has, one bit each. */
	readonly terms: number;
	/**
	 * Whether it is surely what was sought. It has the whole query as typed, as far as followers show. For a long query,
	 * the title has it.
	 */
	readonly isCertain: boolean;
	/** Whether it has the query's only word with other accents than were typed, as far as is known. */
	readonly isOtherSpelling: boolean;
}

/** The factor for a posting whose accents are not those of the query. */
const otherSpelling = 0.55;
/** The factor for a document that has the whole query as typed, and for one that may have it. */
const wholeQuery = 4;
const perhapsWholeQuery = 2;
/** The factor for a document that has only one of many terms of a short query. */
const leastShare = 0.2;
/** The weight of an occurrence in the title, where one in the body counts 1. */
const titleWeight = 12;
/** The same for a long query whose title has at most `mostOfQuery` of it. Beyond that the weight grows. */
const passingWeight = 0.2;
const mostOfQuery = 0.6;
/** The factor for a document whose title has all of a long query. */
const wholeTitle = 7;
/** The advantage of the newest document over the oldest of equal worth. */
const recency = 0.04;

interface Match {
	score: number;
	weight: number;
	/** A bit for each term that the document has. */
	terms: number;
	/** A bit for each term that the query's next word follows in this document, and a bit for each that it may follow. */
	links: number;
	doubts: number;
	/** The combined bits of `standingOf` for its terms. */
	standing: number;
	/** Whether the document has a term as it was typed. */
	fits: boolean;
	/** The weight of the terms in the title, and what they add to the score if the title counts. */
	weightInTitle: number;
	scoreOfTitle: number;
}

const nothing: Match = {
	score: 0,
	weight: 0,
	terms: 0,
	links: 0,
	doubts: 0,
	standing: 0,
	fits: false,
	weightInTitle: 0,
	scoreOfTitle: 0,
};

/** The terms for which a segment was asked, in sums against which its documents are compared. */
interface Measure {
	/** The number after that of its last document. */
	readonly end: number;
	readonly weight: number;
	/** The worth of the terms. */
	readonly worth: number;
	/** A bit for each term that has a follower. */
	readonly links: number;
}

/** Scores every document that has one of the terms. */
export function rank(found: readonly FoundTerm[], segments: readonly Segment[]): Candidate[] {
	const documents = sum(segments, (segment) => segment.documents);
	const isLong = isSentence(found);
	const impacts = impactsOf(isLong ? passingWeight : titleWeight);
	const worths = found.map(worthOf);
	const total = sum(worths, (worth) => worth);
	const matches = matchesOf(found, worths, impacts, isLong);
	const [only] = found.length === 1 ? found : [];
	const isOneSpelling = only?.term.kind === "single" && only.term.spelling !== undefined;
	const isPlain = only?.term.isPlain === true;
	/** Documents that have the only word, typed without accents, with accents alone. */
	const later = new Set<number>();
	const measures = segments.map((segment) => measureOf(segment, segments, found, worths));
	const candidates: Candidate[] = [];
	for (const [number, match] of matches) {
		const measure = measures.find(({ end }) => number < end);
		if (!measure) continue;
		const share = match.weight / measure.weight;
		const isWhole = share >= 1 && (match.links | match.doubts) === measure.links && match.standing !== apart;
		const inTitle = match.weightInTitle / measure.weight;
		const isAbout = Math.max(0, inTitle - mostOfQuery) / (1 - mostOfQuery);
		const score =
			(((match.score + isAbout * match.scoreOfTitle) * total) / measure.worth) *
			(isLong ? 1 + (wholeTitle - 1) * isAbout : leastShare + share) *
			(1 - recency * (1 - number / documents)) *
			(isWhole ? (match.doubts ? perhapsWholeQuery : wholeQuery) : 1);
		const isCertain = isWhole && (!isLong || inTitle >= 1);
		const isOtherSpelling = isOneSpelling && !isPlain && !match.fits;
		if (isOneSpelling && isPlain && !match.fits) later.add(number);
		candidates.push({ number, score, share, terms: match.terms, isCertain, isOtherSpelling });
	}
	return candidates.sort(
		(a, b) =>
			Number(a.isOtherSpelling) - Number(b.isOtherSpelling) ||
			Number(later.has(a.number)) - Number(later.has(b.number)) ||
			b.score - a.score ||
			b.number - a.number,
	);
}

/** Whether the query that was looked up has more than a few words. */
export function isSentence(found: readonly FoundTerm[]): boolean {
	return found.some(({ term: { kind, place } }) => place + (kind === "pair" ? 2 : 1) > fewWords);
}

/** The impact of each level. */
function impactsOf(weightOfTitle: number): readonly number[] {
	return Array.from({ length: 2 ** impactBits }, (_, level) => impactOf(level, weightOfTitle));
}

const fullImpacts = impactsOf(titleWeight);

function worthOf({ term, asked, frequency }: FoundTerm): number {
	const documents = sum(asked, (segment) => segment.documents);
	return term.weight * Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
}

function matchesOf(
	found: readonly FoundTerm[],
	worths: readonly number[],
	impacts: readonly number[],
	isLong: boolean,
): Map<number, Match> {
	const matches = new Map<number, Match>();
	const matchOf = (number: number): Match => {
		const match = matches.get(number) ?? { ...nothing };
		matches.set(number, match);
		return match;
	};
	for (const [place, { term, lists }] of found.entries()) {
		for (const { base, postings } of lists) {
			const fitsAt = spellingTest(term, postings);
			for (const [index, document] of postings.documents.entries()) {
				const match = matchOf(base + document);
				const fits = fitsAt(index);
				match.fits ||= fits;
				const level = postings.levels[index] ?? 0;
				const worth = (worths[place] ?? 0) * (fits ? 1 : otherSpelling);
				const impact = impacts[level] ?? 0;
				add(match, term, place, worth * impact, fits ? (postings.followers[index] ?? 0) : 0);
				match.standing |= standingOf(level);
				if (!isInTitle(level)) continue;
				match.scoreOfTitle += worth * ((fullImpacts[level] ?? 0) - impact);
				if (fits) match.weightInTitle += term.weight;
			}
		}
	}
	for (const [place, { term, lists }] of found.entries()) {
		for (const { base, postings } of lists) {
			for (const document of postings.others) {
				// A document that has only frequent words of a sentence is not about it.
				const match = isLong ? matches.get(base + document) : matchOf(base + document);
				if (match) add(match, term, place, (worths[place] ?? 0) * (impacts[0] ?? 0), anyFollower);
			}
		}
	}
	return matches;
}

/** Gives a test of whether a posting has the accents of the query, as far as that is known. */
function spellingTest(
	{ kind, spelling }: QueryTerm,
	{ spellings, spellingOf }: Postings,
): (index: number) => boolean {
	if (spelling === undefined || spellings.length === 0) return () => true;
	const own = spellings.indexOf(spelling);
	if (own !== -1) return (index) => spellingOf[index] === own;
	// If no document has a pair with these accents, they are a typing error, and the phrase alone counts.
	if (kind === "pair") return () => true;
	return (index) => spellings.length === mostSpellings && spellingOf[index] === spellings.length;
}

function add(
	match: Match,
	{ weight, follower }: QueryTerm,
	place: number,
	score: number,
	followers: number,
): void {
	match.score += score;
	match.weight += weight;
	match.terms |= 1 << place;
	if (follower === undefined) return;
	if (followers === anyFollower) match.doubts |= 1 << place;
	else if (hasFollower(followers, follower)) match.links |= 1 << place;
}

function measureOf(
	segment: Segment,
	segments: readonly Segment[],
	found: readonly FoundTerm[],
	worths: readonly number[],
): Measure {
	let weight = 0;
	let worth = 0;
	let links = 0;
	for (const [place, { term, asked }] of found.entries()) {
		if (!asked.includes(segment)) continue;
		weight += term.weight;
		worth += worths[place] ?? 0;
		if (term.follower !== undefined) links |= 1 << place;
	}
	return { end: baseOf(segments, segment) + segment.documents, weight, worth, links };
}
