import { lstatSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { articleAddress, pageAddress } from "../model/addresses.ts";
import { type Article, type ArticleFields, isPublished } from "../model/article.ts";
import type { Author } from "../model/author.ts";
import type { Comments } from "../model/comment.ts";
import type { Committee } from "../model/committee.ts";
import { type ArticleId, type IsoDateTime, type Slug, startOf } from "../model/ids.ts";
import type { Page } from "../model/page.ts";
import type { Portal } from "../model/portal.ts";
import { type Progress, silentProgress } from "../model/progress.ts";
import type { ProvinceChanges } from "../model/province-changes.ts";
import { type Provinces, provinces } from "../model/provinces.ts";
import { type RecordCollection, recordNames } from "../model/record-names.ts";
import { collectionOfKind, isRecordShown, type Records } from "../model/records.ts";
import type { SiteSettings } from "../model/site.ts";
import type { Tag } from "../model/tag.ts";
import type {
	ArticleEntry,
	CheckContext,
	Entry,
	PageEntry,
	RecordEntries,
	RecordEntry,
	TextEntry,
} from "./checks/context.ts";
import { portalChecks, portalWarnings } from "./checks/index.ts";
import { withMeaning } from "./checks/meant.ts";
import type { ContentFiles } from "./content-files.ts";
import { extendProvinces } from "./extend-provinces.ts";
import { type ContentListing, listContent } from "./list-content.ts";
import { extractReferences } from "./markdown/references.ts";
import { misplacedProblem } from "./misplaced.ts";
import { knownArticleId, type Place, placeOf } from "./places.ts";
import { type ContentProblem, compareProblems } from "./problem.ts";
import { type FoundDocument, noReadCache, type ReadCache, type StoredDocument } from "./read-cache.ts";
import type { Document, FieldPath } from "./read-document.ts";
import {
	type DocumentKind,
	loadDocument,
	parseDocument,
	type ReadEntry,
	readEntry,
	readEntryText,
} from "./read-entry.ts";
import { divideArticle, type ReadArticle, StoredArticle, type StoredArticleParts } from "./stored-article.ts";
import { strings } from "./strings.ts";
import { resolveTags } from "./tags.ts";
import { type UsedFiles, usedFilesOf } from "./used-files.ts";

export interface ReadPortalOptions {
	/** The content folder. */
	readonly directory: string;
	/** The folder's listing, if it has already been made. */
	readonly listing?: ContentListing;
	/**
	 * Documents whose bytes replace those on the disk, or that are not on the disk, by path. The listing includes them.
	 * @default none
	 */
	readonly texts?: ReadonlyMap<string, Buffer>;
	/** Decides what is published. */
	readonly now: IsoDateTime;
	/** Addresses of pages that are not made from content, so that links to them are valid. @default none */
	readonly otherPages?: ReadonlySet<string>;
	/** @default silentProgress */
	readonly progress?: Progress;
	/** Caches parsed files. @default noReadCache */
	readonly cache?: ReadCache;
	/**
	 * Reads documents with {@link readDocuments} in other processes, if there are many.
	 *
	 * @param onRead called with the number of files that were read since the last call
	 */
	readonly readAhead?: (
		files: readonly string[],
		onRead: (count: number) => void,
	) => Promise<readonly FileDocument[]>;
}

/** A file and its parsed content. */
export interface FileDocument {
	readonly file: string;
	readonly document: StoredDocument;
}

/** The portal as readers may see it, or all problems that prevent a build. */
export type ReadPortalResult = (
	| {
			readonly portal: Portal;
			/** The next time in a document at which the site may change. */
			readonly until?: IsoDateTime;
			readonly problems: readonly [];
			readonly used: UsedFiles;
	  }
	| {
			readonly portal?: undefined;
			readonly problems: readonly ContentProblem[];
			/** Undefined if there is no content folder. */
			readonly used: UsedFiles | undefined;
	  }
) & {
	/** Problems that do not prevent a build. */
	readonly warnings: readonly ContentProblem[];
};

// After how many files other work gets a turn: often enough for a progress bar, seldom enough to cost nothing.
const filesPerTurn = 250;
/** The number of files from which other processes help. Fewer are read here before a process has started. */
const worthReadingAhead = 2000;

/**
 * Reads and checks a whole content folder. Drafts and scheduled articles are checked like others and then left out of
 * the portal, so `related` may contain articles that are not in it. Bodies are not kept in memory. Rejects only for
 * errors of the file system, never because of content.
 */
export async function readPortal(options: ReadPortalOptions): Promise<ReadPortalResult> {
	const { directory, progress = silentProgress, cache = noReadCache } = options;
	const listing = options.listing ?? listContent(directory);
	if (!listing)
		return {
			problems: [{ file: "", ...strings.directoryMissing(directory) }],
			used: undefined,
			warnings: [],
		};
	const { files, problems: fileProblems, identityOf } = listing;
	progress.start(strings.reading, files.paths.length);
	const found = files.paths.map((path) => cache.find(path, identityOf(path)));
	const unknown = options.readAhead ? files.paths.filter((_, at) => !found[at]) : [];
	const ahead = new Map<string, StoredDocument>();
	if (options.readAhead && unknown.length > worthReadingAhead) {
		const read = await options.readAhead(unknown, (count) => progress.advance(count));
		for (const { file, document } of read) ahead.set(file, document);
	}
	const reader = new PortalReader(files, options, cache, ahead);
	reader.problems.push(...fileProblems);
	let told = ahead.size;
	for (const [at, path] of files.paths.entries()) {
		reader.read(path, found[at]);
		found[at] = undefined;
		const count = at + 1;
		if (count % filesPerTurn > 0) continue;
		// Progress of documents that were read ahead has already been reported.
		if (count > told) {
			progress.advance(count - told);
			told = count;
		}
		await setImmediate();
	}
	progress.advance(files.paths.length - told);
	progress.done();
	await cache.save();
	return reader.finish();
}

/** Reads the files that are documents without problems. This is the result that `readAhead` must return. */
export function readDocuments(directory: string, files: readonly string[]): FileDocument[] {
	return files.flatMap((file) => {
		const { kind } = placeOf(file);
		if (kind === "resource" || kind === "misplaced") return [];
		const { entry, problems } = readEntry(directory, file, kind);
		return problems.length > 0 ? [] : [{ file, document: storeEntry(entry, kind) }];
	});
}

function storeEntry(entry: ReadEntry["entry"], kind: DocumentKind): StoredDocument {
	if (kind !== "article") return { head: JSON.stringify(entry), rest: "null" };
	const { head, rest } = divideArticle(entry as ReadArticle);
	return { head: JSON.stringify(head), rest: JSON.stringify(rest) };
}

/** Reads one file after the other. */
class PortalReader implements CheckContext {
	readonly files: ContentFiles;
	readonly now: IsoDateTime;
	readonly otherPages: ReadonlySet<string>;
	readonly problems: ContentProblem[] = [];
	readonly warnings: ContentProblem[] = [];
	site: Entry<SiteSettings> | undefined;
	provinces: Provinces = provinces;
	readonly authors = new Map<Slug, Entry<Author>>();
	readonly committees = new Map<Slug, Entry<Committee>>();
	readonly tags = new Map<Slug, Entry<Tag>>();
	readonly pages = new Map<Slug, PageEntry>();
	readonly records = noRecords();
	readonly articles = new Map<ArticleId, ArticleEntry>();
	private readonly comments = new Map<ArticleId, Entry<Comments>>();
	private provinceChanges: Entry<ProvinceChanges> | undefined;
	private readonly texts: ReadonlyMap<string, Buffer>;
	private readonly cache: ReadCache;
	/** Documents that were read ahead. Each is removed when it is used. */
	private readonly ahead: Map<string, StoredDocument>;
	private last: Document | undefined;

	constructor(
		files: ContentFiles,
		{
			now,
			otherPages = new Set(),
			texts = new Map(),
		}: Pick<ReadPortalOptions, "now" | "otherPages" | "texts">,
		cache: ReadCache,
		ahead: Map<string, StoredDocument>,
	) {
		this.files = files;
		this.now = now;
		this.otherPages = otherPages;
		this.texts = texts;
		this.cache = cache;
		this.ahead = ahead;
	}

	/** @param known its entry in the cache */
	read(file: string, known: FoundDocument | undefined): void {
		const knownId = known && knownArticleId(file);
		const place: Place = knownId ? { kind: "article", id: knownId } : placeOf(file);
		if (place.kind === "resource" || (!known && this.isGone(file))) return;
		switch (place.kind) {
			case "misplaced":
				this.problems.push(misplacedProblem(file, this.files));
				return;
			case "site":
				this.site = this.entryOf<Entry<SiteSettings>>(file, place.kind, known);
				return;
			case "provinces":
				this.provinceChanges = this.entryOf<Entry<ProvinceChanges>>(file, place.kind, known);
				return;
			case "author":
				this.authors.set(place.id, this.entryOf(file, place.kind, known));
				return;
			case "committee":
				this.committees.set(place.id, this.entryOf(file, place.kind, known));
				return;
			case "tag":
				this.tags.set(place.id, this.entryOf(file, place.kind, known));
				return;
			case "page": {
				const entry = this.entryOf<Omit<TextEntry<Page>, "address">>(file, place.kind, known);
				this.pages.set(place.id, { ...entry, slug: place.id, address: pageAddress(place.id) });
				return;
			}
			case "comments":
				this.comments.set(place.id, this.entryOf(file, place.kind, known));
				return;
			case "article": {
				this.articles.set(place.id, this.articleOf(file, place.id, known));
				return;
			}
			default: {
				const collection = collectionOfKind(place.kind);
				if (collection) this.records[collection].set(place.id, this.entryOf(file, place.kind, known));
			}
		}
	}

	/**
	 * Whether a file was removed after the folder was listed. It then counts as absent, except for the required site.yml.
	 */
	private isGone(file: string): boolean {
		if (file === "site.yml" || this.texts.has(file) || this.ahead.has(file)) return false;
		return lstatSync(join(this.files.directory, file), { throwIfNoEntry: false }) === undefined;
	}

	lineOf(file: string, path: FieldPath): number | undefined {
		return this.document(file)?.lineOf(path);
	}

	anchorsOf(file: string): ReadonlySet<string> {
		return extractReferences(this.document(file)?.body ?? "", { all: true }).anchors;
	}

	private document(file: string): Document | undefined {
		if (this.last?.file !== file) {
			const text = this.texts.get(file);
			const { result } = text ? parseDocument(file, text) : loadDocument(this.files.directory, file);
			this.last = result.document ?? result.firstVersion;
		}
		return this.last;
	}

	finish(): ReadPortalResult {
		if (!this.files.has("site.yml")) this.problems.push({ file: "site.yml", ...strings.siteMissing });
		if (this.provinceChanges) {
			const extended = extendProvinces(this, this.provinceChanges);
			this.provinces = extended.provinces;
			this.problems.push(...extended.problems);
		}
		for (const check of portalChecks) this.problems.push(...check(this));
		const used = usedFilesOf(this);
		this.problems.splice(
			0,
			this.problems.length,
			...this.problems.map((problem) => withMeaning(problem, this)),
		);
		for (const check of portalWarnings) this.warnings.push(...check(this));
		const warnings = this.warnings.sort(compareProblems);
		if (this.problems.length > 0) return { problems: this.problems.sort(compareProblems), used, warnings };
		// Without problems every entry has all of its fields.
		const articles = [...this.articles.values()]
			.filter((entry) => isPublished(entry.fields as ArticleFields, this.now))
			.map((entry) => entry as StoredArticle)
			.sort(compareArticles);
		if (this.site?.fields.features?.sentenceCase)
			for (const article of articles) article.showTitleAsSentence();
		const tagFiles = [...this.tags].map(([slug, { fields }]) => ({ ...(fields as Tag), slug }));
		const { tags, tagBySpelling } = resolveTags(articles, tagFiles);
		const portal: Portal = {
			now: this.now,
			site: this.site?.fields as SiteSettings,
			articles,
			provinces: this.provinces,
			authors: withIds<Author>(this.authors),
			committees: withIds<Committee>(this.committees),
			tags,
			tagBySpelling,
			pages: [...this.pages.values()].map(toPage),
			records: toRecords(this.records, this.now),
			comments: new Map(
				[...this.comments].map(([id, { digest, fields }]) => [
					id,
					{ digest, comments: fields.comments ?? [] },
				]),
			),
		};
		const until = this.nextMoment();
		return { portal, ...(until && { until }), problems: [], used, warnings };
	}

	/** @param head the parsed document, or the part of it that every build needs */
	private warn(head: unknown): void {
		const { warnings } = head as { readonly warnings?: readonly ContentProblem[] };
		if (warnings) for (const warning of warnings) this.warnings.push(warning);
	}

	private nextMoment(): IsoDateTime | undefined {
		let next: IsoDateTime | undefined;
		const look = (moment: IsoDateTime | undefined) => {
			if (moment !== undefined && moment > this.now && (next === undefined || moment < next)) next = moment;
		};
		for (const { fields } of this.articles.values()) {
			look(fields.date && startOf(fields.date));
			look(fields.expires);
			look(fields.withdrawn && startOf(fields.withdrawn.date));
		}
		for (const { fields } of this.records.banners.values()) {
			look(fields.from);
			look(fields.until);
		}
		return next;
	}

	/** An article with problems is an entry too, so that references to it can be checked. No portal is made then. */
	private articleOf(file: string, id: ArticleId, known: FoundDocument | undefined): ArticleEntry {
		const place = { id, address: articleAddress(id), file };
		const { stored, entry } = this.documentOf(file, "article", known);
		if (!stored) return { ...(entry as ReadArticle), ...place };
		return new StoredArticle(place, stored as StoredArticleParts);
	}

	private entryOf<Found>(file: string, kind: DocumentKind, known: FoundDocument | undefined): Found {
		const { stored, entry } = this.documentOf(file, kind, known);
		return (stored ? stored.head : entry) as Found;
	}

	/**
	 * Gets a document from the cache or from those read ahead, or reads it. A document with problems is not cached, so
	 * the next build reads it again.
	 */
	private documentOf(
		file: string,
		kind: DocumentKind,
		known: FoundDocument | undefined,
	): { stored: FoundDocument; entry?: undefined } | { stored?: undefined; entry: ReadEntry["entry"] } {
		if (known) {
			this.warn(known.head);
			return { stored: known };
		}
		let document = this.ahead.get(file);
		if (!document) {
			const text = this.texts.get(file);
			const { entry, problems } = text
				? readEntryText(file, kind, text)
				: readEntry(this.files.directory, file, kind);
			for (const problem of problems) this.problems.push(problem);
			if (problems.length > 0) {
				this.warn(entry);
				return { entry };
			}
			document = storeEntry(entry, kind);
		}
		this.ahead.delete(file);
		const stored = this.cache.keep(file, document);
		this.warn(stored.head);
		return { stored };
	}
}

function toPage({ slug, address, file, digest, fields, sources }: PageEntry): Page {
	return { ...(fields as Page), slug, address, file, digest, bodyImages: sources };
}

/** One map per collection, which is filled as files are read. */
type RecordMaps = { readonly [Name in RecordCollection]: Map<Slug, RecordEntry<Name>> };

function noRecords(): RecordMaps {
	return Object.fromEntries(recordNames.map((name) => [name, new Map()])) as unknown as RecordMaps;
}

function toRecords(entries: RecordEntries, now: IsoDateTime): Records {
	const collection = (name: RecordCollection) =>
		new Map(
			[...entries[name]].flatMap(([id, { fields, file, digest }]) =>
				isRecordShown(name, fields, now) ? [[id, { ...fields, id, file, digest }]] : [],
			),
		);
	return Object.fromEntries(recordNames.map((name) => [name, collection(name)])) as unknown as Records;
}

function withIds<Item>(entries: ReadonlyMap<Slug, Entry<Item>>): Map<Slug, Item> {
	return new Map([...entries].map(([id, { fields, file }]) => [id, { ...(fields as Item), id, file }]));
}

/** Sorts by date, then id. Comparing code units suffices for both. */
function compareArticles(a: Article, b: Article): number {
	if (a.date !== b.date) return a.date < b.date ? -1 : 1;
	return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
