/** Rewrites titles that were typed in capitals as a sentence. */

const letters = /\p{L}/gu;
const capitals = /\p{Lu}/gu;
const wordPattern = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.&/-]*/gu;
/** A title with fewer letters may be a name or a short form. */
const leastLetters = 10;
/** Share of capitals among the letters. */
const mostlyCapitals = 0.9;
/** Characters of a body that are examined for the spelling of names. */
const lookedAt = 30_000;
const roman = /^[IVXLC]+$/;
const hasSign = /[\d/&]/;

/**
 * A title in capitals as a sentence; undefined if it is not in capitals. Names and short forms are written as in the
 * body, where they occur beside the same word and not at the beginning of a sentence. Words that the body does not have
 * are written in small letters.
 */
export function sentenceCase(title: string, body: string): string | undefined {
	const count = title.match(letters)?.length ?? 0;
	if (count < leastLetters || (title.match(capitals)?.length ?? 0) < mostlyCapitals * count) return undefined;
	const words = [...title.matchAll(wordPattern)].map((match) => ({
		text: withoutEnd(match[0]),
		at: match.index,
	}));
	const written = new WrittenForms(
		body.slice(0, lookedAt),
		new Set(words.map(({ text }) => text.toLowerCase())),
	);
	let result = "";
	let done = 0;
	for (const [place, { text, at }] of words.entries()) {
		const between = title.slice(done, at);
		const begins = place === 0 || /[.!?]["”’)]?\s+$/.test(between);
		const word = hasSign.test(text)
			? text
			: (written.of(words[place - 1]?.text, text, words[place + 1]?.text) ??
				(roman.test(text) && text.length > 1 ? text : text.toLowerCase()));
		result += between + (begins ? upperFirst(word) : word);
		done = at + text.length;
	}
	return result + title.slice(done);
}

function withoutEnd(word: string): string {
	return word.replace(/[.&/-]{1,9}$/, "");
}

function upperFirst(word: string): string {
	const [first = ""] = word;
	return first.toUpperCase() + word.slice(first.length);
}

/** How a text writes words, alone and beside others. */
class WrittenForms {
	readonly #forms = new Map<string, Map<string, number>>();

	/** @param sought in small letters; other words of the text are skipped */
	constructor(text: string, sought: ReadonlySet<string>) {
		let before: string | undefined;
		let beforeThat: string | undefined;
		let end = 0;
		let isKnown = false;
		let beforeBegins = true;
		for (const match of text.matchAll(wordPattern)) {
			const word = withoutEnd(match[0]);
			const key = word.toLowerCase();
			const between = text.slice(end, match.index);
			end = match.index + word.length;
			const begins = before === undefined || /[.!?:…\n“"•*#]/.test(between);
			if (sought.has(key)) {
				if (!begins || (word.length > 1 && word === word.toUpperCase())) this.#add(key, word);
				// By now the previous word is known, even if it began the sentence.
				if (!begins && isKnown && before !== undefined) {
					this.#add(`${before.toLowerCase()} ${key}`, word);
				}
			}
			if (!begins && before !== undefined && isKnown && !beforeBegins) {
				const both = `${before.toLowerCase()} _ ${key}`;
				this.#add(both, before);
				if (beforeThat !== undefined) this.#add(`${beforeThat.toLowerCase()} ${both}`, before);
			}
			isKnown = sought.has(key);
			beforeBegins = begins;
			beforeThat = before;
			before = word;
		}
	}

	#add(key: string, form: string): void {
		const forms = this.#forms.get(key) ?? new Map<string, number>();
		this.#forms.set(key, forms);
		forms.set(form, (forms.get(form) ?? 0) + 1);
	}

	/**
	 * The most frequent form between the same neighbours, or else beside one of them, or else alone. Undefined if the
	 * text has none.
	 */
	of(before: string | undefined, word: string, after: string | undefined): string | undefined {
		const key = word.toLowerCase();
		if (before && after) {
			const between = this.#forms.get(`${before.toLowerCase()} ${key} _ ${after.toLowerCase()}`);
			if (between) return mostFrequent(between);
		}
		const beside = new Map<string, number>();
		// The following word says more about a name: "tỉnh Bắc Giang" and "Tỉnh ủy".
		for (const [neighbours, weight] of [
			[before && `${before.toLowerCase()} ${key}`, 1],
			[after && `${key} _ ${after.toLowerCase()}`, 2],
		] as const) {
			if (!neighbours) continue;
			for (const [form, count] of this.#forms.get(neighbours) ?? []) {
				beside.set(form, (beside.get(form) ?? 0) + weight * count);
			}
		}
		return mostFrequent(beside) ?? mostFrequent(this.#forms.get(key) ?? new Map());
	}
}

function mostFrequent(forms: ReadonlyMap<string, number>): string | undefined {
	let best: string | undefined;
	for (const [form, count] of forms) if (best === undefined || count > (forms.get(best) ?? 0)) best = form;
	return best;
}
