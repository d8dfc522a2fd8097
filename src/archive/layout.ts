/** Where everything is in an archive: a file for each month or day, lists, pictures, attachments. */
import { resolveContentPath } from "../content/index.ts";
import { sha256 } from "../disk/digest.ts";
import {
	archiveAddress,
	archiveSearchAddress,
	authorAddress,
	committeeAddress,
	dateAddress,
	homeAddress,
	latestAddress,
	provinceAddress,
	recordAddress,
	recordsAddresses,
	recordYearAddress,
	searchAddress,
	tagAddress,
} from "../model/addresses.ts";
import { signatureOf } from "../model/author.ts";
import type { IsoDay, Slug, UrlPath } from "../model/ids.ts";
import { questionPages } from "../site/kinds/questions/plan.ts";
import { redirectPages } from "../site/kinds/redirect/plan.ts";
import { type ArchiveIndex, type Entry, visible } from "../site/plan/archive-index.ts";
import type { PlanContext } from "../site/plan/context.ts";
import { groupBy } from "../site/plan/group-by.ts";
import { committeeLink, tagLink } from "../site/plan/names.ts";
import { type OfficialDocument, officialDocuments } from "../site/plan/official-documents.ts";
import type { PictureView, RedirectView } from "../site/views.ts";
import { compareVietnamese, fold } from "../text/index.ts";
import { articlePlace, dayPath, type Gathering, monthPath, type Place } from "./article-place.ts";

/** Which pictures an archive has: none, those that fit a phone's screen, or the largest versions. */
export type ArchivePictures = "none" | "scaled" | "full";

/** In a book, pictures have formats that every e-reader shows. */
export type LaidOutPictures = ArchivePictures | "common";

/** A month with more articles has a file for each day: larger files open slowly on a phone. */
const mostArticlesOfMonth = 200;
/** With more official documents, the months of a year have a file each. */
const mostDocumentsOfYear = 200;
/** With more headlines, a shelf of tags or authors continues in another file, and a list has a file for each year. */
const mostHeadlines = 1500;
/** Width of a scaled picture, in pixels. */
const scaledWidth = 960;

/** Addresses of pages that only the archive has. */
export const ownAddresses = {
	tags: "/tu-khoa/",
	provinces: "/tinh/",
	committees: "/ban/",
	authors: "/tac-gia/",
	withdrawn: "/da-rut/",
	events: recordsAddresses.events,
} as const;

/** Files whose paths are the same in every archive that has them. */
export const ownPaths = {
	cover: "index.html",
	contents: "muc-luc.html",
	search: "tim-kiem.html",
	tags: "tu-khoa.html",
	provinces: "dia-phuong.html",
	committees: "co-quan.html",
	authors: "tac-gia.html",
	withdrawn: "da-rut.html",
	events: "su-kien.html",
	documents: "van-ban.html",
	organisation: "to-chuc.html",
	questions: "hoi-dap.html",
	guide: "HUONG-DAN.txt",
	manifest: "kho.json",
	sums: "SHA256SUMS",
	/** Only in a zip that updates an older archive. */
	update: "CAP-NHAT.txt",
} as const;

/** A tag, author, committee, province or event with its articles. */
export interface NamedList {
	readonly label: string;
	readonly address: UrlPath;
	/** Oldest first; those that readers can see. */
	readonly entries: readonly Entry[];
	readonly place: Place;
}

/** A file with several lists, or with one of them. */
export interface Shelf {
	readonly path: string;
	readonly lists: readonly NamedList[];
}

/** A file with the articles of a month or a day, whole. */
export interface Part {
	readonly path: string;
	readonly month: string;
	/** By the day in their addresses, oldest first. */
	readonly days: ReadonlyMap<IsoDay, readonly Entry[]>;
}

/** A file with the official documents of a year or a month, whole. */
export interface DocumentPart {
	readonly path: string;
	/** `2026` or `2026-11` */
	readonly period: string;
	/** Newest first. */
	readonly documents: readonly OfficialDocument[];
}

/** The official documents of a year. */
export interface DocumentYear {
	readonly year: string;
	/** Of its list, in which the documents stand whole where they are few. */
	readonly path: string;
	/** Newest first. */
	readonly documents: readonly OfficialDocument[];
	/** Files of its months, where they are many. */
	readonly months: readonly DocumentPart[];
}

/** A file that is copied unchanged. */
export interface CopiedFile {
	readonly path: string;
	/** Where its bytes are. */
	readonly source: string;
}

export interface Layout {
	/** Whether each article has its own file. */
	readonly single: boolean;
	readonly gathering: Gathering;
	/** Oldest first. Empty if each article has its own file. */
	readonly parts: readonly Part[];
	/** Months (`2026-11`) with a page, oldest first. */
	readonly months: readonly string[];
	readonly tags: readonly Shelf[];
	readonly authors: readonly Shelf[];
	readonly committees: readonly NamedList[];
	readonly provinces: readonly NamedList[];
	readonly events: readonly NamedList[];
	/** Newest first. */
	readonly documents: readonly DocumentYear[];
	readonly withdrawn: readonly Entry[];
	readonly copied: readonly CopiedFile[];
	/** The place in the archive of an address of the site; undefined if it has none. */
	readonly placeOf: (address: string) => Place | undefined;
	/**
	 * The files that contained a withdrawn article, or its name, pictures and attachments, in an archive that had it.
	 */
	readonly pathsOfWithdrawn: (entry: Entry) => readonly string[];
}

export interface LayoutOptions {
	readonly pictures: LaidOutPictures;
	/** Whether each article gets its own file. */
	readonly single: boolean;
	/** Files of the site (pictures, attachments) by address, and where their bytes are. */
	readonly sources: ReadonlyMap<string, string>;
}

/** Notes where the archive has an address of the site. */
type SetPlace = (address: string, path: string, anchor?: string) => void;

/** @param context with only the archive's articles */
export function layOut(context: PlanContext, { pictures, single, sources }: LayoutOptions): Layout {
	const { index } = context;
	const places = new Map<string, Place>();
	const set: SetPlace = (address, path, anchor) =>
		places.set(address, anchor === undefined ? { path } : { path, anchor });
	const gathering = gatheringOf(index);
	const parts = single ? [] : partsOf(index.byAddressMonth, gathering);
	const months = [...new Set([...index.byMonth.keys(), ...parts.map(({ month }) => month)])].sort();
	const documents = documentYears(officialDocuments(context));
	const lists = listsOfArticles(context);

	placeOwnPages(set);
	placePeriods(set, index, months, parts);
	for (const [address, place] of placesOfArticles(index, gathering, single)) places.set(address, place);
	placeRecords(set, context);
	placeDocuments(set, documents, single);
	for (const page of context.portal.pages)
		set(page.address, `trang/${fileName(page.address.slice(1, -".html".length))}.html`);
	for (const { address, place } of allLists(lists)) places.set(address, place);
	const copied = [
		...copiedPictures(set, context, pictures, sources),
		...copiedAttachments(set, context, sources),
	];
	// Last, since they lead to what has a place by now.
	for (const { address, view } of redirectPages(context)) {
		const to = places.get((view() as RedirectView).to);
		if (to && !places.has(address)) places.set(address, to);
	}

	return {
		single,
		gathering,
		parts,
		months,
		...lists,
		documents,
		withdrawn: index.all.filter(({ withdrawn }) => withdrawn),
		copied: [...new Map(copied)]
			.map(([path, source]) => ({ path, source }))
			.sort((a, b) => (a.path < b.path ? -1 : 1)),
		placeOf: (address) =>
			address.startsWith("/assets/")
				? { path: `kho/${address.slice("/assets/".length)}` }
				: (places.get(address) ?? places.get(address.replace(numberedPage, "/"))),
		pathsOfWithdrawn: (entry) => pathsOfWithdrawn(entry, gathering, pictures),
	};
}

function gatheringOf({ byAddressMonth }: ArchiveIndex): Gathering {
	const crowded = [...byAddressMonth].filter(([, { length }]) => length > mostArticlesOfMonth);
	return { monthsByDay: new Set(crowded.map(([month]) => month)) };
}

function placeOwnPages(set: SetPlace): void {
	set(homeAddress, ownPaths.cover);
	for (const address of [archiveAddress, latestAddress]) set(address, ownPaths.contents);
	for (const address of [searchAddress, archiveSearchAddress]) set(address, ownPaths.search);
	for (const name of ["tags", "provinces", "committees", "authors", "events", "withdrawn"] as const)
		set(ownAddresses[name], ownPaths[name]);
}

function placePeriods(
	set: SetPlace,
	index: ArchiveIndex,
	months: readonly string[],
	parts: readonly Part[],
): void {
	for (const year of index.byYear.keys()) set(dateAddress(year), yearPath(year));
	for (const month of months) set(dateAddress(month), monthPath(month));
	for (const day of index.byDay.keys()) set(dateAddress(day), monthPath(day.slice(0, 7)));
	for (const { path, days } of parts)
		for (const day of days.keys()) set(dateAddress(day), path, dayAnchor(day));
}

function placesOfArticles(index: ArchiveIndex, gathering: Gathering, single: boolean): [UrlPath, Place][] {
	const singlePaths = single ? singleArticlePaths(index.all) : undefined;
	return index.all.flatMap(({ article: { id, address }, withdrawn }): [UrlPath, Place][] => {
		if (withdrawn) return [[address, { path: ownPaths.withdrawn, anchor: anchorOfWithdrawn(id) }]];
		const path = singlePaths?.get(address);
		const place = path === undefined ? articlePlace(address, gathering) : { path };
		return place ? [[address, place]] : [];
	});
}

function placeRecords(set: SetPlace, context: PlanContext): void {
	const { units } = context.portal.records;
	if (units.size > 0) set(recordsAddresses.units, ownPaths.organisation);
	for (const { id } of units.values()) set(recordAddress("units", id), `to-chuc/${fileName(id)}.html`);
	for (const { address } of questionPages(context)) set(address, ownPaths.questions);
}

function placeDocuments(set: SetPlace, years: readonly DocumentYear[], single: boolean): void {
	const list = recordsAddresses["official-documents"];
	if (years.length > 0) set(list, ownPaths.documents);
	for (const { year, path, documents, months } of years) {
		set(recordYearAddress(list, year), path);
		for (const { id, date } of documents) {
			const month = months.find(({ period }) => date.startsWith(period));
			const address = recordAddress("official-documents", id);
			if (single) set(address, `van-ban/${fileName(id)}.html`);
			else set(address, month?.path ?? path, documentAnchor(id));
		}
	}
}

type ListsOfArticles = Pick<Layout, "tags" | "authors" | "committees" | "provinces" | "events">;

function listsOfArticles({ index, portal }: PlanContext): ListsOfArticles {
	return {
		tags: shelve("tk", [...index.byTag], (slug) => ({
			label: tagLink(portal, slug).label,
			address: tagAddress(slug),
		})),
		authors: shelve("tg", [...index.byAuthor], (id) => {
			const author = portal.authors.get(id);
			return { label: author ? signatureOf(author) : id, address: authorAddress(id) };
		}),
		committees: listsOf([...index.byCommittee], committeePath, (id) => ({
			label: committeeLink(portal, id)?.label ?? id,
			address: committeeAddress(id),
		})),
		provinces: listsOf([...index.byProvincePage], provincePath, (slug) => ({
			label: portal.provinces.withSlug(slug).at(-1)?.name ?? slug,
			address: provinceAddress(slug),
		})),
		events: listsOf([...index.byEvent], eventPath, (id) => ({
			label: portal.records.events.get(id)?.name ?? id,
			address: recordAddress("events", id),
		})),
	};
}

function allLists({ tags, authors, committees, provinces, events }: ListsOfArticles): readonly NamedList[] {
	const shelved = [...tags, ...authors].flatMap(({ lists }) => lists);
	return [...shelved, ...committees, ...provinces, ...events];
}

/** @returns the sources by the paths of the pictures that the archive has */
function copiedPictures(
	set: SetPlace,
	context: PlanContext,
	pictures: LaidOutPictures,
	sources: ReadonlyMap<string, string>,
): [string, string][] {
	return [...context.pictures].flatMap(([path, picture]): [string, string][] => {
		const chosen = chosenVersion(picture, pictures) ?? "";
		const source = sources.get(chosen);
		if (source === undefined) return [];
		const place = picturePath(path, chosen);
		for (const version of [picture, ...picture.variants]) set(version.src, place);
		return [[place, source]];
	});
}

function copiedAttachments(
	set: SetPlace,
	{ attachments, documentFiles }: PlanContext,
	sources: ReadonlyMap<string, string>,
): [string, string][] {
	return [...attachments, ...(documentFiles ?? [])].flatMap(([path, { address }]): [string, string][] => {
		const source = sources.get(address);
		if (source === undefined) return [];
		set(address, attachmentPath(path));
		return [[attachmentPath(path), source]];
	});
}

/** The files that contained a withdrawn article, or its name, pictures and attachments, in an archive that had it. */
function pathsOfWithdrawn(
	{ article, tags }: Entry,
	gathering: Gathering,
	pictures: LaidOutPictures,
): readonly string[] {
	const { date, file, province, committee, event } = article;
	const pictureFiles = [article.image?.src, ...article.bodyImages].flatMap((reference) =>
		reference === undefined ? [] : [resolveContentPath(file, reference)],
	);
	const page = articlePlace(article.address, gathering)?.path;
	return [
		...(page === undefined ? [] : [page]),
		monthPath(date.slice(0, 7)),
		yearPath(date.slice(0, 4)),
		...(committee === undefined ? [] : [committeePath(committee)]),
		...(province === undefined ? [] : [provincePath(province)]),
		...(event === undefined ? [] : [eventPath(event)]),
		...article.author.map((id) => `tg/${letterOf(id)}.html`),
		...tags.map((slug) => `tk/${letterOf(slug)}.html`),
		...(pictures === "none" ? [] : pictureFiles.map((path) => picturePath(path, ""))),
		...article.attachments.map(({ file: reference }) => attachmentPath(resolveContentPath(file, reference))),
	];
}

/**
 * A short name for each article, since Kiwix's indexes name each file several times: the day in its address, and its
 * place among the articles of that day. A day that is over gets no more articles, so a new edition has the same names.
 */
function singleArticlePaths(entries: readonly Entry[]): ReadonlyMap<UrlPath, string> {
	const articlesOfDay = new Map<string, number>();
	return new Map(
		entries.map(({ article: { address } }) => {
			const [, year, month, day] = address.split("/").map(Number);
			const name = [Number(year) - 1900, month, day].map((number) => Number(number).toString(36)).join("");
			const place = articlesOfDay.get(name) ?? 0;
			articlesOfDay.set(name, place + 1);
			return [address, `t/${name}${place.toString(36)}.html`];
		}),
	);
}

export function dayAnchor(day: string): string {
	return `bai-${day.slice(8)}`;
}

export function anchorOfWithdrawn(id: string): string {
	return id.replaceAll("/", "-");
}

function documentAnchor(id: Slug): string {
	return `vb-${id}`;
}

/** @param documents newest first */
function documentYears(documents: readonly OfficialDocument[]): DocumentYear[] {
	return [...groupBy(documents, ({ date }) => date.slice(0, "yyyy".length))].map(([year, own]) => {
		const months =
			own.length > mostDocumentsOfYear
				? [...groupBy(own, ({ date }) => date.slice(0, "yyyy-mm".length))]
				: [];
		return {
			year,
			path: documentsPath(year),
			documents: own,
			months: months.map(([period, ofMonth]) => ({
				path: documentsPath(period),
				period,
				documents: ofMonth,
			})),
		};
	});
}

/** @param period `2026` or `2026-11` */
function documentsPath(period: string): string {
	return `van-ban/nam-${period}.html`;
}

function partsOf(byAddressMonth: ReadonlyMap<string, readonly Entry[]>, { monthsByDay }: Gathering): Part[] {
	const parts: Part[] = [];
	for (const [month, entries] of [...byAddressMonth].sort(([a], [b]) => (a < b ? -1 : 1))) {
		const shown = visible(entries);
		if (shown.length === 0) continue;
		const byDay = groupBy(shown, ({ article }) => article.id.slice(0, 10).replaceAll("/", "-") as IsoDay);
		const days = new Map([...byDay].sort(([a], [b]) => (a < b ? -1 : 1)));
		if (monthsByDay.has(month))
			for (const [day, own] of days) parts.push({ path: dayPath(day), month, days: new Map([[day, own]]) });
		else parts.push({ path: monthPath(month), month, days });
	}
	return parts;
}

/** A numbered page of a list, or a folder with the name of its file. */
const numberedPage = /\/(?:index|\d+)\.html$/;

type Named = Pick<NamedList, "label" | "address">;
type Lists = readonly (readonly [Slug, readonly Entry[]])[];

/** Lists by the first letter of their slugs, several to a file. */
function shelve(folder: string, lists: Lists, nameOf: (slug: Slug) => Named): Shelf[] {
	const shelves: Shelf[] = [];
	const byLetter = groupBy(lists, ([slug]) => letterOf(slug));
	for (const [letter, own] of [...byLetter].sort(([a], [b]) => (a < b ? -1 : 1))) {
		const named = own.map(([slug, entries]) => ({ slug, ...nameOf(slug), entries: visible(entries) }));
		named.sort((a, b) => compareVietnamese(a.label, b.label));
		let lines = 0;
		let number = 1;
		let shelf: NamedList[] = [];
		const pathOf = () => `${folder}/${letter}${number === 1 ? "" : `-${number}`}.html`;
		const close = () => {
			if (shelf.length > 0) shelves.push({ path: pathOf(), lists: shelf });
		};
		for (const { slug, ...list } of named) {
			if (shelf.length > 0 && lines + list.entries.length > mostHeadlines) {
				close();
				number += 1;
				lines = 0;
				shelf = [];
			}
			lines += list.entries.length;
			shelf.push({ ...list, place: { path: pathOf(), anchor: slug } });
		}
		close();
	}
	return shelves;
}

function listsOf(lists: Lists, pathOf: (slug: Slug) => string, nameOf: (slug: Slug) => Named): NamedList[] {
	return lists
		.map(([slug, entries]) => ({ ...nameOf(slug), entries: visible(entries), place: { path: pathOf(slug) } }))
		.sort((a, b) => compareVietnamese(a.label, b.label));
}

/** @param year `2026` */
export function yearPath(year: string): string {
	return `nam/${year}.html`;
}

/** The files of a list: one, or one for each year of a long one. */
export function yearsOfList({
	place,
	entries,
}: NamedList): { readonly path: string; readonly year?: string; readonly entries: readonly Entry[] }[] {
	if (entries.length <= mostHeadlines) return [{ path: place.path, entries }];
	const byYear = groupBy(entries, ({ article }) => article.date.slice(0, 4));
	return [...byYear].map(([year, own]) => ({
		// No id has an underscore: the list of another committee may be `x-2026.html`.
		path: place.path.replace(/\.html$/, `_${year}.html`),
		year,
		entries: own,
	}));
}

function committeePath(id: string): string {
	return `ban/${fileName(id)}.html`;
}

function provincePath(slug: string): string {
	return `tinh/${fileName(slug)}.html`;
}

function eventPath(id: string): string {
	return `su-kien/${fileName(id)}.html`;
}

function letterOf(slug: string): string {
	const letter = fold(slug).charAt(0);
	return /[a-z]/.test(letter) ? letter : "0";
}

/** Names that Windows reserves for devices. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;
/** Most characters of a file's name, so that paths stay short in any folder. */
const mostCharacters = 48;

/** A slug as a file name that any disk accepts. */
function fileName(slug: string): string {
	if (reserved.test(slug)) return `${slug}_`;
	return slug.length <= mostCharacters
		? slug
		: `${slug.slice(0, mostCharacters - 9)}-${sha256(slug).slice(0, 8)}`;
}

function chosenVersion({ src, variants }: PictureView, pictures: LaidOutPictures): UrlPath | undefined {
	if (pictures === "none") return undefined;
	if (pictures === "common") return src;
	if (pictures === "full") return variants.at(-1)?.src ?? src;
	return (variants.findLast(({ width }) => width <= scaledWidth) ?? variants[0])?.src ?? src;
}

/**
 * The file of a picture. It depends on the path of its source, not on its bytes. So a corrected picture overwrites the
 * former one when an archive is unpacked over an older one, and a withdrawn one can be named.
 *
 * @param version the address of the chosen version, for its extension; the most usual one if unknown
 */
function picturePath(path: string, version: string): string {
	const digest = sha256(path);
	const source = path.slice(path.lastIndexOf(".")).toLowerCase();
	const extension =
		version === ""
			? /^\.(?:svg|gif)$/.test(source)
				? source
				: ".webp"
			: version.slice(version.lastIndexOf("."));
	return `anh/${digest.slice(0, 2)}/${digest.slice(2, 12)}${extension}`;
}

function attachmentPath(path: string): string {
	const digest = sha256(path);
	const dot = path.lastIndexOf(".");
	const name = fold(path.slice(path.lastIndexOf("/") + 1, dot))
		.replace(/[^a-z0-9]+/g, "-")
		.replace(/^-|-$/g, "")
		.slice(0, 40);
	return `tep/${digest.slice(0, 2)}/${digest.slice(2, 8)}-${name || "tep"}${path.slice(dot).toLowerCase()}`;
}
