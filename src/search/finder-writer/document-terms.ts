import type { Token } from "../../text/analyse.ts";
import { analyse } from "../../text/analyse.ts";
import type { FinderDocument } from "../finder/document.ts";
import { followerOf, hashOfFilter, impactBits } from "../finder/format.ts";
import { hashOfPair, hashOfSingle, hashText } from "../finder/hash.ts";
import type { Abbreviations, Unit } from "../finder/terms.ts";
import { unitsOf } from "../finder/terms.ts";

/** How much a word counts by where it stands. */
const titleWeight = 6;
const leadWeight = 2;
const bodyWeight = 1;

/** BM25's saturation and the weight that it gives to a document's length. */
const saturation = 1.2;
const lengthWeight = 0.3;
/** Words of a usual document. A constant, so that a new document changes nothing in the others. */
const usualLength = 450;

/** Stand for the second word where a term is no pair. */
export const noWord = 0xffffffff;
export const filterWord = 0xfffffffe;

/** Takes each term of a document once. @param followers of a pair: what follows it, a bit for each `followerOf` */
export type TakeTerm = (
	hash: number,
	firstWord: number,
	secondWord: number,
	level: number,
	followers: number,
) => void;

/** A word as terms are made of it. */
interface KnownWord {
	/** Of the folded word. */
	readonly hash: number;
	/** Of the accented spelling. */
	readonly number: number;
	/** Whether a word stands right before it. */
	readonly followsOn: boolean;
}

/** Counts the terms of documents, one after the other. Words are handed over by number. */
export class DocumentTerms {
	/** Accented spellings by number. */
	readonly words: string[] = [];
	readonly #numbers = new Map<string, number>();
	readonly #hashes = new Map<string, number>();
	readonly #abbreviations: Abbreviations;
	#hash = new Int32Array(1 << 13);
	#weight = new Float64Array(1 << 13);
	#first = new Uint32Array(1 << 13);
	#second = new Uint32Array(1 << 13);
	#followers = new Uint32Array(1 << 13);
	/** Slots that are taken, in the order in which they were. */
	#taken: number[] = [];

	constructor(abbreviations: Abbreviations) {
		this.#abbreviations = abbreviations;
	}

	count(document: FinderDocument, take: TakeTerm): void {
		const length =
			this.#add(document.title, titleWeight) +
			this.#add(document.lead, leadWeight) +
			document.names.reduce((sum, name) => sum + this.#add(name, leadWeight), 0) +
			this.#add(document.text, bodyWeight);
		const norm = saturation * (1 - lengthWeight + (lengthWeight * length) / usualLength);
		for (const slot of this.#taken) {
			const weight = this.#weight[slot] ?? 0;
			const impact = weight / (weight + norm);
			take(
				(this.#hash[slot] ?? 0) >>> 0,
				this.#first[slot] ?? 0,
				this.#second[slot] ?? 0,
				levelOf(impact),
				this.#followers[slot] ?? 0,
			);
			this.#weight[slot] = 0;
			this.#followers[slot] = 0;
		}
		this.#taken = [];
		for (const kind of ["province", "committee"] as const) {
			const slug = document[kind]?.slug;
			if (slug !== undefined) take(hashOfFilter(kind, slug), 0, filterWord, 0, 0);
		}
	}

	/** The number of words. */
	#add(text: string, weight: number): number {
		const tokens = analyse(text);
		const words = tokens.filter((token) => !token.isWhole);
		for (const token of tokens) if (token.isWhole) this.#addSingle(this.#know(token), weight);
		const known = words.map((word) => this.#know(word));
		for (const [index, word] of known.entries()) {
			this.#addSingle(word, weight);
			const next = known[index + 1];
			if (next?.followsOn) this.#addPair(word, next, known[index + 2], weight);
		}
		const units = unitsOf(words, this.#abbreviations);
		if (units.length < words.length) this.#addShortForms(units, weight);
		return words.length;
	}

	#addShortForms(units: readonly Unit[], weight: number): void {
		const known = units.map((unit) => this.#know(unit));
		for (const [index, unit] of known.entries()) {
			const next = known[index + 1];
			const afterNext = known[index + 2];
			const [isShortForm, isNextShort, isThirdShort] = [0, 1, 2].map((step) => isShort(units[index + step]));
			if (isShortForm) this.#addSingle(unit, weight);
			if (!next?.followsOn) continue;
			if (isShortForm || isNextShort) this.#addPair(unit, next, afterNext, weight);
			else if (isThirdShort) this.#addPair(unit, next, afterNext, 0);
		}
	}

	#addSingle({ hash, number }: KnownWord, weight: number): void {
		this.#addTerm(hashOfSingle(hash), number, noWord, 0, weight);
	}

	/** @param following the word after the pair, wherever it stands */
	#addPair(first: KnownWord, second: KnownWord, following: KnownWord | undefined, weight: number): void {
		const follower = followerOf(following?.followsOn ? following.hash : undefined);
		this.#addTerm(hashOfPair(first.hash, second.hash), first.number, second.number, 1 << follower, weight);
	}

	#addTerm(unsigned: number, first: number, second: number, followers: number, weight: number): void {
		const hash = unsigned | 0;
		const mask = this.#hash.length - 1;
		let slot = hash & mask;
		while (this.#weight[slot] !== 0 && this.#hash[slot] !== hash) slot = (slot + 1) & mask;
		if (this.#weight[slot] === 0) {
			this.#hash[slot] = hash;
			this.#first[slot] = first;
			this.#second[slot] = second;
			this.#taken.push(slot);
		}
		this.#weight[slot] = (this.#weight[slot] ?? 0) + weight;
		this.#followers[slot] = (this.#followers[slot] ?? 0) | followers;
		if (2 * this.#taken.length > this.#hash.length) this.#grow();
	}

	#grow(): void {
		const terms = this.#taken.map((slot) => ({
			hash: this.#hash[slot] ?? 0,
			weight: this.#weight[slot] ?? 0,
			first: this.#first[slot] ?? 0,
			second: this.#second[slot] ?? 0,
			followers: this.#followers[slot] ?? 0,
		}));
		const size = 2 * this.#hash.length;
		this.#hash = new Int32Array(size);
		this.#weight = new Float64Array(size);
		this.#first = new Uint32Array(size);
		this.#second = new Uint32Array(size);
		this.#followers = new Uint32Array(size);
		this.#taken = [];
		for (const { hash, weight, first, second, followers } of terms)
			this.#addTerm(hash, first, second, followers, weight);
	}

	#know({ folded, exact, followsOn }: Pick<Token, "folded" | "exact" | "followsOn">): KnownWord {
		return { hash: this.#hashOf(folded), number: this.#numberOf(exact), followsOn };
	}

	#hashOf(folded: string): number {
		let hash = this.#hashes.get(folded);
		if (hash === undefined) {
			hash = hashText(folded);
			this.#hashes.set(folded, hash);
		}
		return hash;
	}

	#numberOf(exact: string): number {
		let number = this.#numbers.get(exact);
		if (number === undefined) {
			number = this.words.length;
			this.words.push(exact);
			this.#numbers.set(exact, number);
		}
		return number;
	}
}

function isShort(unit: Unit | undefined): boolean {
	return unit !== undefined && unit.to - unit.from > 1;
}

/** @param impact between 0 and 1 */
function levelOf(impact: number): number {
	const levels = 2 ** impactBits;
	return Math.max(0, Math.min(levels - 1, Math.floor(((impact - 0.25) / 0.65) * levels)));
}
