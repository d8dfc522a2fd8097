import { phoneNumbers } from "../../text/phone-numbers.ts";
import type { FinderDocument } from "../finder/document.ts";
import { followerOf } from "../finder/followers.ts";
import { english, hashOfFilter } from "../finder/format.ts";
import { hashOfPair, hashOfSingle } from "../finder/hash.ts";
import { levelOf, saturation } from "../finder/impact.ts";
import type { Rewritings } from "../finder/rewritings.ts";
import { rewritingAt } from "../finder/rewritings.ts";
import type { KnownWord } from "./document-words.ts";
import { DocumentWords } from "./document-words.ts";
import { filterWord, noWord } from "./posting-records.ts";
import { TermTable } from "./term-table.ts";

/** The weight of a word by its place, as whole numbers. Words of the title are counted in separate upper bits. */
const inTitle = 2 ** 24;
const leadWeight = 2;
const bodyWeight = 1;

/** The weight that BM25 gives to a document's length. */
const lengthWeight = 0.75;
/**
 * The length of an average document in words. It is a constant, so that a new document does not change the impact of
 * others.
 */
const usualLength = 450;

/**
 * Receives each term of a document once.
 * @param followers of a pair, packed
 */
export type TakeTerm = (
	hash: number,
	firstWord: number,
	secondWord: number,
	level: number,
	followers: number,
) => void;

/** Counts the terms of documents, one after the other. Words are identified by number. */
export class DocumentTerms {
	readonly #words: DocumentWords;
	readonly #terms = new TermTable();

	constructor(rewritings: Rewritings) {
		this.#words = new DocumentWords(rewritings);
	}

	/** Accented spellings by number. */
	get spellings(): readonly string[] {
		return this.#words.spellings;
	}

	count(document: FinderDocument, take: TakeTerm): void {
		const titleLength = this.#add(document.title, inTitle);
		const length =
			titleLength +
			this.#add(document.lead, leadWeight) +
			document.names.reduce((sum, name) => sum + this.#add(name, leadWeight), 0) +
			this.#add(document.text, bodyWeight);
		const norm = saturation * (1 - lengthWeight + (lengthWeight * length) / usualLength);
		const levels: readonly [number[], number[]] = [[], []];
		this.#terms.takeAll((hash, first, second, all, followers) => {
			const weight = all % inTitle;
			const known = all < inTitle ? levels[0] : levels[1];
			known[weight] ??= levelOf(weight / (weight + norm), all < inTitle ? 0 : titleLength);
			take(hash, first, second, known[weight], followers);
		});
		const { province, laterProvinces = [], committee } = document;
		const provinces = province ? [province.slug, ...laterProvinces] : [];
		for (const slug of new Set(provinces)) take(hashOfFilter("province", slug), 0, filterWord, 0, 0);
		if (committee) take(hashOfFilter("committee", committee.slug), 0, filterWord, 0, 0);
		if (document.isEnglish) take(hashOfFilter("language", english), 0, filterWord, 0, 0);
	}

	/**
	 * Adds a text.
	 * @returns its number of words
	 */
	#add(text: string, weight: number): number {
		const { words, wholes } = this.#words.cut(text);
		for (const whole of wholes) this.#addSingle(whole, weight);
		for (const digits of phoneNumbers(text))
			this.#addSingle(this.#words.know({ folded: digits, exact: digits }, false), weight);
		for (let index = 0; index < words.length; index++) {
			const [word, next] = [words[index], words[index + 1]];
			if (word) this.#addSingle(word, weight);
			if (word && next?.followsOn) this.#addPair(word, next, words[index + 2], weight);
		}
		this.#addMeant(words, weight);
		return words.length;
	}

	/** Adds pairs as if abbreviations in the text were also written in full. */
	#addMeant(words: readonly KnownWord[], weight: number): void {
		const units: KnownWord[] = [];
		const areMeant: boolean[] = [];
		for (let from = 0; from < words.length; ) {
			const word = words[from] as KnownWord;
			const match = word.rewritings && rewritingAt(words, from, word.rewritings);
			if (match)
				for (const [place, keys] of match.meant.entries())
					areMeant[units.push(this.#words.know(keys, place > 0 || word.followsOn)) - 1] = true;
			else units.push(word);
			from += match?.written.length ?? 1;
		}
		if (areMeant.length === 0) return;
		for (let index = 0; index < units.length; index++) {
			const [isMeant, isNextMeant] = [areMeant[index], areMeant[index + 1]];
			if (!isMeant && !isNextMeant && !areMeant[index + 2]) continue;
			const unit = units[index] as KnownWord;
			const next = units[index + 1];
			if (isMeant) this.#addSingle(unit, weight);
			if (!next?.followsOn) continue;
			// Pairs without a rewritten word were already counted; they only get further followers.
			this.#addPair(unit, next, units[index + 2], isMeant || isNextMeant ? weight : 0);
		}
	}

	#addSingle({ hash, number }: KnownWord, weight: number): void {
		this.#terms.add(hashOfSingle(hash), number, noWord, weight, 0);
	}

	/** @param following the word after the pair, if any */
	#addPair(first: KnownWord, second: KnownWord, following: KnownWord | undefined, weight: number): void {
		const follower = followerOf(following?.followsOn ? following.hash : undefined);
		this.#terms.add(hashOfPair(first.hash, second.hash), first.number, second.number, weight, follower);
	}
}
