/** The finder's index: segments, each made again only if one of its articles has changed, and their list. */

import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { plainText } from "../../content/index.ts";
import { writeFileAtomically } from "../../disk/atomic-write.ts";
import { sha256, shortDigest } from "../../disk/digest.ts";
import { finderAddress, recordAddress } from "../../model/addresses.ts";
import { introductionOf } from "../../model/article.ts";
import { signatureOf } from "../../model/author.ts";
import { asUrlPath, dayOf, type UrlPath } from "../../model/ids.ts";
import type { FinderDocument, FinderLabel } from "../../search/finder/document.ts";
import type { SegmentList } from "../../search/finder/format.ts";
import { formatVersion, sealList, segmentListPath } from "../../search/finder/format.ts";
import { segmentPlans } from "../../search/finder-writer/segment-plans.ts";
import { rewritings as builtIn } from "../../search/rewritings.ts";
import type { Entry } from "../../site/plan/archive-index.ts";
import { visible } from "../../site/plan/archive-index.ts";
import { figure } from "../../site/plan/cards.ts";
import type { PlanContext } from "../../site/plan/context.ts";
import { authorName, committeeLink, committeeLinkOn, provinceLink, tagLink } from "../../site/plan/names.ts";
import { documentHeading, officialDocuments } from "../../site/plan/official-documents.ts";
import { optional } from "../../site/plan/optional.ts";
import { inputsOf } from "../../site/plan/output.ts";
import type { Plan } from "../../site/plan/plan.ts";
import { translatedArticles } from "../../site/plan/translated-articles.ts";
import type { LinkView } from "../../site/views.ts";
import { excerpt } from "../../text/index.ts";
import { type CachedFolder, CachedFolders, type FolderFiles } from "../cache/cached-folders.ts";
import type { StaticFile } from "../static-files/static-file.ts";
import { strings } from "../strings.ts";
import type { Task } from "../workers/tasks.ts";
import { commentsOf } from "./comments-of.ts";
import type { FinderSegment } from "./finder-part.ts";
import type { IndexingOptions } from "./pagefind-files.ts";
import { readContents } from "./part-contents.ts";

/** A segment, whose folder is in the cache or has to be made. */
interface PlannedSegment {
	readonly part: CachedFolder;
	/** Of its documents. */
	readonly count: number;
	readonly task: () => FinderSegment;
}

/** Makes the segments that are missing in the cache, in parallel, and lists all segments. */
export async function finderFiles(plan: Plan, options: IndexingOptions): Promise<FolderFiles> {
	const { contentDirectory, cacheDirectory, current, code, workers, progress } = options;
	const { context } = plan;
	const codeDigest = code.of("src/build/indexing/finder-part.ts");
	// Each content folder has its own segments, as stale ones are removed.
	const contentName = sha256(resolve(contentDirectory)).slice(0, 16);
	const cached = new CachedFolders(join(cacheDirectory, "finder", contentName), current);
	const rewritings = rewritingsOf(context);
	const segments = [
		...recordsSegments(context, options, { cached, codeDigest, rewritings }),
		...articleSegments(plan, options, { cached, codeDigest, rewritings }),
	];
	if (segments.length === 0) return { files: [], folders: [] };
	const missing: PlannedSegment[] = [];
	for (const segment of segments) if (!(await isMade(cached, segment.part))) missing.push(segment);
	const articles = missing.reduce((sum, { count }) => sum + count, 0);
	progress.start(strings.finderIndexing, articles);
	await workers.run(
		missing.map(({ task }) => () => ({ kind: "finder", segment: task() })) satisfies (() => Task)[],
		(_, task) => progress.advance(missing[task]?.count),
		{ articles },
	);
	progress.done();
	const parts = [...segments.map(({ part }) => part), await labelsPart(context, cached, codeDigest)];
	await cached.removeOthers([...parts.map(({ name }) => name), segmentListPath]);
	const made = await Promise.all(parts.map((part) => readContents(cached.pathOf(part))));
	const list = await listFile(cached.directory, {
		segments: made.flatMap((contents) => contents?.segment ?? []),
		labels: made.find((contents) => contents?.labels)?.labels ?? {},
		rewritings,
	});
	return { files: [list, ...(await cached.filesToCopy(parts))], folders: parts };
}

/** What all segments have in common. */
interface SegmentGround {
	readonly cached: CachedFolders;
	readonly codeDigest: string;
	readonly rewritings: FinderSegment["rewritings"];
}

/** The segment of records, if there are any. */
function recordsSegments(
	context: PlanContext,
	{ contentDirectory }: IndexingOptions,
	{ cached, codeDigest, rewritings }: SegmentGround,
): PlannedSegment[] {
	const records = byDate([...finderRecords(context), ...finderTranslations(context)]);
	if (records.length === 0) return [];
	const part = partOf(recordsSegment, shortDigest(JSON.stringify([codeDigest, rewritings, records])));
	const task = () => ({
		contentDirectory,
		directory: cached.pathOf(part),
		id: recordsSegment,
		// Treated like the newest month, so that a new record changes few files.
		isNewest: true,
		hasDictionary: false,
		rewritings,
		articles: records,
	});
	return [{ part, count: records.length, task }];
}

function* articleSegments(
	{ context, names }: Plan,
	{ contentDirectory, code, memory }: IndexingOptions,
	{ cached, codeDigest, rewritings }: SegmentGround,
): Generator<PlannedSegment> {
	const inputsDigest = shortDigest(`${code.of("src/build/indexing/finder-files.ts")}\n${names}`);
	const entries = visible(context.index.all);
	const newest = entries.at(-1)?.article.date;
	if (newest === undefined) return;
	for (const { id, isNewest, hasDictionary, covers } of segmentPlans(newest)) {
		const own = entries.filter(({ article }) => covers(article.date));
		if (own.length === 0) continue;
		const inputs = shortDigest(`${inputsDigest}\n${JSON.stringify(rewritings)}\n${inputsOf(own)}`);
		const made = () =>
			shortDigest(
				[
					codeDigest,
					String(isNewest),
					JSON.stringify(rewritings),
					// Digested one by one, because the text of all closed years is large.
					...own.map(
						(entry) =>
							`${entry.article.digest} ${shortDigest(JSON.stringify(finderArticle(context, entry)))}`,
					),
				].join("\n"),
			);
		const digest = memory.recall({ address: addressOf(id) }, { inputs: () => inputs, made });
		const part = partOf(id, digest);
		const task = () => ({
			contentDirectory,
			directory: cached.pathOf(part),
			id,
			isNewest,
			hasDictionary,
			rewritings,
			articles: own.map((entry) => finderArticle(context, entry)),
		});
		yield { part, count: own.length, task };
	}
}

/** The names of tags, authors, committees and provinces, which are suggested. */
async function labelsPart(
	context: PlanContext,
	cached: CachedFolders,
	codeDigest: string,
): Promise<CachedFolder> {
	const labels = finderLabels(context);
	const part = partOf("labels", shortDigest(`${codeDigest}\n${JSON.stringify(labels)}`));
	if (!(await isMade(cached, part))) {
		const { makeFinderLabels } = await import("./finder-part.ts");
		await makeFinderLabels(labels, cached.pathOf(part));
	}
	return part;
}

function addressOf(id: string): UrlPath {
	return asUrlPath(`${finderAddress}${id}/`);
}

function partOf(id: string, digest: string): CachedFolder {
	return { address: addressOf(id), root: finderAddress, name: `${id}-${digest}` };
}

/** Whether a folder is in the cache; what is left of a broken one is removed. */
async function isMade(cached: CachedFolders, part: CachedFolder): Promise<boolean> {
	const directory = cached.pathOf(part);
	if ((await cached.has(part)) && (await readContents(directory))) return true;
	await rm(directory, { recursive: true, force: true });
	return false;
}

/**
 * Searchable records, oldest first, have a segment of their own before those of articles. So a record that is entered
 * late changes no article's segment.
 */
const recordsSegment = "records";

/** Official documents and questions for the index, by date. */
export function finderRecords(context: PlanContext): FinderSegment["articles"] {
	return byDate([...finderDocuments(context), ...finderQuestions(context)]);
}

function byDate(articles: FinderSegment["articles"]): FinderSegment["articles"] {
	return [...articles].sort(({ frame: one }, { frame: other }) =>
		one.date < other.date ? -1 : one.date > other.date ? 1 : 0,
	);
}

/** The length of an answer in a list of results. */
const answerLead = 240;

function finderQuestions({ portal }: PlanContext): FinderSegment["articles"] {
	return [...portal.records.questions.values()].map(({ id, question, answer, date, topic, answeredBy }) => {
		const { text } = plainText(answer);
		return {
			words: text,
			frame: {
				address: recordAddress("questions", id),
				title: question,
				date,
				lead: excerpt(text.replaceAll("\n", " "), answerLead),
				names: [topic, answeredBy].filter((name) => name !== undefined),
			},
		};
	});
}

/** Here and not beside their originals, so that a translation that is added late changes no article's segment. */
function finderTranslations(context: PlanContext): FinderSegment["articles"] {
	return translatedArticles(context).map(({ page, card: { address, title, date, summary, picture } }) => ({
		file: page.file,
		digest: page.digest,
		...optional("caption", page.image?.caption),
		frame: {
			address,
			title,
			date,
			lead: summary ?? "",
			names: [],
			isEnglish: true,
			...optional("picture", picture && (picture.variants[0]?.src ?? picture.src)),
		},
	}));
}

function finderDocuments(context: PlanContext): FinderSegment["articles"] {
	return officialDocuments(context)
		.reverse()
		.map((document) => ({
			frame: {
				address: recordAddress("official-documents", document.id),
				title: documentHeading(context, document),
				date: document.date,
				lead: document.summary,
				names: [document.issuer, document.signer, document.subject].filter((name) => name !== undefined),
			},
		}));
}

/** Terms that are written in several ways: the product's pairs and the portal's own abbreviations. */
export function rewritingsOf({ portal }: PlanContext): (readonly [meant: string, written: string])[] {
	return [...builtIn, ...portal.site.abbreviations.map(({ short, long }) => [short, long] as const)];
}

async function listFile(cache: string, list: Omit<SegmentList, "version">): Promise<StaticFile> {
	const content = sealList({ version: formatVersion, ...list });
	const source = join(cache, segmentListPath);
	await writeFileAtomically(source, content, { flush: false });
	return { address: asUrlPath(finderAddress + segmentListPath), source, identity: sha256(content) };
}

/** Suggestions of the search box besides articles: committees, authors and tags of visible articles. */
export function finderLabels({ portal, index }: PlanContext): FinderLabel[] {
	return [
		...[...index.byCommittee.keys()].flatMap((id) => labelOf("committee", committeeLink(portal, id))),
		...[...index.byAuthor.keys()].flatMap((id) => labelOf("author", authorName(portal, id))),
		...[...index.byTag.keys()].flatMap((slug) => labelOf("tag", tagLink(portal, slug))),
	];
}

function labelOf(kind: FinderLabel["kind"], link: LinkView | undefined): FinderLabel[] {
	return link ? [{ kind, text: link.label, address: link.address }] : [];
}

/** An article for the index, without its body. */
export function finderArticle(
	context: PlanContext,
	{ article, tags }: Entry,
): FinderSegment["articles"][number] {
	const { portal } = context;
	const authors = article.author.flatMap((id) => portal.authors.get(id) ?? []);
	const picture = article.image && figure(context, article.file, article.image);
	const unit = article.province && portal.provinces.at(article.province, dayOf(article.date));
	const later = unit ? portal.provinces.later(unit) : [];
	const province = article.province && provinceLink(portal, article.province, article.date);
	const committee = article.committee && committeeLinkOn(portal, article.committee, article.date);
	const frame: Omit<FinderDocument, "text"> = {
		address: article.address,
		title: article.title,
		date: article.date,
		...(article.undated && { undated: true }),
		lead: introductionOf(article) ?? "",
		names: [
			...tags.map((slug) => tagLink(portal, slug).label),
			...authors.map((author) => [signatureOf(author), author.organisation].filter(Boolean).join(", ")),
			...new Set(unit ? [unit, ...later].map(({ name }) => name) : []),
		],
		...optional("picture", picture && (picture.variants[0]?.src ?? picture.src)),
		...(article.province &&
			province && {
				province: { slug: article.province, name: province.label },
				laterProvinces: [...new Set(later.map(({ slug }) => slug))].filter(
					(slug) => slug !== article.province,
				),
			}),
		...(article.committee && committee && { committee: { slug: article.committee, name: committee.label } }),
	};
	return {
		file: article.file,
		...optional("caption", article.image?.caption),
		...commentsOf(portal, article),
		frame,
	};
}
