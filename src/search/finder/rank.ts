import type { Segment } from "./format.ts";
import { impactBits } from "./format.ts";
import type { FoundTerm } from "./look-up.ts";
import { baseOf, termsFor } from "./look-up.ts";

/** A document that speaks of some of the terms. */
export interface Candidate {
	/** Among the documents of all segments, oldest first. */
	readonly number: number;
	readonly score: number;
	/** The part of the terms, by their weight, that it speaks of. */
	readonly share: number;
	/** Which of the terms, a bit each. */
	readonly terms: number;
}

/** What a posting counts whose accents are not those of the query. */
const otherSpelling = 0.55;
/** What a posting counts where the query's next word follows, too. */
const wholePhrase = 1.4;
/** What a document counts in which the whole query stands as it was typed. */
const wholeQuery = 2;
/** What a document counts that speaks of no term but one in many. */
const leastShare = 0.2;
/** By how much the newest document goes before the oldest of equal worth. */
const recency = 0.06;

/**
 * Scores every document that has one of the terms. Where a segment was asked for some of the terms, its documents are
 * judged by those.
 */
export function rank(found: readonly FoundTerm[], segments: readonly Segment[]): Candidate[] {
	const documents = segments.reduce((sum, segment) => sum + segment.documents, 0);
	const scores = new Map<number, { score: number; weight: number; terms: number; links: number }>();
	const asked = segments.map((segment) => {
		const terms = found.filter(({ term }) => term.rank < termsFor(segment, segments));
		return {
			end: baseOf(segments, segment) + segment.documents,
			weight: terms.reduce((sum, { term }) => sum + term.weight, 0),
			links: terms.filter(({ term }) => term.follower !== undefined).length,
		};
	});
	const total = Math.max(...asked.map(({ weight }) => weight));
	for (const [place, { term, frequency, lists }] of found.entries()) {
		const rarity = Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
		for (const { base, postings } of lists) {
			const own = term.spelling === undefined ? -1 : postings.spellings.indexOf(term.spelling);
			for (const [index, document] of postings.documents.entries()) {
				const fits = own === -1 || postings.spellingOf[index] === own;
				const goesOn =
					fits && term.follower !== undefined && ((postings.followers[index] ?? 0) >>> term.follower) & 1;
				const gain =
					term.weight *
					rarity *
					impactOf(postings.levels[index] ?? 0) *
					(fits ? 1 : otherSpelling) *
					(goesOn ? wholePhrase : 1);
				const known = scores.get(base + document);
				if (known) {
					known.score += gain;
					known.weight += term.weight;
					known.terms |= 1 << place;
					if (goesOn) known.links++;
				} else {
					const links = goesOn ? 1 : 0;
					scores.set(base + document, { score: gain, weight: term.weight, terms: 1 << place, links });
				}
			}
		}
	}
	const candidates: Candidate[] = [];
	for (const [number, { score, weight, terms, links }] of scores) {
		const own = asked.find(({ end }) => number < end);
		const share = weight / (own?.weight ?? total);
		const age = 1 - number / documents;
		candidates.push({
			number,
			share,
			terms,
			score:
				((score * total) / (own?.weight ?? total)) *
				(leastShare + share) *
				(1 - recency * age) *
				(links > 0 && links === own?.links ? wholeQuery : 1),
		});
	}
	return candidates.sort((a, b) => b.score - a.score || b.number - a.number);
}

/** The impact that a level stands for. */
function impactOf(level: number): number {
	return 0.25 + (0.65 * (level + 0.5)) / 2 ** impactBits;
}
