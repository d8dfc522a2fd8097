/** The articles that are indexed and searched: the same for the same parameters, handed out one at a time. */
import { plainText } from "../../src/content/index.ts";
import { articleAddress } from "../../src/model/addresses.ts";
import type { IsoDateTime, Slug, UrlPath } from "../../src/model/ids.ts";
import { asIsoDateTime, asIsoDay } from "../../src/model/ids.ts";
import { fullNameOf, unitsOn } from "../../src/model/provinces.ts";
import { type ArchiveArticle, archiveArticles, archiveNames, archiveNow } from "../bench/archive.ts";
import { generateText } from "../bench/generated-text.ts";
import { createRandom } from "../bench/random.ts";
import { createAlteration, type PlainArticle } from "./alter-text.ts";
import type { CorpusArticle } from "./corpus.ts";

/** An article as every engine gets it. */
export interface BenchArticle extends PlainArticle {
	readonly address: UrlPath;
	readonly date: IsoDateTime;
	readonly committee: { readonly slug: string; readonly name: string };
	readonly province?: { readonly slug: Slug; readonly name: string };
	readonly tags: readonly string[];
	readonly author: string;
	/** Of the corpus, where the article is one of its own. */
	readonly corpusId?: string;
	/** Whether its text is that of another article, altered. */
	readonly isCopy: boolean;
}

export interface BenchArticlesOptions {
	readonly articles: number;
	readonly seed: number;
	/** Made up where absent. */
	readonly corpus?: readonly CorpusArticle[];
	/** Ids of the corpus that are taken first where not all find room. */
	readonly wanted?: ReadonlySet<string>;
}

/** What tells the uses of one seed apart. */
const purposes = { order: 11, alteration: 12 };

/** All articles, oldest first, spread evenly from 2008 to today. */
export function* benchArticles(options: BenchArticlesOptions): Generator<BenchArticle> {
	const { articles, seed, corpus } = options;
	const textOf = corpus ? corpusTexts(options, corpus) : madeTexts(seed);
	let text = textOf(0);
	const textAt = (place: number) => {
		text = textOf(place);
		return { title: text.title, summary: text.summary, body: "" };
	};
	for (const article of archiveArticles({ articles, seed, textAt }))
		yield { ...text, ...frameOf(article, seed) };
}

function frameOf({ id, fields }: ArchiveArticle, seed: number) {
	const { date, committee, province, tags, author } = fields;
	const names = archiveNames(seed);
	return {
		address: articleAddress(id),
		date: asIsoDateTime(date),
		committee: { slug: committee ?? "", name: names.committees.get(committee ?? "")?.name ?? "" },
		...(province === undefined
			? {}
			: { province: { slug: province as Slug, name: provinceName(province, date) } }),
		tags,
		author: names.authors.get(author) ?? author,
	};
}

function provinceName(slug: string, date: string): string {
	const unit = unitsOn(asIsoDay(date.slice(0, 10))).find((each) => each.slug === slug);
	return unit ? fullNameOf(unit) : slug;
}

type BenchText = PlainArticle & Pick<BenchArticle, "corpusId" | "isCopy">;

function madeTexts(seed: number): (place: number) => BenchText {
	return (place) => {
		const { title, summary, body } = generateText(seed, place);
		return { title, summary, text: plainText(body).text, isCopy: false };
	};
}

function corpusTexts(
	{ articles, seed, wanted }: BenchArticlesOptions,
	corpus: readonly CorpusArticle[],
): (place: number) => BenchText {
	const alter = articles > corpus.length ? createAlteration(corpus) : undefined;
	const random = createRandom(seed, purposes.order);
	const first = corpus.filter(({ id }) => wanted?.has(id));
	const others = shuffled(
		corpus.filter(({ id }) => !wanted?.has(id)),
		random,
	);
	const originals = [...first, ...others].slice(0, articles);
	// Copies and originals are mixed, so that no year has only one kind.
	const order = shuffled([...Array(articles).keys()], random);
	return (place) => {
		const number = order[place] ?? 0;
		const article = originals[number % originals.length];
		if (!article) throw new Error("The corpus is empty");
		const { id, ...text } = article;
		if (number < originals.length) return { ...text, corpusId: id, isCopy: false };
		if (!alter) throw new Error("More articles than the corpus has need copies");
		return { ...alter(text, createRandom(seed, place, purposes.alteration)), isCopy: true };
	};
}

/** The items in an order picked at random (Fisher and Yates). */
export function shuffled<Item>(items: readonly Item[], random: { below(limit: number): number }): Item[] {
	const order = [...items];
	for (let last = order.length - 1; last > 0; last--) {
		const other = random.below(last + 1);
		const moved = order[last] as Item;
		order[last] = order[other] as Item;
		order[other] = moved;
	}
	return order;
}

/** The day that "recent" is counted from. */
export const benchToday = archiveNow.slice(0, 10);
