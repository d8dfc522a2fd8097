import { impactBits } from "./format.ts";
import type { FoundTerm } from "./look-up.ts";

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
const wholePhrase = 1.8;
/** What a document counts that speaks of no term but one in many. */
const leastShare = 0.3;
/** By how much the newest document goes before the oldest of equal worth. */
const recency = 0.06;

/** Scores every document that has one of the terms. @param documents number of all */
export function rank(found: readonly FoundTerm[], documents: number): Candidate[] {
	const scores = new Map<number, { score: number; weight: number; terms: number }>();
	const total = found.reduce((sum, { term }) => sum + term.weight, 0);
	for (const [place, { term, frequency, lists }] of found.entries()) {
		const rarity = Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
		for (const { base, postings } of lists) {
			const own = term.spelling === undefined ? -1 : postings.spellings.indexOf(term.spelling);
			for (const [index, document] of postings.documents.entries()) {
				const fits = own === -1 || postings.spellingOf[index] === own;
				const goesOn =
					term.follower !== undefined && ((postings.followers[index] ?? 0) >>> term.follower) & 1;
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
				} else scores.set(base + document, { score: gain, weight: term.weight, terms: 1 << place });
			}
		}
	}
	const candidates: Candidate[] = [];
	for (const [number, { score, weight, terms }] of scores) {
		const share = weight / total;
		const age = 1 - number / documents;
		candidates.push({
			number,
			share,
			terms,
			score: score * (leastShare + share) * (1 - recency * age),
		});
	}
	return candidates.sort((a, b) => b.score - a.score || b.number - a.number);
}

/** The impact that a level stands for. */
function impactOf(level: number): number {
	return 0.25 + (0.65 * (level + 0.5)) / 2 ** impactBits;
}
