import { answerQuery } from "./answer-query.ts";
import type { Archive } from "./archive.ts";
import { narrowed } from "./filters.ts";
import type {
	Finder,
	FinderAnswer,
	FinderHit,
	FinderQuery,
	MarkedHit,
	ReadFile,
	Span,
	Suggestion,
} from "./finder.ts";
import type { SegmentList } from "./format.ts";
import { documentsPerFile, shownNumberingOf, shownPath } from "./format.ts";
import { giveUpIfAborted } from "./give-up.ts";
import { highlighter } from "./highlight.ts";
import { openIndexFiles } from "./index-files.ts";
import { baseOf, lookUp } from "./look-up.ts";
import { queryWords, wordTerms } from "./query-terms.ts";
import { isOneQuotation, isQuoted } from "./quoted.ts";
import type { Candidate } from "./rank.ts";
import { rank } from "./rank.ts";
import { matchingLabels } from "./read-labels.ts";
import type { Reading } from "./reading.ts";
import { listed } from "./reading.ts";
import { readRewritings } from "./rewritings.ts";
import type { SecondLook } from "./second-look.ts";
import { unpackDocuments } from "./shown-documents.ts";
import { readUsualWords } from "./usual-words.ts";

/** Hits on a page of results. */
const hitsPerPage = 10;
const mostSuggestions = 8;
const mostArticles = 4;

export interface FinderOptions {
	readonly read: ReadFile;
	/**
	 * Loads the script for queries of which hardly any document has everything as typed, and for those in English; rejects
	 * if it cannot be loaded.
	 */
	readonly loadSecondLook: () => Promise<SecondLook>;
	/** Reads no more than the results need: misspelt words are not corrected. */
	readonly saveData?: boolean;
}

/** Opens an index. Nothing is read before the first question. */
export function openFinder({ read, loadSecondLook, saveData = false }: FinderOptions): Finder {
	const files = openIndexFiles(read);
	const open = (list: SegmentList, failed: Set<unknown>, signal: AbortSignal | undefined): Archive => ({
		files,
		list,
		segments: list.segments,
		signal,
		onFailure: (error) => void failed.add(error),
		rewritings: readRewritings(list.rewritings),
		rarityOf: readUsualWords(list),
		isWanted: () => true,
	});

	const looker = (failed: Set<unknown>) => () =>
		loadSecondLook().catch((error: unknown) => void failed.add(error));

	async function find(query: FinderQuery, signal?: AbortSignal): Promise<FinderAnswer> {
		const list = await files.list(signal);
		const failed = new Set<unknown>();
		const archive = await narrowed(open(list, failed, signal), query);
		const isWhole = /\s$/.test(query.text);
		const reading = query.isEnglish
			? await inEnglish(archive, looker(failed), query.text)
			: await answerQuery(
					archive,
					looker(failed),
					query.text,
					isWhole,
					saveData || isQuoted(query.text) ? "typed" : "corrected",
					(literal) => firstTitles(archive, literal),
				);
		const whole = isOneQuotation(query.text) ? reading.candidates.filter(({ isCertain }) => isCertain) : [];
		const candidates = whole.length > 0 ? whole : listed(reading);
		if (query.byDate) candidates.sort((a, b) => b.number - a.number);
		const first = (Math.max(1, query.page) - 1) * hitsPerPage;
		const hits = await shownDocuments(archive, candidates.slice(first, first + hitsPerPage));
		const { words, corrected, understoodAs, isByWord } = reading;
		const spansIn = highlighter(
			isByWord
				? words.map((word) => [word])
				: corrected
					? [words, queryWords(query.text, archive.rewritings)]
					: [words],
			archive.rewritings,
		);
		return {
			hits: hits.map((hit) => marked(hit, spansIn)),
			total: candidates.length,
			...((reading.share < 1 || candidates[0]?.isOtherSpelling) && { isInPart: true as const }),
			...(corrected?.text !== undefined && {
				suggestion: { text: corrected.text, count: corrected.count },
			}),
			...(understoodAs !== undefined && { understoodAs }),
			failures: failed.size,
		};
	}

	async function suggest(typed: string, signal?: AbortSignal): Promise<readonly Suggestion[]> {
		if (typed.trim() === "") return [];
		const list = await files.list(signal);
		const failed = new Set<unknown>();
		const archive = open(list, failed, signal);
		const [labels, { candidates, words }] = await Promise.all([
			matchingLabels(archive, typed),
			answerQuery(archive, looker(failed), typed, false, "completed", (literal) =>
				firstTitles(archive, literal),
			),
		]);
		const highlight = highlighter([words], archive.rewritings);
		const hits = await shownDocuments(archive, candidates.slice(0, mostArticles));
		const articles = hits
			.filter(({ title }) => highlight(title).length > 0)
			.map(({ title, address }) => ({ kind: "article" as const, text: title, address }));
		return [...labels.slice(0, mostSuggestions - articles.length), ...articles];
	}

	return { find, suggest };
}

async function inEnglish(
	archive: Archive,
	lookAgain: () => Promise<SecondLook | undefined>,
	text: string,
): Promise<Reading> {
	const { segments, list } = archive;
	const look = await lookAgain();
	return look
		? await look.answerInEnglish(
				{
					archive,
					wordsOf: (one) => queryWords(one, new Map()),
					lookUpWords: (words) => lookUp(archive, segments, wordTerms(words, [...words.keys()], 1)),
					rank: (found) => rank(found, list.segments),
				},
				text,
			)
		: { words: [], found: [], candidates: [], share: 1 };
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

async function firstTitles(archive: Archive, reading: Reading): Promise<string[]> {
	const hits = await shownDocuments(archive, listed(reading).slice(0, hitsPerPage));
	return hits.map(({ title }) => title);
}

/** Keeps the order of the candidates; documents that cannot be read are left out. */
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
