import type { WordSink } from "../../text/analyse.ts";
import { cutWords } from "../../text/analyse.ts";
import type { WordKeys } from "../../text/word-keys.ts";
import { wordKeys } from "../../text/word-keys.ts";
import { hashText } from "../finder/hash.ts";
import type { Rewriting, Rewritings } from "../finder/rewritings.ts";
import { WrittenWords } from "./written-words.ts";

/** A word with the data for its terms. */
export interface KnownWord extends WordKeys {
	/** Hash of the folded word. It is signed, because engines store numbers from 2^31 on outside the object. */
	readonly hash: number;
	/** Number of the accented spelling. */
	readonly number: number;
	/** Whether it directly follows another word. */
	readonly followsOn: boolean;
	/** Rewritings that begin with this word. */
	readonly rewritings: readonly Rewriting[] | undefined;
}

/** A text's words in order, and the document numbers in it. */
export interface CutText {
	readonly words: readonly KnownWord[];
	readonly wholes: readonly KnownWord[];
}

/** A word that follows another, with its variant that does not. */
interface MetWord extends KnownWord {
	readonly first: KnownWord;
}

/** Splits texts by the rules of `analyse`. A word's data is computed only once. */
export class DocumentWords implements WordSink<MetWord> {
	/** Accented spellings by number. */
	readonly spellings: string[] = [];
	readonly #numbers = new Map<string, number>();
	readonly #rewritings: Rewritings;
	readonly #written = new WrittenWords();
	/** Words by the numbers of their written forms. */
	readonly #met: MetWord[] = [];
	#words: KnownWord[] = [];
	#wholes: KnownWord[] = [];

	constructor(rewritings: Rewritings) {
		this.#rewritings = rewritings;
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
			exact,
			hash: hashText(folded) | 0,
			number: this.#numberOf(exact),
			followsOn,
			rewritings: this.#rewritings.get(folded),
		};
	}

	wordAt(text: string, start: number, end: number): MetWord {
		const number = this.#written.numberOf(text, start, end);
		return this.#met[number] ?? this.#meet(text.slice(start, end));
	}

	take(word: MetWord, _start: number, _end: number, followsOn: boolean, isWhole: boolean): void {
		if (isWhole) this.#wholes.push(this.know({ folded: word.folded, exact: word.folded }, false));
		else this.#words.push(followsOn ? word : word.first);
	}

	#meet(written: string): MetWord {
		const first = this.know(wordKeys(ownCopy(written)), false);
		const { folded, exact, hash, number, rewritings } = first;
		// Properties are listed one by one, because objects made by spreading are slow to read.
		const word = { folded, exact, hash, number, followsOn: true, rewritings, first };
		this.#met.push(word);
		return word;
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
}

/** Copies a substring, because a slice keeps the whole string in memory. */
function ownCopy(part: string): string {
	return Buffer.from(part, "utf16le").toString("utf16le");
}
