import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { z } from "zod";
import { articleAddress, pageAddress } from "../model/addresses.ts";
import { type Article, type ArticleFields, articleSchema, isPublished } from "../model/article.ts";
import { type Author, authorSchema } from "../model/author.ts";
import { type Committee, committeeSchema } from "../model/committee.ts";
import type { ArticleId, IsoDateTime, Slug } from "../model/ids.ts";
import { type Page, pageSchema } from "../model/page.ts";
import type { Portal } from "../model/portal.ts";
import { type Progress, silentProgress } from "../model/progress.ts";
import { type SiteSettings, siteSchema } from "../model/site.ts";
import { type Tag, tagSchema } from "../model/tag.ts";
import type { ArticleEntry, CheckContext, Entry, PageEntry, TextEntry } from "./checks/context.ts";
import { checkFields } from "./checks/fields.ts";
import { documentChecks, portalChecks, textChecks } from "./checks/index.ts";
import { type ContentFiles, listContentFiles } from "./content-files.ts";
import { sha256 } from "./digest.ts";
import { identifyFiles } from "./file-identities.ts";
import { wordCount } from "./markdown/plain-text.ts";
import { extractReferences, type References } from "./markdown/references.ts";
import { placeOf } from "./places.ts";
import { type ContentProblem, compareProblems } from "./problem.ts";
import { noReadCache, openReadCache, type ReadCache } from "./read-cache.ts";
import {
	type Document,
	type DocumentResult,
	type FieldPath,
	readData,
	readDocument,
} from "./read-document.ts";
import { strings } from "./strings.ts";
import { resolveTags } from "./tags.ts";

export interface ReadPortalOptions {
	/** The content folder. */
	readonly directory: string;
	/** Decides what is published. */
	readonly now: IsoDateTime;
	/** @default silentProgress */
	readonly progress?: Progress;
	/** Where to remember what was read, and the version of the code that read it. Nothing is remembered without. */
	readonly cache?: { readonly file: string; readonly version: string };
}

/** The portal as readers may see it, or everything that keeps it from being built. */
export type ReadPortalResult =
	| { readonly portal: Portal; readonly problems: readonly [] }
	| { readonly portal?: undefined; readonly problems: readonly ContentProblem[] };

// Often enough for a progress bar and for other work of the process, seldom enough to cost nothing.
const filesPerTurn = 250;

/**
 * Reads and checks a whole content folder. Drafts and scheduled articles are checked like others and then left out of
 * the portal; so `related` may name articles that are not in it. Bodies are not kept. Rejects only when the disk fails,
 * never for what editors wrote.
 */
export async function readPortal(options: ReadPortalOptions): Promise<ReadPortalResult> {
	const { directory, now, progress = silentProgress } = options;
	if (!isDirectory(directory)) return { problems: [{ file: "", ...strings.directoryMissing(directory) }] };
	const { files, problems: fileProblems } = listContentFiles(directory);
	const cache = options.cache
		? openReadCache({ ...options.cache, identityOf: identifyFiles(directory, files.paths) })
		: noReadCache;
	const reader = new PortalReader(files, now, cache);
	reader.problems.push(...fileProblems);
	progress.start(strings.reading, files.paths.length);
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

function isDirectory(path: string): boolean {
	return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
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
	private last: Document | undefined;

	constructor(files: ContentFiles, now: IsoDateTime, cache: ReadCache) {
		this.files = files;
		this.now = now;
		this.cache = cache;
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
				this.site = this.readEntry<SiteSettings>(file, siteSchema);
				return;
			case "author":
				this.authors.set(place.id, this.readEntry<Author>(file, authorSchema));
				return;
			case "committee":
				this.committees.set(place.id, this.readEntry<Committee>(file, committeeSchema));
				return;
			case "tag":
				this.tags.set(place.id, this.readEntry<Tag>(file, tagSchema));
				return;
			case "page": {
				const entry = this.readTextEntry<Page>(file, pageSchema);
				this.pages.set(place.id, { ...entry, slug: place.id, address: pageAddress(place.id) });
				return;
			}
			case "article": {
				const entry = this.readTextEntry<ArticleFields>(file, articleSchema);
				this.articles.set(place.id, { ...entry, id: place.id, address: articleAddress(place.id) });
				return;
			}
		}
	}

	lineOf(file: string, path: FieldPath): number | undefined {
		if (this.last?.file !== file) this.last = this.load(file).result.document;
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
		return { portal, problems: [] };
	}

	private load(file: string): { readonly result: DocumentResult; readonly digest: string } {
		let bytes: Buffer;
		try {
			bytes = readFileSync(join(this.files.directory, file));
		} catch (error) {
			const reason = (error as NodeJS.ErrnoException).code ?? String(error);
			return { result: { problem: { file, ...strings.unreadable(reason) } }, digest: "" };
		}
		const digest = sha256(bytes);
		return { result: file.endsWith(".md") ? readDocument(file, bytes) : readData(file, bytes), digest };
	}

	private readEntry<Fields>(file: string, schema: z.ZodObject): Entry<Fields> {
		return this.remember(file, () => {
			const { result, digest } = this.load(file);
			return { file, digest, fields: this.check<Fields>(result, schema) };
		});
	}

	private readTextEntry<Fields>(file: string, schema: z.ZodObject): Omit<TextEntry<Fields>, "address"> {
		return this.remember(file, () => this.loadTextEntry<Fields>(file, schema));
	}

	/** Takes an entry from the cache, or reads it; one with problems is read again by the next build. */
	private remember<Found>(file: string, read: () => Found): Found {
		const known = this.cache.find(file);
		if (known !== undefined) return known as Found;
		const problemsBefore = this.problems.length;
		const found = read();
		if (this.problems.length === problemsBefore) this.cache.keep(file, found);
		return found;
	}

	private loadTextEntry<Fields>(file: string, schema: z.ZodObject): Omit<TextEntry<Fields>, "address"> {
		const { result, digest } = this.load(file);
		const fields = this.check<Fields>(result, schema);
		const { document } = result;
		if (!document) return { file, digest, fields, pictures: [], links: [], words: 0 };
		const references = extractReferences(document.body);
		for (const check of textChecks) this.problems.push(...check(document, references));
		const { pictures, links } = inFile(references, document.bodyLine);
		return { file, digest, fields, pictures, links, words: wordCount(document.body) };
	}

	private check<Fields>({ document, problem }: DocumentResult, schema: z.ZodObject): Partial<Fields> {
		if (!document) {
			this.problems.push(problem);
			return {};
		}
		const { fields, problems } = checkFields(document, schema);
		this.problems.push(...problems);
		for (const check of documentChecks) this.problems.push(...check(document));
		return fields as Partial<Fields>;
	}
}

/** References with lines of the file instead of the body. */
function inFile({ pictures, links }: References, bodyLine: number): Pick<References, "pictures" | "links"> {
	const shift = bodyLine - 1;
	return {
		pictures: pictures.map((picture) => ({ ...picture, line: picture.line + shift })),
		links: links.map((link) => ({ ...link, line: link.line + shift })),
	};
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
