import { compareBytes } from "./byte-order.ts";
import type { IndexableWord } from "./indexable-words.ts";
import { indexableWords, tokensOf } from "./indexable-words.ts";
import { contentPlace, fieldPlace } from "./places.ts";
import type { Postings } from "./posting-list.ts";
import { PostingList } from "./posting-list.ts";

/** A way in which a word is written. */
export interface WordForm {
	readonly text: string;
	/** By which its postings are known. */
	readonly number: number;
}

export interface BundleWord {
	readonly word: string;
	/** The form without marks, where it stands somewhere. */
	readonly plain: WordForm | undefined;
	/** The other forms, in Pagefind's order. */
	readonly marked: readonly WordForm[];
}

/** Weight of a word that stands by itself. The parts of a compound share as much. */
const wordWeight = 24;

interface FoundForm extends WordForm {
	readonly firstPage: number;
	/** Whether it is not in that page's content. */
	readonly isFirstInField: boolean;
}

interface FoundWord {
	readonly word: string;
	plain: FoundForm | undefined;
	readonly marked: Map<string, FoundForm>;
}

/** What a token stands for, wherever it stands. */
interface TokenForms {
	readonly forms: readonly number[];
	readonly weights: readonly number[];
}

/** The words of a bundle and where they stand. */
export class BundleWords {
	readonly #words = new Map<string, FoundWord>();
	readonly #inContent = new Map<string, TokenForms>();
	readonly #inFields = new Map<string, TokenForms>();
	readonly #postings = new PostingList();
	#formCount = 0;

	/**
	 * @param tokens its content
	 * @param fields texts by the numbers of their fields
	 * @returns whether there are words in its content; nothing is added of a page without
	 */
	addPage(
		page: number,
		tokens: readonly string[],
		fields: readonly (readonly [number: number, text: string])[],
	): boolean {
		const content = tokens.map((token) => this.#formsOf(token, page, false));
		if (content.every(({ forms }) => forms.length === 0)) return false;
		for (const [position, { forms, weights }] of content.entries())
			for (let index = 0; index < forms.length; index++)
				this.#postings.add(forms[index] ?? 0, page, contentPlace(position, weights[index] ?? 0));
		for (const [field, text] of fields)
			for (const [position, token] of tokensOf(text).entries())
				for (const form of this.#formsOf(token, page, true).forms)
					this.#postings.add(form, page, fieldPlace(position, field));
		return true;
	}

	/** All words, ordered by their bytes. */
	list(): BundleWord[] {
		return [...this.#words.values()]
			.sort((a, b) => compareBytes(a.word, b.word))
			.map(({ word, plain, marked }) => ({ word, plain, marked: [...marked.values()].sort(byAppearance) }));
	}

	/** @returns the postings of a form, by its number */
	postings(): (form: number) => Postings {
		return this.#postings.byForm(this.#formCount);
	}

	#formsOf(token: string, page: number, isInField: boolean): TokenForms {
		const known = isInField ? this.#inFields : this.#inContent;
		let found = known.get(token);
		if (!found) {
			const words = indexableWords(token, isInField);
			const parts = words.filter(({ isPart }) => isPart).length;
			const partWeight = Math.max(1, Math.floor(wordWeight / parts));
			found = {
				forms: words.map((word) => this.#formOf(word, page, isInField)),
				weights: words.map(({ isPart }) => (isPart ? partWeight : wordWeight)),
			};
			known.set(token, found);
		}
		return found;
	}

	#formOf({ word, marked }: IndexableWord, firstPage: number, isFirstInField: boolean): number {
		let entry = this.#words.get(word);
		if (!entry) {
			entry = { word, plain: undefined, marked: new Map() };
			this.#words.set(word, entry);
		}
		const known = marked === undefined ? entry.plain : entry.marked.get(marked);
		if (known) return known.number;
		const form = { text: marked ?? word, number: this.#formCount++, firstPage, isFirstInField };
		if (marked === undefined) entry.plain = form;
		else entry.marked.set(marked, form);
		return form.number;
	}
}

function byAppearance(a: FoundForm, b: FoundForm): number {
	return (
		a.firstPage - b.firstPage ||
		Number(a.isFirstInField) - Number(b.isFirstInField) ||
		compareBytes(a.text, b.text)
	);
}
