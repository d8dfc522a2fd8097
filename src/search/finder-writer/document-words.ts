import type { WordSink } from "../../text/analyse.ts";
import { cutWords } from "../../text/analyse.ts";
import type { WordKeys } from "../../text/word-keys.ts";
import { wordKeys } from "../../text/word-keys.ts";
import { hashText } from "../finder/hash.ts";
import type { Abbreviation, Abbreviations } from "../finder/terms.ts";

/** A word as terms are made of it. */
export interface KnownWord {
	readonly folded: string;
	/** Of the folded word. */
	readonly hash: number;
	/** Of the accented spelling. */
	readonly number: number;
	/** Whether a word stands right before it. */
	readonly followsOn: boolean;
	/** What has a short form and begins with this word. */
	readonly longForms: readonly Abbreviation[] | undefined;
}

/** A text's words in their order, and the document numbers in it. */
export interface CutText {
	readonly words: readonly KnownWord[];
	readonly wholes: readonly KnownWord[];
}

/** A word by the letters with which it stands in texts; twice, as it may begin a sentence or not. */
interface WrittenWord extends WordKeys {
	readonly written: string;
	readonly first: KnownWord;
	readonly following: KnownWord;
}

/** Cuts texts by the rules of `analyse`. What a word is known by is found out once, not wherever it stands. */
export class DocumentWords implements WordSink<WrittenWord> {
	/** Accented spellings by number. */
	readonly spellings: string[] = [];
	readonly #numbers = new Map<string, number>();
	readonly #abbreviations: Abbreviations;
	/** By a hash of the letters; at most half of the places are taken. */
	#slots = new Array<WrittenWord | undefined>(1 << 14).fill(undefined);
	#taken = 0;
	#words: KnownWord[] = [];
	#wholes: KnownWord[] = [];

	constructor(abbreviations: Abbreviations) {
		this.#abbreviations = abbreviations;
	}

	cut(text: string): CutText {
		this.#words = [];
		this.#wholes = [];
		cutWords(text, this);
		return { words: this.#words, wholes: this.#wholes };
	}

	know({ folded, exact }: WordKeys, followsOn: boolean): KnownWord {
		return {
			folded,
			hash: hashText(folded),
			number: this.#numberOf(exact),
			followsOn,
			longForms: this.#abbreviations.get(folded),
		};
	}

	wordAt(text: string, start: number, end: number): WrittenWord {
		const mask = this.#slots.length - 1;
		let slot = hashOfPart(text, start, end) & mask;
		for (let word = this.#slots[slot]; word !== undefined; word = this.#slots[slot]) {
			if (word.written.length === end - start && text.startsWith(word.written, start)) return word;
			slot = (slot + 1) & mask;
		}
		const written = ownCopy(text.slice(start, end));
		const keys = wordKeys(written);
		const { folded, exact } = keys;
		// Named one by one, as objects that were spread are read slowly.
		const word = { folded, exact, written, first: this.know(keys, false), following: this.know(keys, true) };
		this.#slots[slot] = word;
		if (2 * ++this.#taken > this.#slots.length) this.#grow();
		return word;
	}

	take(word: WrittenWord, _start: number, _end: number, followsOn: boolean, isWhole: boolean): void {
		if (isWhole) this.#wholes.push(this.know({ folded: word.folded, exact: word.folded }, false));
		else this.#words.push(followsOn ? word.following : word.first);
	}

	#numberOf(exact: string): number {
		let number = this.#numbers.get(exact);
		if (number === undefined) {
			number = this.spellings.length;
			this.spellings.push(exact);
			this.#numbers.set(exact, number);
		}
		return number;
	}

	#grow(): void {
		const words = this.#slots.filter((word) => word !== undefined);
		const mask = 2 * this.#slots.length - 1;
		this.#slots = new Array<WrittenWord | undefined>(mask + 1).fill(undefined);
		for (const word of words) {
			let slot = hashOfPart(word.written, 0, word.written.length) & mask;
			while (this.#slots[slot] !== undefined) slot = (slot + 1) & mask;
			this.#slots[slot] = word;
		}
	}
}

function hashOfPart(text: string, start: number, end: number): number {
	let hash = 0x811c9dc5;
	for (let index = start; index < end; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	return hash ^ (hash >>> 15);
}

/** A part of a string as such keeps the whole of it in memory. */
function ownCopy(part: string): string {
	return Buffer.from(part, "utf16le").toString("utf16le");
}
