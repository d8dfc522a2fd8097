/** Questions of one word: an accented syllable, a foreign word, syllables that were typed together. */
import { analyse, fold } from "../../src/text/index.ts";
import { isSyllable } from "../../src/text/syllable.ts";
import { createRandom } from "../bench/random.ts";
import { type BenchArticle, shuffled } from "./articles.ts";
import { type Half, halves } from "./halves.ts";
import { phrasesOf } from "./phrases.ts";

export const loneWordClasses = ["word", "foreign", "joined"] as const;
export type LoneWordClass = (typeof loneWordClasses)[number];

export interface LoneWord {
	readonly text: string;
	/** Of a word with accents all articles that have it so, of a foreign one those that have it in the title. */
	readonly relevant: readonly string[];
}

export interface LoneWordOptions {
	readonly seed: number;
	/** Of each class and half. */
	readonly queries: number;
}

const purposes = { candidates: 31, order: 32 };
/** At most one in this many articles gives a word. */
const candidatesPerQuery = 4;
/** A word that fewer articles have has no first ten. */
const leastArticles = 10;
const joinedLengths = [2, 3];

/** @param read the articles as they are indexed; asked for twice */
export async function loneWords(
	read: () => AsyncIterable<BenchArticle>,
	{ seed, queries }: LoneWordOptions,
): Promise<Record<Half, Record<LoneWordClass, readonly LoneWord[]>>> {
	const random = createRandom(seed, purposes.candidates);
	const seen: Record<LoneWordClass, Set<string>> = { word: new Set(), foreign: new Set(), joined: new Set() };
	const written = new Map<string, string>();
	for await (const { title, text, address } of read()) {
		const words = analyse(text).filter(({ folded, exact }) => folded !== exact && isSyllable(folded));
		if (words.length > 0) {
			const { exact, start, end } = random.pick(words);
			seen.word.add(exact);
			written.set(exact, text.slice(start, end).normalize("NFC").toLowerCase());
		}
		for (const { folded } of analyse(title)) {
			if (/^[a-z]{3,}$/.test(folded) && !isSyllable(folded)) seen.foreign.add(folded);
		}
		const phrases = phrasesOf(title, address, joinedLengths).filter(({ text }) =>
			/^[\p{L}\p{M} ]+$/u.test(text),
		);
		if (phrases.length > 0) seen.joined.add(fold(random.pick(phrases).text));
	}
	const chosen = { word: new Map(), foreign: new Map(), joined: new Map() } as Record<
		LoneWordClass,
		Map<string, string[]>
	>;
	const most = queries * 2 * candidatesPerQuery;
	for (const name of loneWordClasses) {
		const order = shuffled([...seen[name]].sort(), createRandom(seed, purposes.order));
		for (const word of order.slice(0, most)) chosen[name].set(word, []);
	}
	for await (const article of read()) {
		const { title, summary, text, address, author, tags, committee, province } = article;
		const tokens = [title, summary, text].map(analyse);
		const add = (name: LoneWordClass, found: Iterable<string>) => {
			for (const word of new Set(found)) chosen[name].get(word)?.push(address);
		};
		const names = [author, committee.name, province?.name ?? "", ...tags].map(analyse);
		add(
			"word",
			[...tokens, ...names].flat().map(({ exact }) => exact),
		);
		add(
			"foreign",
			(tokens[0] ?? []).map(({ folded }) => folded),
		);
		add(
			"joined",
			tokens.flatMap((part) =>
				part.flatMap((_, place) =>
					joinedLengths.map((length) =>
						part
							.slice(place, place + length)
							.map(({ folded }) => folded)
							.join(" "),
					),
				),
			),
		);
	}
	const asked = (name: LoneWordClass): LoneWord[] =>
		[...chosen[name]].flatMap(([word, relevant]) => {
			if (relevant.length < (name === "word" ? leastArticles : 1)) return [];
			return { text: written.get(word) ?? word.replaceAll(" ", ""), relevant };
		});
	const setsOf = (half: Half) =>
		Object.fromEntries(
			loneWordClasses.map((name) => [
				name,
				asked(name)
					.filter((_, number) => halves[number % 2] === half)
					.slice(0, queries),
			]),
		) as Record<LoneWordClass, LoneWord[]>;
	return { tuning: setsOf("tuning"), reporting: setsOf("reporting") };
}
