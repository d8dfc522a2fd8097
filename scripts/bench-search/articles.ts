/** The articles that are indexed and searched: the same for the same parameters, handed out one at a time. */
import { plainText } from "../../src/content/index.ts";
import { articleAddress } from "../../src/model/addresses.ts";
import type { IsoDateTime, Slug, UrlPath } from "../../src/model/ids.ts";
import { asIsoDateTime, asIsoDay } from "../../src/model/ids.ts";
import { fullNameOf, provinces } from "../../src/model/provinces.ts";
import { type ArchiveArticle, archiveArticles, archiveNames, archiveNow } from "../bench/archive.ts";
import { generateText } from "../bench/generated-text.ts";
import { createRandom } from "../bench/random.ts";
import { createAlteration, type PlainArticle } from "./alter-text.ts";
import type { CorpusArticle } from "./corpus.ts";

/** Where the text of an article comes from. */
export interface Origin {
	/** Of the corpus: the article whose text it is. */
	readonly corpusId?: string;
	/** Whether the text is altered. */
	readonly isCopy: boolean;
}

/** An article as every engine gets it. */
export interface BenchArticle extends PlainArticle, Origin {
	readonly address: UrlPath;
	readonly date: IsoDateTime;
	readonly committee: { readonly slug: string; readonly name: string };
	readonly province?: { readonly slug: Slug; readonly name: string };
	readonly tags: readonly string[];
	readonly author: string;
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
	const unit = provinces.on(asIsoDay(date.slice(0, 10))).find((each) => each.slug === slug);
	return unit ? fullNameOf(unit) : slug;
}

type BenchText = PlainArticle & Origin;

function madeTexts(seed: number): (place: number) => BenchText {
	return (place) => {
		const { title, summary, body } = generateText(seed, place);
		return { title, summary, text: plainText(body).text, isCopy: false };
	};
}

function corpusTexts(
	options: BenchArticlesOptions,
	corpus: readonly CorpusArticle[],
): (place: number) => BenchText {
	const alter = options.articles > corpus.length ? createAlteration(corpus) : undefined;
	const sources = corpusSources(options, corpus);
	return (place) => {
		const { article, isCopy } = sources[place] ?? {};
		if (!article) throw new Error("The corpus is empty");
		const { id: corpusId, ...text } = article;
		if (!isCopy) return { ...text, corpusId, isCopy: false };
		if (!alter) throw new Error("More articles than the corpus has need copies");
		const random = createRandom(options.seed, place, purposes.alteration);
		return { ...alter(text, random), corpusId, isCopy: true };
	};
}

/** The corpus article at each place, and whether it is a copy. */
function corpusSources({ articles, seed, wanted }: BenchArticlesOptions, corpus: readonly CorpusArticle[]) {
	const random = createRandom(seed, purposes.order);
	const first = corpus.filter(({ id }) => wanted?.has(id));
	const others = shuffled(
		corpus.filter(({ id }) => !wanted?.has(id)),
		random,
	);
	const originals = [...first, ...others].slice(0, articles);
	// Copies and originals are mixed, so that no year has only one kind.
	return shuffled([...Array(articles).keys()], random).map((number) => ({
		article: originals[number % originals.length],
		isCopy: number >= originals.length,
	}));
}

/** Where the texts of `benchArticles` come from, in the same order: known without making them. */
export function benchOrigins(options: BenchArticlesOptions): Origin[] {
	if (!options.corpus) return Array(options.articles).fill({ isCopy: false });
	return corpusSources(options, options.corpus).map(({ article, isCopy }) => ({
		...(article && { corpusId: article.id }),
		isCopy,
	}));
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
