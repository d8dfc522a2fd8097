import { setImmediate } from "node:timers/promises";
import { articleAddress, pageAddress } from "../model/addresses.ts";
import { type Article, type ArticleFields, isPublished } from "../model/article.ts";
import type { Author } from "../model/author.ts";
import type { Committee } from "../model/committee.ts";
import type { ArticleId, IsoDateTime, Slug } from "../model/ids.ts";
import type { Page } from "../model/page.ts";
import type { Portal } from "../model/portal.ts";
import { type Progress, silentProgress } from "../model/progress.ts";
import type { SiteSettings } from "../model/site.ts";
import type { Tag } from "../model/tag.ts";
import type { ArticleEntry, CheckContext, Entry, PageEntry, TextEntry } from "./checks/context.ts";
import { portalChecks } from "./checks/index.ts";
import type { ContentFiles } from "./content-files.ts";
import { type ContentListing, listContent } from "./list-content.ts";
import type { References } from "./markdown/references.ts";
import { placeOf } from "./places.ts";
import { type ContentProblem, compareProblems } from "./problem.ts";
import { noReadCache, openReadCache, type ReadCache } from "./read-cache.ts";
import type { Document, FieldPath } from "./read-document.ts";
import { type DocumentKind, loadDocument, type ReadEntry, readEntry } from "./read-entry.ts";
import { strings } from "./strings.ts";
import { resolveTags } from "./tags.ts";

export interface ReadPortalOptions {
	/** The content folder. */
	readonly directory: string;
	/** What is in it, where that was looked up before. */
	readonly listing?: ContentListing;
	/** Decides what is published. */
	readonly now: IsoDateTime;
	/** @default silentProgress */
	readonly progress?: Progress;
	/** Where to remember what was read, and the version of the code that read it. Nothing is remembered without. */
	readonly cache?: { readonly file: string; readonly version: string };
	/** Reads documents by {@link readDocuments} in other processes, where there are many of them. */
	readonly readAhead?: (files: readonly string[]) => Promise<readonly ReadEntry["entry"][]>;
}

/** The portal as readers may see it, or everything that keeps it from being built. */
export type ReadPortalResult =
	| {
			readonly portal: Portal;
			/** The next moment that a document names, at which readers may see something else. */
			readonly until?: IsoDateTime;
			readonly problems: readonly [];
	  }
	| { readonly portal?: undefined; readonly problems: readonly ContentProblem[] };

// Often enough for a progress bar and for other work of the process, seldom enough to cost nothing.
const filesPerTurn = 250;
/** Fewer files are read here before another process has started. */
const worthReadingAhead = 2000;

/**
 * Reads and checks a whole content folder. Drafts and scheduled articles are checked like others and then left out of
 * the portal; so `related` may name articles that are not in it. Bodies are not kept. Rejects only when the disk fails,
 * never for what editors wrote.
 */
export async function readPortal(options: ReadPortalOptions): Promise<ReadPortalResult> {
	const { directory, now, progress = silentProgress } = options;
	const listing = options.listing ?? listContent(directory);
	if (!listing) return { problems: [{ file: "", ...strings.directoryMissing(directory) }] };
	const { files, problems: fileProblems, identityOf } = listing;
	const cache = options.cache ? openReadCache({ ...options.cache, identityOf }) : noReadCache;
	progress.start(strings.reading, files.paths.length);
	const unknown = options.readAhead ? files.paths.filter((path) => !cache.knows(path)) : [];
	const ahead = new Map<string, ReadEntry["entry"]>();
	if (options.readAhead && unknown.length > worthReadingAhead) {
		for (const entry of await options.readAhead(unknown)) ahead.set(entry.file, entry);
	}
	const reader = new PortalReader(files, now, cache, ahead);
	reader.problems.push(...fileProblems);
	let turn = 0;
	for (const path of files.paths) {
		reader.read(path);
		turn += 1;
		if (turn === filesPerTurn) {
			progress.advance(turn);
			turn = 0;
			await setImmediate();
		}
	}
	progress.advance(turn);
	progress.done();
	cache.save();
	return reader.finish();
}

/** Those of the files that are documents without problems: what `readAhead` is to answer with. */
export function readDocuments(directory: string, files: readonly string[]): ReadEntry["entry"][] {
	return files.flatMap((file) => {
		const { kind } = placeOf(file);
		if (kind === "resource" || kind === "misplaced") return [];
		const { entry, problems } = readEntry(directory, file, kind);
		return problems.length > 0 ? [] : [entry];
	});
}

/** Takes in one file after the other. */
class PortalReader implements CheckContext {
	readonly files: ContentFiles;
	readonly now: IsoDateTime;
	readonly problems: ContentProblem[] = [];
	site: Entry<SiteSettings> | undefined;
	readonly authors = new Map<Slug, Entry<Author>>();
	readonly committees = new Map<Slug, Entry<Committee>>();
	readonly tags = new Map<Slug, Entry<Tag>>();
	readonly pages = new Map<Slug, PageEntry>();
	readonly articles = new Map<ArticleId, ArticleEntry>();
	private readonly cache: ReadCache;
	private readonly ahead: ReadonlyMap<string, ReadEntry["entry"]>;
	private last: Document | undefined;

	constructor(
		files: ContentFiles,
		now: IsoDateTime,
		cache: ReadCache,
		ahead: ReadonlyMap<string, ReadEntry["entry"]>,
	) {
		this.files = files;
		this.now = now;
		this.cache = cache;
		this.ahead = ahead;
	}

	read(file: string): void {
		const place = placeOf(file);
		switch (place.kind) {
			case "resource":
				return;
			case "misplaced":
				this.problems.push(place.problem);
				return;
			case "site":
				this.site = this.entryOf<Entry<SiteSettings>>(file, place.kind);
				return;
			case "author":
				this.authors.set(place.id, this.entryOf(file, place.kind));
				return;
			case "committee":
				this.committees.set(place.id, this.entryOf(file, place.kind));
				return;
			case "tag":
				this.tags.set(place.id, this.entryOf(file, place.kind));
				return;
			case "page": {
				const entry = this.entryOf<Omit<TextEntry<Page>, "address">>(file, place.kind);
				this.pages.set(place.id, { ...entry, slug: place.id, address: pageAddress(place.id) });
				return;
			}
			case "article": {
				const entry = this.entryOf<Omit<TextEntry<ArticleFields>, "address">>(file, place.kind);
				this.articles.set(place.id, { ...entry, id: place.id, address: articleAddress(place.id) });
				return;
			}
		}
	}

	lineOf(file: string, path: FieldPath): number | undefined {
		if (this.last?.file !== file) this.last = loadDocument(this.files.directory, file).result.document;
		return this.last?.lineOf(path);
	}

	finish(): ReadPortalResult {
		if (!this.files.has("site.yml")) this.problems.push({ file: "site.yml", ...strings.siteMissing });
		for (const check of portalChecks) this.problems.push(...check(this));
		if (this.problems.length > 0) return { problems: this.problems.sort(compareProblems) };
		// Without problems every entry has all of its fields.
		const published = [...this.articles.values()]
			.filter((entry) => isPublished(entry.fields as ArticleFields, this.now))
			.map(toArticle)
			.sort(compareArticles);
		const tagFiles = [...this.tags].map(([slug, { fields }]) => ({ ...(fields as Tag), slug }));
		const { articles, tags, tagBySpelling } = resolveTags(published, tagFiles);
		const portal: Portal = {
			now: this.now,
			site: this.site?.fields as SiteSettings,
			articles,
			authors: withIds<Author>(this.authors),
			committees: withIds<Committee>(this.committees),
			tags,
			tagBySpelling,
			pages: [...this.pages.values()].map(toPage),
		};
		const until = this.nextMoment();
		return { portal, ...(until && { until }), problems: [] };
	}

	private nextMoment(): IsoDateTime | undefined {
		let next: IsoDateTime | undefined;
		for (const { fields } of this.articles.values()) {
			for (const moment of [fields.date, fields.expires, fields.withdrawn?.date]) {
				if (moment !== undefined && moment > this.now && (next === undefined || moment < next)) next = moment;
			}
		}
		return next;
	}

	/**
	 * Takes an entry from the cache or from what was read ahead, or reads it. One with problems is kept nowhere and read
	 * again by the next build.
	 */
	private entryOf<Found>(file: string, kind: DocumentKind): Found {
		const known = this.cache.find(file);
		if (known !== undefined) return known as Found;
		const ahead = this.ahead.get(file);
		const { entry, problems } = ahead
			? { entry: ahead, problems: [] }
			: readEntry(this.files.directory, file, kind);
		if (problems.length === 0) this.cache.keep(file, entry);
		this.problems.push(...problems);
		return entry as Found;
	}
}

function toArticle({ id, address, file, digest, fields, pictures, words }: ArticleEntry): Article {
	return { ...(fields as ArticleFields), id, address, file, digest, bodyImages: sources(pictures), words };
}

function toPage({ slug, address, file, digest, fields, pictures }: PageEntry): Page {
	return { ...(fields as Page), slug, address, file, digest, bodyImages: sources(pictures) };
}

function sources(pictures: References["pictures"]): string[] {
	return [...new Set(pictures.map(({ src }) => src))];
}

function withIds<Item>(entries: ReadonlyMap<Slug, Entry<Item>>): Map<Slug, Item> {
	return new Map([...entries].map(([id, { fields, file }]) => [id, { ...(fields as Item), id, file }]));
}

/** By date, then id; code units suffice for both. */
function compareArticles(a: Article, b: Article): number {
	if (a.date !== b.date) return a.date < b.date ? -1 : 1;
	return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
