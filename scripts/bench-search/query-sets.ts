/** Queries whose right answers are known, made from the articles themselves by a seed. */
import { fold } from "../../src/text/index.ts";
import { createRandom, type Random } from "../bench/random.ts";
import { type BenchArticle, type Origin, shuffled } from "./articles.ts";
import { type Half, halves } from "./halves.ts";
import { type LoneWordClass, loneWordClasses } from "./lone-words.ts";
import { type Phrase, phrasesOf, syllablesOf, uniquePhrases } from "./phrases.ts";
import { withOtherTonePlacement } from "./tone-placement.ts";
import type { TopicalQuery } from "./topical.ts";
import { telexKeys, vniKeys } from "./typed-keys.ts";
import { withTypo } from "./typo.ts";

export const queryClasses = [
	"phrase",
	"phrase-plain",
	"phrase-nfd",
	"phrase-capitals",
	"typo",
	"tone",
	"held-out",
	"title",
	"topical",
	"topical-plain",
	"deep",
	"telex",
	"vni",
	"half-typed",
	"short",
	...loneWordClasses,
] as const;
export type QueryClass = (typeof queryClasses)[number];
/** Those that come from parts of articles. */
type PartClass = Exclude<QueryClass, LoneWordClass>;

export interface BenchQuery {
	readonly text: string;
	/** Addresses of the right articles: any of them is a right answer. */
	readonly relevant: readonly string[];
}

export type QuerySets = Readonly<Record<QueryClass, readonly BenchQuery[]>>;
export type PartSets = Pick<QuerySets, PartClass>;

export interface QuerySetsOptions {
	readonly seed: number;
	/** Queries of each class and half, as far as the articles have them. */
	readonly queries: number;
	readonly topical: readonly TopicalQuery[];
}

/** What is taken out of the articles while they pass by, and the queries that this leads to. */
export interface QuerySource {
	/** Examines an article and returns it as it should be indexed: without its title if that is held out. */
	take(article: BenchArticle): BenchArticle;
	/** @param articles all indexed articles once more, to find which phrases are in only one */
	finish(articles: AsyncIterable<BenchArticle>): Promise<Record<Half, PartSets>>;
}

/** At most one in this many articles gives a phrase; not all of those are unique. */
const candidatesPerQuery = 8;
/** A phrase is deep if it is beyond this share of a body of at least this many syllables. */
const deep = { behind: 0.7, syllables: 300 };
/** The largest share of the articles whose titles are held out. */
const heldOutLimit = 0.1;
/** What people type first: two to four syllables. */
const shortLengths = [2, 3, 4];
const purposes = { places: 21, phrases: 22, queries: 23, heldOut: 24, halves: 25 };

/** @param origins of the articles that `take` will see */
export function createQuerySource(
	origins: readonly Origin[],
	{ seed, queries, topical }: QuerySetsOptions,
): QuerySource {
	const both = queries * 2;
	const places = shuffled([...origins.keys()], createRandom(seed, purposes.places));
	const phrasePlaces = new Set(places.slice(0, both * candidatesPerQuery));
	const answers = new Set(topical.flatMap(({ relevant }) => relevant));
	const titleless = placesWithoutTitle(origins, { seed, answers, wanted: both });
	const random = createRandom(seed, purposes.phrases);
	const heldOut: BenchQuery[] = [];
	const titles: BenchQuery[] = [];
	const short: BenchQuery[] = [];
	const candidates: Record<"anywhere" | "deep" | "tone", Phrase[]> = { anywhere: [], deep: [], tone: [] };
	const addresses = new Map<string, string>();
	let place = 0;

	function takeCandidates(article: BenchArticle): void {
		const { address, summary, text } = article;
		const body = phrasesOf(text, address);
		const all = [...phrasesOf(summary, address), ...body];
		if (all.length > 0) candidates.anywhere.push(random.pick(all));
		if (body.length > deep.syllables) {
			candidates.deep.push(random.pick(body.slice(Math.floor(body.length * deep.behind))));
		}
		const movable = all.filter((phrase) => withOtherTonePlacement(phrase.text) !== phrase.text);
		if (movable.length > 0) candidates.tone.push(random.pick(movable));
	}

	return {
		take(article) {
			const here = place++;
			const { address, title, isCopy, corpusId } = article;
			if (corpusId !== undefined && !isCopy) addresses.set(corpusId, address);
			if (titleless.has(here)) {
				if (!isCopy) heldOut.push({ text: title, relevant: [address] });
				return { ...article, title: "" };
			}
			if (phrasePlaces.has(here)) {
				takeCandidates(article);
				titles.push({ text: title, relevant: [address] });
				const parts = phrasesOf(title, address, shortLengths);
				if (parts.length > 0) short.push({ text: random.pick(parts).text, relevant: [address] });
			}
			return article;
		},
		async finish(articles) {
			const unique = await uniquePhrases(Object.values(candidates).flat(), articles);
			const phrases = (kind: keyof typeof candidates) => candidates[kind].filter((each) => unique.has(each));
			const topicalQueries = topical.map((query) => ({
				half: query.half,
				text: query.text,
				relevant: query.relevant.flatMap((id) => addresses.get(id) ?? []),
			}));
			const setsOf = (half: Half): PartSets => {
				const own = <Item>(items: readonly Item[]) =>
					shuffled(items, createRandom(seed, purposes.halves))
						.filter((_, number) => halves[number % 2] === half)
						.slice(0, queries);
				return makeSets({
					random: createRandom(seed, purposes.queries, halves.indexOf(half)),
					phrases: own(phrases("anywhere")),
					deep: own(phrases("deep")),
					tone: own(phrases("tone")),
					heldOut: own(heldOut),
					titles: own(titles),
					short: own(short),
					topical: topicalQueries.filter((query) => query.half === half && query.relevant.length > 0),
				});
			};
			return { tuning: setsOf("tuning"), reporting: setsOf("reporting") };
		},
	};
}

/**
 * Where the articles stand whose titles are held out: some that answer no topical query, and the altered copies of
 * these, as two thirds of the title would otherwise stay in the index, in articles that are not sought.
 */
function placesWithoutTitle(
	origins: readonly Origin[],
	{ seed, answers, wanted }: { seed: number; answers: ReadonlySet<string>; wanted: number },
): Set<number> {
	const random = createRandom(seed, purposes.heldOut);
	const originals = origins.filter(({ isCopy }) => !isCopy).length;
	const chance = Math.min(heldOutLimit, wanted / Math.max(1, originals - answers.size));
	const isAnswer = ({ corpusId }: Origin) => corpusId !== undefined && answers.has(corpusId);
	const picked = [...origins.entries()].filter(
		([, origin]) => !origin.isCopy && !isAnswer(origin) && random.chance(chance),
	);
	const ids = new Set(picked.flatMap(([, { corpusId }]) => corpusId ?? []));
	const family = [...origins.entries()].filter(
		([, { corpusId }]) => corpusId !== undefined && ids.has(corpusId),
	);
	return new Set([...picked, ...family].map(([place]) => place));
}

interface Material {
	readonly random: Random;
	readonly phrases: readonly Phrase[];
	readonly deep: readonly Phrase[];
	readonly tone: readonly Phrase[];
	readonly heldOut: readonly BenchQuery[];
	readonly titles: readonly BenchQuery[];
	readonly short: readonly BenchQuery[];
	readonly topical: readonly BenchQuery[];
}

function makeSets({ random, phrases, deep, tone, heldOut, titles, short, topical }: Material): PartSets {
	const queriesOf = (phrases: readonly Phrase[], write: (text: string) => string | undefined): BenchQuery[] =>
		phrases.flatMap(({ text, address }) => {
			const query = write(text);
			return query === undefined ? [] : [{ text: query, relevant: [address] }];
		});
	const lettersOnly = phrases.filter(({ text }) => /^[\p{L} ]+$/u.test(text));
	const topicalQueries = topical.map(({ text, relevant }) => ({ text, relevant }));
	return {
		phrase: queriesOf(phrases, (text) => text),
		"phrase-plain": queriesOf(phrases, fold),
		"phrase-nfd": queriesOf(phrases, (text) => text.normalize("NFD")),
		"phrase-capitals": queriesOf(phrases, (text) => text.toLocaleUpperCase("vi")),
		typo: queriesOf(phrases, (text) => withTypo(text, random)),
		tone: queriesOf(tone, withOtherTonePlacement),
		"held-out": heldOut,
		title: titles,
		topical: topicalQueries,
		"topical-plain": topicalQueries.map((query) => ({ ...query, text: fold(query.text) })),
		deep: queriesOf(deep, (text) => text),
		telex: queriesOf(lettersOnly, (text) => telexKeys(text, random)),
		vni: queriesOf(lettersOnly, (text) => vniKeys(text, random)),
		"half-typed": queriesOf(phrases, halfTyped),
		short,
	};
}

/** Without the end of its last syllable; undefined where that has one or two letters. */
function halfTyped(phrase: string): string | undefined {
	const last = syllablesOf(phrase).at(-1) ?? "";
	const cut = Math.floor(last.length / 2);
	return cut === 0 || last.length < 3 ? undefined : phrase.slice(0, -cut);
}
