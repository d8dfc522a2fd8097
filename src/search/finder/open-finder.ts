import { analyse } from "../../text/analyse.ts";
import type { Archive, Reading } from "./answer-query.ts";
import { answerQuery } from "./answer-query.ts";
import type {
	Finder,
	FinderAnswer,
	FinderFilters,
	FinderHit,
	FinderOptions,
	FinderQuery,
	MarkedHit,
	Span,
	Suggestion,
} from "./finder.ts";
import type { Segment, SegmentList } from "./format.ts";
import { documentsPerFile, shownNumberingOf, shownPath } from "./format.ts";
import { highlighter } from "./highlight.ts";
import type { IndexFiles } from "./index-files.ts";
import { openIndexFiles } from "./index-files.ts";
import { baseOf, lookUp } from "./look-up.ts";
import { filterTerm, queryWords } from "./query-terms.ts";
import type { Candidate } from "./rank.ts";
import { matchingLabels } from "./read-labels.ts";
import { unpackDocuments } from "./shown-documents.ts";
import { readAbbreviations } from "./terms.ts";

/** Hits on a page of results. */
const hitsPerPage = 10;
/** Documents that speak of a smaller part of the query than the best does, by this, are not listed. */
const enoughShare = 0.6;
/** Fewer results than this are little. */
const little = 5;
const mostSuggestions = 8;
const mostArticles = 4;

/** Opens an index. Nothing is read before the first question. */
export function openFinder({ read, saveData = false }: FinderOptions): Finder {
	const files = openIndexFiles(read);

	async function find(query: FinderQuery, signal?: AbortSignal): Promise<FinderAnswer> {
		const list = await files.list(signal);
		const failed = new Set<unknown>();
		const archive = await openArchive(files, list, query.filters, failed, signal);
		const isWhole = /\s$/.test(query.text);
		const reading = await answerQuery(archive, query.text, isWhole, saveData ? "typed" : "mended");
		const candidates = listed(reading.candidates);
		if (query.byDate) candidates.sort((a, b) => b.number - a.number);
		const first = (Math.max(1, query.page) - 1) * hitsPerPage;
		const hits = await shownDocuments(archive, candidates.slice(first, first + hitsPerPage));
		const { mended, understoodAs } = reading;
		const spansIn = highlighter(
			mended ? [reading.words, queryWords(query.text, archive.abbreviations)] : [reading.words],
			archive.abbreviations,
		);
		return {
			hits: hits.map((hit) => marked(hit, spansIn)),
			total: candidates.length,
			isAtLeast: reading.found.some(isCut),
			...(mended?.replaced && {
				suggestion: {
					text: rewritten(understoodAs ?? query.text, mended.replaced),
					count: candidates.filter(({ share }) => share >= 1).length,
				},
			}),
			...(understoodAs !== undefined && { understoodAs }),
			years: yearsOf(list.segments),
			failures: failed.size,
		};
	}

	async function suggest(typed: string, signal?: AbortSignal): Promise<readonly Suggestion[]> {
		if (typed.trim() === "") return [];
		const list = await files.list(signal);
		const failed = new Set<unknown>();
		const archive = await openArchive(files, list, {}, failed, signal);
		if (saveData) return (await matchingLabels(archive, typed)).slice(0, mostSuggestions);
		const [labels, { candidates, words }] = await Promise.all([
			matchingLabels(archive, typed),
			answerQuery(archive, typed, false, "completed"),
		]);
		const highlight = highlighter([words], archive.abbreviations);
		const hits = await shownDocuments(archive, candidates.slice(0, mostArticles));
		const articles = hits
			.filter(({ title }) => highlight(title).length > 0)
			.map(({ title, address }) => ({ kind: "article" as const, text: title, address }));
		return [...labels.slice(0, mostSuggestions - articles.length), ...articles];
	}

	return { find, suggest };
}

function marked(hit: FinderHit, spansIn: (text: string) => readonly Span[]): MarkedHit {
	const { title, lead, committee = "", province = "" } = hit;
	const marks = {
		title: spansIn(title),
		lead: spansIn(lead),
		committee: spansIn(committee),
		province: spansIn(province),
	};
	return { ...hit, marks };
}

async function openArchive(
	files: IndexFiles,
	list: SegmentList,
	filters: FinderFilters,
	failed: Set<unknown>,
	signal: AbortSignal | undefined,
): Promise<Archive> {
	const onFailure = (error: unknown) => void failed.add(error);
	return {
		files,
		list,
		signal,
		onFailure,
		abbreviations: readAbbreviations(list.abbreviations),
		isWanted: await filterOf(files, list.segments, filters, onFailure, signal),
	};
}

function isCut({ frequency, lists }: Reading["found"][number]): boolean {
	return frequency > lists.reduce((sum, { postings }) => sum + postings.documents.length, 0);
}

/** Those that are nearly as much about the query as the best. */
function listed(candidates: readonly Candidate[]): Candidate[] {
	const best = candidates.slice(0, 20).reduce((most, { share }) => Math.max(most, share), 0);
	const enough = candidates.filter(({ share }) => share >= best * enoughShare);
	return enough.length >= little ? enough : candidates.slice(0, Math.max(enough.length, little));
}

/** The query with a word written otherwise, the rest as it was typed. */
function rewritten(text: string, { place, written }: { place: number; written: string }): string {
	const token = analyse(text).filter(({ isWhole }) => !isWhole)[place];
	return token ? text.slice(0, token.start) + written + text.slice(token.end) : text;
}

function yearsOf(segments: readonly Segment[]): string[] {
	return [...new Set(segments.flatMap(({ years }) => years.map(([year]) => year)))].reverse();
}

/** In the order of the candidates; those that cannot be read are left out. */
async function shownDocuments(archive: Archive, candidates: readonly Candidate[]): Promise<FinderHit[]> {
	const hits = await Promise.all(
		candidates.map(({ number }) =>
			shownDocument(archive, number).catch((error: unknown) => {
				archive.signal?.throwIfAborted();
				archive.onFailure(error);
				return undefined;
			}),
		),
	);
	return hits.filter((hit) => hit !== undefined);
}

async function shownDocument(
	{ files, list, signal }: Archive,
	number: number,
): Promise<FinderHit | undefined> {
	const { segments } = list;
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
	filters: FinderFilters,
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
