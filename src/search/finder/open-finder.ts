import type { Finder, FinderAnswer, FinderHit, FinderOptions, FinderQuery } from "./finder.ts";
import type { Segment } from "./format.ts";
import { documentsPerFile, shownNumberingOf, shownPath } from "./format.ts";
import { highlighter } from "./highlight.ts";
import type { IndexFiles } from "./index-files.ts";
import { openIndexFiles } from "./index-files.ts";
import { baseOf, lookUp } from "./look-up.ts";
import type { QueryTerm, QueryWord } from "./query-terms.ts";
import { filterTerm, pairTerm, queryWords, singleTerm, wholeNumbers } from "./query-terms.ts";
import type { Candidate } from "./rank.ts";
import { rank } from "./rank.ts";
import { unpackDocuments } from "./shown-documents.ts";
import { readAbbreviations } from "./terms.ts";

export const hitsPerPage = 10;
/** More pairs than this are not looked up, as each asks for a file of every segment. */
const mostTerms = Number(process.env.T ?? 7);
/** Documents that speak of a smaller part of the terms are listed only where nothing better is there. */
const enoughShare = 0.6;

/** Opens an index. Nothing is read before the first question. */
export function openFinder({ read }: FinderOptions): Finder {
	const files = openIndexFiles(read);

	async function find(query: FinderQuery, signal?: AbortSignal): Promise<FinderAnswer> {
		const list = await files.list(signal);
		const { segments } = list;
		const abbreviations = readAbbreviations(list.abbreviations);
		const failed = new Set<unknown>();
		const onFailure = (error: unknown) => failed.add(error);
		const words = queryWords(query.text, abbreviations);
		const terms = termsOf(query.text, words);
		const documents = segments.reduce((sum, segment) => sum + segment.documents, 0);
		const [found, isWanted] = await Promise.all([
			lookUp(files, segments, terms, onFailure, signal),
			filterOf(files, segments, query, onFailure, signal),
		]);
		const candidates = listed(rank(found, documents).filter(({ number }) => isWanted(number)));
		if (query.byDate) candidates.sort((a, b) => b.number - a.number);
		const first = (Math.max(1, query.page) - 1) * hitsPerPage;
		const hits = await Promise.all(
			candidates.slice(first, first + hitsPerPage).map(({ number }) =>
				shownDocument(files, segments, number, signal).catch((error: unknown) => {
					signal?.throwIfAborted();
					onFailure(error);
					return undefined;
				}),
			),
		);
		return {
			hits: hits.filter((hit) => hit !== undefined),
			total: candidates.length,
			isAtLeast: found.some(
				({ frequency, lists }) =>
					frequency > lists.reduce((sum, { postings }) => sum + postings.documents.length, 0),
			),
			highlight: highlighter(words, abbreviations),
			years: yearsOf(segments),
			failures: failed.size,
		};
	}

	return { find, suggest: async () => [] };
}

function termsOf(text: string, words: readonly QueryWord[]): QueryTerm[] {
	const hasAccents = words.some(({ folded, exact }) => folded !== exact);
	const numbers = wholeNumbers(text).map((word) => singleTerm(word, false, 1));
	const [first] = words;
	if (words.length === 1 && first) return [...numbers, singleTerm(first, hasAccents, 1)];
	const pairs = words
		.slice(1)
		.map((word, index) => pairTerm(words[index] ?? word, word, words[index + 2], hasAccents, 1));
	return [...numbers, ...pairs].slice(0, mostTerms);
}

function listed(candidates: Candidate[]): Candidate[] {
	const best = Math.max(0, ...candidates.slice(0, 10).map(({ share }) => share));
	return candidates.filter(({ share }) => share >= Math.min(enoughShare, best) * best);
}

function yearsOf(segments: readonly Segment[]): string[] {
	return [...new Set(segments.flatMap(({ years }) => years.map(([year]) => year)))].reverse();
}

async function shownDocument(
	files: IndexFiles,
	segments: readonly Segment[],
	number: number,
	signal?: AbortSignal,
): Promise<FinderHit | undefined> {
	const segment = segments.find((one) => number < baseOf(segments, one) + one.documents);
	if (!segment) return undefined;
	const inSegment = number - baseOf(segments, segment);
	const content = await files.content(
		shownPath(segment.id, inSegment),
		shownNumberingOf(segment, inSegment),
		signal,
	);
	return unpackDocuments(content)[inSegment % documentsPerFile];
}

async function filterOf(
	files: IndexFiles,
	segments: readonly Segment[],
	{ filters }: FinderQuery,
	onFailure: (error: unknown) => void,
	signal?: AbortSignal,
): Promise<(number: number) => boolean> {
	const tests: ((number: number) => boolean)[] = [];
	if (filters.year !== undefined) tests.push(inYear(segments, filters.year));
	const terms = (["province", "committee"] as const).flatMap((kind) =>
		filters[kind] === undefined ? [] : filterTerm(kind, filters[kind]),
	);
	for (const { lists } of await lookUp(files, segments, terms, onFailure, signal)) {
		const wanted = new Set(
			lists.flatMap(({ base, postings }) => postings.documents.map((document) => base + document)),
		);
		tests.push((number) => wanted.has(number));
	}
	return (number) => tests.every((test) => test(number));
}

function inYear(segments: readonly Segment[], year: string): (number: number) => boolean {
	const spans = segments.flatMap((segment) =>
		segment.years.flatMap(([name, first], index) => {
			const base = baseOf(segments, segment);
			const end = segment.years[index + 1]?.[1] ?? segment.documents;
			return name === year ? [[base + first, base + end] as const] : [];
		}),
	);
	return (number) => spans.some(([from, to]) => number >= from && number < to);
}
