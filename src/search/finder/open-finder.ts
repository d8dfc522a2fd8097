import { analyse } from "../../text/analyse.ts";
import { answerQuery } from "./answer-query.ts";
import type { Archive } from "./archive.ts";
import { narrowed } from "./filters.ts";
import type {
	Finder,
	FinderAnswer,
	FinderHit,
	FinderOptions,
	FinderQuery,
	MarkedHit,
	Span,
	Suggestion,
} from "./finder.ts";
import type { SegmentList } from "./format.ts";
import { documentsPerFile, shownNumberingOf, shownPath } from "./format.ts";
import { giveUpIfAborted } from "./give-up.ts";
import { highlighter } from "./highlight.ts";
import type { IndexFiles } from "./index-files.ts";
import { openIndexFiles } from "./index-files.ts";
import { listCandidates } from "./list-candidates.ts";
import { baseOf } from "./look-up.ts";
import { queryWords } from "./query-terms.ts";
import type { Candidate } from "./rank.ts";
import { matchingLabels } from "./read-labels.ts";
import { unpackDocuments } from "./shown-documents.ts";
import { readAbbreviations } from "./terms.ts";
import { readUsualWords } from "./usual-words.ts";

/** Hits on a page of results. */
const hitsPerPage = 10;
const mostSuggestions = 8;
const mostArticles = 4;

/** Opens an index. Nothing is read before the first question. */
export function openFinder({ read, saveData = false }: FinderOptions): Finder {
	const files = openIndexFiles(read);

	async function find(query: FinderQuery, signal?: AbortSignal): Promise<FinderAnswer> {
		const list = await files.list(signal);
		const failed = new Set<unknown>();
		const archive = await narrowed(openArchive(files, list, failed, signal), query.filters);
		const isWhole = /\s$/.test(query.text);
		const reading = await answerQuery(archive, query.text, isWhole, saveData ? "typed" : "corrected");
		const candidates = listCandidates(reading.candidates);
		if (query.byDate) candidates.sort((a, b) => b.number - a.number);
		const first = (Math.max(1, query.page) - 1) * hitsPerPage;
		const hits = await shownDocuments(archive, candidates.slice(first, first + hitsPerPage));
		const { corrected, understoodAs } = reading;
		const spansIn = highlighter(
			corrected ? [reading.words, queryWords(query.text, archive.abbreviations)] : [reading.words],
			archive.abbreviations,
		);
		return {
			hits: hits.map((hit) => marked(hit, spansIn)),
			total: candidates.length,
			...(corrected?.replaced && {
				suggestion: {
					text: rewritten(understoodAs ?? query.text, corrected.replaced),
					count: candidates.filter(({ share }) => share >= 1).length,
				},
			}),
			...(understoodAs !== undefined && { understoodAs }),
			failures: failed.size,
		};
	}

	async function suggest(typed: string, signal?: AbortSignal): Promise<readonly Suggestion[]> {
		if (typed.trim() === "") return [];
		const list = await files.list(signal);
		const failed = new Set<unknown>();
		const archive = openArchive(files, list, failed, signal);
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

/** All of it. */
function openArchive(
	files: IndexFiles,
	list: SegmentList,
	failed: Set<unknown>,
	signal: AbortSignal | undefined,
): Archive {
	return {
		files,
		list,
		segments: list.segments,
		signal,
		onFailure: (error) => void failed.add(error),
		abbreviations: readAbbreviations(list.abbreviations),
		rarityOf: readUsualWords(list),
		isWanted: () => true,
	};
}

/** The query with a word written otherwise, the rest as it was typed. */
function rewritten(text: string, { place, written }: { place: number; written: string }): string {
	const token = analyse(text).filter(({ isWhole }) => !isWhole)[place];
	return token ? text.slice(0, token.start) + written + text.slice(token.end) : text;
}

/** In the order of the candidates; those that cannot be read are left out. */
async function shownDocuments(archive: Archive, candidates: readonly Candidate[]): Promise<FinderHit[]> {
	const hits = await Promise.all(
		candidates.map(({ number }) =>
			shownDocument(archive, number).catch((error: unknown) => {
				giveUpIfAborted(archive.signal);
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
