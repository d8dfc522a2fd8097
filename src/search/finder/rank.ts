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

/** A document that speaks of some of the terms. */
export interface Candidate {
	/** Among the documents of all segments, oldest first. */
	readonly number: number;
	readonly score: number;
	/** The part of the terms, by their weight, that it speaks of. */
	readonly share: number;
	/** Which of the terms, a bit each. */
	readonly terms: number;
	/**
	 * Whether it is what was looked for: the whole query stands in it as it was typed, as far as followers tell, and a
	 * long one in its title.
	 */
	readonly isCertain: boolean;
	/** Whether it has the one word of a query with other accents than were typed, as far as is known. */
	readonly isOtherSpelling: boolean;
}

/** What a posting counts whose accents are not those of the query. */
const otherSpelling = 0.55;
/** What a document counts in which the whole query stands as it was typed, and one where it may. */
const wholeQuery = 4;
const perhapsWholeQuery = 2;
/** What a document counts that speaks of no term of a short query but one in many. */
const leastShare = 0.2;
/** What a title counts that has the query's word, where the body counts one for each time. */
const titleWeight = 5;
/** The same for a long query, of a title that has no more of it than this part; from there on it counts ever more. */
const passingWeight = 0.1;
const mostOfQuery = 0.6;
/** What a document counts in whose title all of a long query stands. */
const wholeTitle = 7;
/** By how much the newest document goes before the oldest of equal worth. */
const recency = 0.04;

interface Match {
	score: number;
	weight: number;
	/** A bit for each term that the document has. */
	terms: number;
	/** A bit for each that the query's next word follows there, and for each that it may follow. */
	links: number;
	doubts: number;
	/** What `standingOf` gives for its terms, put together. */
	standing: number;
	/** Whether a term stands there as it was typed. */
	fits: boolean;
	/** What the terms weigh that stand in the title, and what they add to the score where the title counts. */
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

/** What the documents of a segment are judged by: the terms that it was asked for. */
interface Measure {
	/** Number of the document behind its last. */
	readonly end: number;
	readonly weight: number;
	/** What the terms are worth. */
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
	const isOneSpelling =
		found.length === 1 && found[0]?.term.kind === "single" && found[0].term.spelling !== undefined;
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
		const isOtherSpelling = isOneSpelling && !match.fits;
		candidates.push({ number, score, share, terms: match.terms, isCertain, isOtherSpelling });
	}
	return candidates.sort(
		(a, b) =>
			Number(a.isOtherSpelling) - Number(b.isOtherSpelling) || b.score - a.score || b.number - a.number,
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
				// What frequent words of a sentence alone would bring is about nothing of it.
				const match = isLong ? matches.get(base + document) : matchOf(base + document);
				if (match) add(match, term, place, (worths[place] ?? 0) * (impacts[0] ?? 0), anyFollower);
			}
		}
	}
	return matches;
}

/** Tells of each posting whether it has the accents of the query, as far as that is known. */
function spellingTest(
	{ kind, spelling }: QueryTerm,
	{ spellings, spellingOf }: Postings,
): (index: number) => boolean {
	if (spelling === undefined || spellings.length === 0) return () => true;
	const own = spellings.indexOf(spelling);
	if (own !== -1) return (index) => spellingOf[index] === own;
	// Accents of a pair that nobody wrote are a slip, and then the phrase is what tells.
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
