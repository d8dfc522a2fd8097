/** Articles beyond those of a corpus: copies in which about a third of the words are other articles' words. */
import type { Random } from "../bench/random.ts";

/** The text of an article as readers see it, without markup; paragraphs are separated by line feeds. */
export interface PlainArticle {
	readonly title: string;
	readonly summary: string;
	readonly text: string;
}

/** On average, one word in this many begins a run of words that is taken from elsewhere. */
const wordsBetweenRuns = 6;
const runLength = { least: 2, span: 4 };
/** Stands between paragraphs; no run goes beyond it. */
const paragraphEnd = 0;

/**
 * Makes altered copies. A run of two to five words is replaced by what follows the same word somewhere else in the
 * corpus, so that pairs of neighbours stay those of the language and their number grows as slowly as in real text,
 * while names, numbers and phrases of a copy are its own.
 */
export function createAlteration(
	articles: readonly PlainArticle[],
): (article: PlainArticle, random: Random) => PlainArticle {
	const words = [""];
	const ids = new Map<string, number>();
	const text: number[] = [paragraphEnd];
	for (const { title, summary, text: body } of articles) {
		for (const paragraph of [title, summary, ...body.split("\n")]) {
			for (const word of wordsOf(paragraph)) text.push(idOf(word));
			text.push(paragraphEnd);
		}
	}
	const { starts, places } = placesByWord(text, words.length);

	function idOf(word: string): number {
		const known = ids.get(word);
		if (known !== undefined) return known;
		ids.set(word, words.length);
		words.push(word);
		return words.length - 1;
	}

	/** Up to `length` words that follow a word at a place picked at random. */
	function runAfter(word: string, length: number, random: Random): string[] {
		const id = ids.get(word) ?? paragraphEnd;
		const first = starts[id] ?? 0;
		const count = (starts[id + 1] ?? 0) - first;
		if (id === paragraphEnd || count < 2) return [];
		const place = places[first + random.below(count)] ?? 0;
		const run: string[] = [];
		for (let next = place + 1; run.length < length && (text[next] ?? paragraphEnd) !== paragraphEnd; next++) {
			run.push(words[text[next] ?? 0] ?? "");
		}
		return run;
	}

	function alterParagraph(paragraph: string, random: Random): string {
		const own = wordsOf(paragraph);
		const altered: string[] = [];
		for (let place = 0; place < own.length; ) {
			const word = own[place] ?? "";
			altered.push(word);
			place++;
			if (random.below(wordsBetweenRuns) > 0) continue;
			const run = runAfter(word, runLength.least + random.below(runLength.span), random);
			altered.push(...run.slice(0, own.length - place));
			place += run.length;
		}
		return altered.join(" ");
	}

	return ({ title, summary, text: body }, random) => {
		let other = title;
		for (let attempt = 0; attempt < 20 && other === title; attempt++) other = alterParagraph(title, random);
		return {
			title: other,
			summary: alterParagraph(summary, random),
			text: body
				.split("\n")
				.map((paragraph) => alterParagraph(paragraph, random))
				.join("\n"),
		};
	};
}

function wordsOf(paragraph: string): string[] {
	return paragraph.match(/\S+/g) ?? [];
}

/** Where each word occurs: the places of word w are those from `starts[w]` to `starts[w + 1]`. */
function placesByWord(text: readonly number[], wordCount: number) {
	const starts = new Uint32Array(wordCount + 1);
	for (const word of text) starts[word + 1] = (starts[word + 1] ?? 0) + 1;
	for (let word = 0; word < wordCount; word++)
		starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
	const next = starts.slice();
	const places = new Uint32Array(text.length);
	for (const [place, word] of text.entries()) {
		const at = next[word] ?? 0;
		places[at] = place;
		next[word] = at + 1;
	}
	return { starts, places };
}
