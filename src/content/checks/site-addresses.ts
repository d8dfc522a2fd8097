import { englishAddress, fixedAddresses, foldersOfSite, writeLetterAddress } from "../../model/addresses.ts";
import { isWithdrawn } from "../../model/article.ts";
import { addressKey, fileAtPath, readFormerAddress } from "../../model/former-address.ts";
import { type ArticleId, dayOf, type IsoDate, isIsoDay, type Slug } from "../../model/ids.ts";
import type { ProvinceKey } from "../../model/province.ts";
import { lettersTo } from "../../model/site.ts";
import { isInStoryList } from "../../model/story.ts";
import { hasEnglish } from "../../model/translations.ts";
import { slugify, spellingKey } from "../../text/index.ts";
import { resolveTags } from "../tags.ts";
import type { ArticleEntry, CheckContext } from "./context.ts";
import { recordAddresses } from "./record-addresses.ts";

/** The target of an address of this site. */
export type AddressTarget = { readonly article: ArticleEntry } | "page" | "list" | "redirect" | undefined;

/**
 * The number of entries on a numbered page of a list, and the least number of such pages. See
 * src/site/kinds/list/plan.ts.
 */
const entriesOfPage = 20;
const fewestPages = 3;

const articlePattern = /^(\d{4})\/(\d{2})\/(\d{2})\/([^/]+)\.html$/;
const datePattern = /^(\d{4})\/(?:(\d{2})\/(?:(\d{2})\/)?)?index\.html$/;
const pagePattern = /^([^/]+)\.html$/;
const listPattern =
	/^(?:(ban|tac-gia|tinh|tu-khoa)\/([^/]+)|(tin-moi|phong-su-anh|video))\/(?:index\.html|([1-9]\d*)\.html|atom\.xml|feed\.json)$/;
const timelinePattern = /^su-kien\/([^/]+)\/([1-9]\d*)\.html$/;
const feedName = /\/(?:atom\.xml|feed\.json)$/;
const sitemapPattern = /^sitemap-(\d{4}-\d{2})\.xml$/;
const apiDatePattern = /^api\/(\d{4})\/(\d{2})(?:\/(\d{2}))?\.json$/;
/** Prepared files have a digest in their names: `anh/2026/11/22-x/anh-1.0a1b2c3d-480.webp`. */
const preparedPattern = /^(?:anh|tep|van-ban\/tep)\/(?:.*\/)?([^/]+)\.[\da-f]{8}(?:-\d+)?\.[a-z\d]+$/;

const fixedFiles: ReadonlySet<string> = new Set([...fixedAddresses].map(fileAtPath));

const reservedPattern = new RegExp(
	[
		`^(?:${foldersOfSite.join("|")})/`,
		"^sitemap[^/]*\\.xml$",
		"^_(?:headers|redirects)",
		datePattern.source,
		listPattern.source,
	].join("|"),
);

/**
 * Whether the site itself needs a file, now or once there are more articles.
 * @param file in lower case
 */
function isReserved(file: string): boolean {
	return fixedFiles.has(file) || reservedPattern.test(file);
}

/**
 * Whether the site itself needs a path, whatever its content: the file itself, or a file in place of one of its
 * folders.
 *
 * @param path without query, not percent-encoded
 */
export function isReservedPlace(path: string): boolean {
	const key = addressKey(path.replace(/\?.*$/s, ""));
	const above = key.split("/").map((_, at, parts) => parts.slice(1, at + 1).join("/"));
	return [addressKey(fileAtPath(key)), ...above].some(isReserved);
}

/** Every address of the planned site, for checks of links and of former addresses. */
export class SiteAddresses {
	private readonly context: CheckContext;
	private tagBySpelling: ReadonlyMap<string, string> | undefined;
	/** Slugs by name. Names occur often, and making a slug is slow. */
	private readonly slugsOfTags = new Map<string, string>();
	private formerAddresses: ReadonlySet<string> | undefined;
	private preparedNames: ReadonlySet<string> | undefined;
	private knownRecordFiles: ReadonlySet<string> | undefined;
	private knownOptionalPages: ReadonlySet<string> | undefined;
	private readonly lists = new Map<string, ListDates>();

	constructor(context: CheckContext) {
		this.context = context;
	}

	/**
	 * The target of an address at a given time. An article is returned whatever the time.
	 *
	 * @param address a path without query and fragment, not percent-encoded
	 * @param seen undefined for any time
	 */
	targetOf(address: string, seen?: IsoDate): AddressTarget {
		return this.ownTargetOf(address, seen) ?? (this.isFormer(address) ? "redirect" : undefined);
	}

	/** What a former address would hide, ignoring case: an article, or something else that the site has or will have. */
	takenBy(path: string): ArticleEntry | "site" | undefined {
		const file = addressKey(fileAtPath(path));
		const key = addressKey(path).slice(1);
		// A file and a folder cannot have the same path.
		const above = key.split("/").map((_, at, parts) => parts.slice(0, at + 1).join("/"));
		for (const each of new Set([file, ...above])) {
			const article = this.articleAt(each);
			if (article) return article;
			const page = pagePattern.exec(each)?.[1];
			if (page !== undefined && this.context.pages.has(page as Slug)) return "site";
			const event = timelinePattern.exec(each)?.[1];
			if (event !== undefined && this.context.records.events.has(event as Slug)) return "site";
			if (isReserved(each) || this.recordFiles.has(each)) return "site";
		}
		return undefined;
	}

	private ownTargetOf(address: string, seen: IsoDate | undefined): AddressTarget {
		if (!address.startsWith("/")) return undefined;
		// The file that would be served. A folder's address ends with a slash.
		const file = address.endsWith("/") ? `${address.slice(1)}index.html` : address.slice(1);
		if (fixedFiles.has(file)) return "list";
		if (this.context.otherPages.has(address) || this.optionalPages.has(file)) return "page";
		const article = this.articleAt(file);
		if (article) return { article };
		const page = pagePattern.exec(file)?.[1];
		if (page !== undefined) return this.context.pages.has(page as Slug) ? "page" : undefined;
		if (this.recordFiles.has(file)) return "page";
		return this.hasList(file, seen) || this.hasPreparedFile(file) ? "list" : undefined;
	}

	/** The pages that a site has only with certain settings or content. */
	private get optionalPages(): ReadonlySet<string> {
		if (this.knownOptionalPages) return this.knownOptionalPages;
		const settings = this.context.site?.fields ?? {};
		const pages = [...this.context.pages.values()].map(({ fields }) => fields);
		const present = [
			...(lettersTo(settings) === undefined ? [] : [writeLetterAddress]),
			...(hasEnglish(settings, pages) ? [englishAddress] : []),
		];
		this.knownOptionalPages = new Set(present.map(fileAtPath));
		return this.knownOptionalPages;
	}

	/** Every page of records and their lists. */
	private get recordFiles(): ReadonlySet<string> {
		this.knownRecordFiles ??= new Set(recordAddresses(this.context.records).map(fileAtPath));
		return this.knownRecordFiles;
	}

	private articleAt(file: string): ArticleEntry | undefined {
		const [, year, month, day, slug] = articlePattern.exec(file) ?? [];
		return slug === undefined
			? undefined
			: this.context.articles.get(`${year}/${month}/${day}-${slug}` as ArticleId);
	}

	private hasList(file: string, seen: IsoDate | undefined): boolean {
		const [isDate, year, month, day] = datePattern.exec(file) ?? [];
		if (isDate !== undefined) return this.hasPeriod([year, month, day].filter(isText).join("-"), seen);
		const sitemap = sitemapPattern.exec(file)?.[1];
		if (sitemap !== undefined) return this.hasPeriod(sitemap, seen);
		const [isApi, apiYear, apiMonth, apiDay] = apiDatePattern.exec(file) ?? [];
		if (isApi !== undefined) return this.hasPath(`${apiYear}/${apiMonth}/${apiDay ?? ""}`, seen);
		const [isTimeline, event = "", page] = timelinePattern.exec(file) ?? [];
		if (isTimeline !== undefined) return this.hasEntries("su-kien", event, Number(page), seen);
		const [isList, kind, id = "", latest, number] = listPattern.exec(file) ?? [];
		if (isList === undefined) return false;
		if (feedName.test(file) && (latest === "tin-moi" || kind === "tac-gia")) return false;
		return this.hasEntries((latest ?? kind) as ListKind, id, number === undefined ? 0 : Number(number), seen);
	}

	private hasEntries(kind: ListKind, id: string, number: number, seen: IsoDate | undefined): boolean {
		// These two exist even without articles.
		const isFixed = kind === "tin-moi" || (kind === "ban" && this.context.committees.has(id as Slug));
		if (isFixed && number === 0) return true;
		const { all, shown } = this.datesOf(kind, id);
		const count = countUntil(all, seen);
		if (!isFixed && countUntil(shown, seen) === 0) return false;
		const pages = Math.ceil(count / entriesOfPage);
		return number === 0 || (pages >= fewestPages && number <= pages);
	}

	private hasPeriod(period: string, seen: IsoDate | undefined): boolean {
		if (period.length === "yyyy-mm-dd".length && !isIsoDay(period)) return false;
		return countUntil(this.datesOf("period", period).shown, seen) > 0;
	}

	/** @param path `yyyy/mm/` or `yyyy/mm/dd` of the articles' addresses */
	private hasPath(path: string, seen: IsoDate | undefined): boolean {
		return countUntil(this.datesOf("path", path).all, seen) > 0;
	}

	/** The publication dates of a list's articles. Computed once for each list that a link leads to. */
	private datesOf(kind: ListKind | "period" | "path", id: string): ListDates {
		const key = `${kind} ${id}`;
		const known = this.lists.get(key);
		if (known) return known;
		const isIn = this.memberTest(kind, id);
		const all: IsoDate[] = [];
		const shown: IsoDate[] = [];
		for (const entry of this.context.articles.values()) {
			const { date, draft, withdrawn } = entry.fields;
			if (date === undefined || draft === true || !isIn(entry)) continue;
			all.push(date);
			if (!isWithdrawn({ withdrawn }, this.context.now)) shown.push(date);
		}
		const dates = { all: all.sort(), shown: shown.sort() };
		this.lists.set(key, dates);
		return dates;
	}

	private memberTest(kind: ListKind | "period" | "path", id: string): (entry: ArticleEntry) => boolean {
		const { provinces, now } = this.context;
		switch (kind) {
			case "tin-moi":
				return () => true;
			case "phong-su-anh":
				return (entry) => isInStoryList(entry, "photos");
			case "video":
				return (entry) => isInStoryList(entry, "videos");
			case "ban":
				return ({ fields }) => fields.committee === id;
			case "su-kien":
				return ({ fields }) => fields.event === id;
			case "tac-gia":
				return ({ fields }) =>
					fields.author?.includes(id as Slug) === true && this.context.authors.has(id as Slug);
			case "tu-khoa":
				return ({ fields }) => fields.tags?.some((name) => this.slugOfTag(name) === id) === true;
			case "tinh": {
				const gathered: ReadonlySet<ProvinceKey> = provinces.gathered(id as Slug, dayOf(now));
				return ({ fields: { province, date } }) => {
					const unit = province && date && provinces.at(province, dayOf(date));
					return unit ? province === id || gathered.has(unit.key) : false;
				};
			}
			case "period":
				return ({ fields }) => fields.date?.startsWith(id) === true;
			case "path":
				return (entry) => entry.id.startsWith(id);
		}
	}

	private slugOfTag(name: string): string {
		this.tagBySpelling ??= resolveTags(
			[...this.context.articles.values()]
				.filter(({ fields }) => fields.draft !== true)
				.sort(compareEntries)
				.map(({ fields }) => ({ tags: fields.tags ?? [] })),
			[...this.context.tags].map(([slug, { fields }]) => ({
				slug,
				name: fields.name ?? slug,
				synonyms: fields.synonyms ?? [],
			})),
		).tagBySpelling;
		const slug = this.slugsOfTags.get(name) ?? this.tagBySpelling.get(spellingKey(name)) ?? slugify(name);
		this.slugsOfTags.set(name, slug);
		return slug;
	}

	/** Checks only the name, not the digest. */
	private hasPreparedFile(file: string): boolean {
		const name = preparedPattern.exec(file)?.[1];
		if (name === undefined) return false;
		this.preparedNames ??= new Set([
			...this.context.files.paths.map((path) => {
				const base = path.slice(path.lastIndexOf("/") + 1);
				return slugify(base.replace(/\.[^.]*$/, ""));
			}),
			// The names of share cards.
			...[this.context.site, ...this.context.committees.values()].map((entry) =>
				slugify(entry?.fields.name ?? ""),
			),
		]);
		return this.preparedNames.has(name);
	}

	private isFormer(address: string): boolean {
		this.formerAddresses ??= new Set(
			[...this.context.articles.values()].flatMap(({ fields }) =>
				(fields.formerAddresses ?? []).flatMap((former) => {
					const read = readFormerAddress(former);
					if ("fault" in read || read.query !== "") return [];
					// The redirecting page may be served at another form of the address.
					return [read.path, `/${fileAtPath(read.path)}`.replace(/\/index\.html$/, "/")];
				}),
			),
		);
		return this.formerAddresses.has(address);
	}
}

type ListKind = "tin-moi" | "phong-su-anh" | "video" | "ban" | "su-kien" | "tac-gia" | "tinh" | "tu-khoa";

/** In chronological order. */
interface ListDates {
	/** Including withdrawn articles, which keep their places. */
	readonly all: readonly IsoDate[];
	readonly shown: readonly IsoDate[];
}

function isText(part: string | undefined): part is string {
	return part !== undefined;
}

function countUntil(dates: readonly IsoDate[], seen: IsoDate | undefined): number {
	if (seen === undefined) return dates.length;
	const later = dates.findIndex((date) => date > seen);
	return later === -1 ? dates.length : later;
}

/** Sorts like the portal's articles: oldest first, then by id. */
function compareEntries(a: ArticleEntry, b: ArticleEntry): number {
	const [dateA, dateB] = [a.fields.date ?? "", b.fields.date ?? ""];
	return dateA < dateB ? -1 : dateA > dateB ? 1 : a.id < b.id ? -1 : 1;
}
