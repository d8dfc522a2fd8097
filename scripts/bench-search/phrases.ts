import { fold } from "../../src/text/index.ts";
import type { BenchArticle } from "./articles.ts";

/** Consecutive syllables of an article, as they are written there. */
export interface Phrase {
	readonly text: string;
	/** Of its article. */
	readonly address: string;
}

const usualLengths = [3, 4, 5];
const syllable = /[\p{L}\p{M}\p{N}]+/gu;
const withLetters = /\p{L}/u;

/** The syllables and numbers of a text, folded. */
export function syllablesOf(text: string): string[] {
	return fold(text).match(syllable) ?? [];
}

/**
 * Every phrase of a text that a reader could type: parted by single spaces, written with at least one accent, two of
 * its syllables with letters. One for each syllable that can begin one, their lengths in turn.
 *
 * @param lengths in syllables, each at least 2
 */
export function phrasesOf(text: string, address: string, lengths = usualLengths): Phrase[] {
	const found = [...text.normalize("NFC").matchAll(syllable)].map((match) => ({
		text: match[0],
		start: match.index,
		end: match.index + match[0].length,
	}));
	const phrases: Phrase[] = [];
	for (let first = 0; first < found.length; first++) {
		const length = lengths[phrases.length % lengths.length] ?? 2;
		const parts = found.slice(first, first + length);
		const isTogether = parts.every((part, place) => {
			const next = parts[place + 1];
			return next === undefined || (next.start === part.end + 1 && text[part.end] === " ");
		});
		if (parts.length < length || !isTogether) continue;
		if (parts.filter((part) => withLetters.test(part.text)).length < 2) continue;
		const phrase = parts.map((part) => part.text).join(" ");
		if (fold(phrase) !== phrase.toLowerCase()) phrases.push({ text: phrase, address });
	}
	return phrases;
}

/** The phrases that no other article has, ignoring accents. */
export async function uniquePhrases(
	phrases: readonly Phrase[],
	articles: AsyncIterable<BenchArticle>,
): Promise<Set<Phrase>> {
	interface Candidate {
		readonly phrase: Phrase;
		readonly syllables: readonly string[];
	}
	const byBeginning = new Map<string, Map<string, Candidate[]>>();
	for (const phrase of phrases) {
		const syllables = syllablesOf(phrase.text);
		const [first = "", second = ""] = syllables;
		const seconds = byBeginning.get(first) ?? new Map<string, Candidate[]>();
		byBeginning.set(first, seconds);
		seconds.set(second, [...(seconds.get(second) ?? []), { phrase, syllables }]);
	}
	const unique = new Set(phrases);
	for await (const { address, title, summary, text } of articles) {
		for (const part of [title, summary, text]) {
			const syllables = syllablesOf(part);
			for (let place = 0; place + 1 < syllables.length; place++) {
				const candidates = byBeginning.get(syllables[place] ?? "")?.get(syllables[place + 1] ?? "");
				for (const candidate of candidates ?? []) {
					if (candidate.phrase.address === address) continue;
					if (candidate.syllables.every((each, at) => syllables[place + at] === each)) {
						unique.delete(candidate.phrase);
					}
				}
			}
		}
	}
	return unique;
}
