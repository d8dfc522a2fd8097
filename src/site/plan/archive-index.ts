import { resolveContentPath } from "../../content/index.ts";
import { shortDigest } from "../../disk/digest.ts";
import type { Article } from "../../model/article.ts";
import { isExpired, isWithdrawn } from "../../model/article.ts";
import type { IsoDay, Slug, UrlPath } from "../../model/ids.ts";
import { dayOf } from "../../model/ids.ts";
import type { Portal } from "../../model/portal.ts";
import type { ProvinceKey } from "../../model/province.ts";
import { isInStoryList, type StoryList, storyLists } from "../../model/story.ts";
import { translationsIn } from "../../model/translations.ts";
import { slugify, spellingKey } from "../../text/index.ts";
import { groupBy } from "./group-by.ts";
import { optional } from "./optional.ts";
import type { PreparedFiles } from "./prepared-files.ts";

/**
 * An article in the portal's order. `place` is its position counted from the oldest, which stays the same unless an
 * article is published with an earlier date.
 */
export interface Entry {
	readonly article: Article;
	readonly place: number;
	readonly withdrawn: boolean;
	/** The article's tags in the editor's order, each once even if it is spelt in several ways. */
	readonly tags: readonly Slug[];
	/** The names of these tags as the editor wrote them. */
	readonly tagNames: readonly string[];
	/** The article's position in the list of each tag. */
	readonly tagPlaces: readonly number[];
	/** The address of its English translation. */
	readonly translation?: UrlPath;
	/**
	 * Changes whenever the article changes for pages that show it. Names of committees, authors and provinces are not
	 * included. Cheaper than comparing views.
	 */
	readonly key: string;
}

/**
 * The portal's articles by everything that lists them. All lists are oldest first and include withdrawn articles, so
 * that numbered pages never shift. They are left out when a list is shown.
 */
export interface ArchiveIndex {
	readonly all: readonly Entry[];
	readonly byId: ReadonlyMap<string, Entry>;
	readonly byTag: ReadonlyMap<Slug, readonly Entry[]>;
	readonly byAuthor: ReadonlyMap<Slug, readonly Entry[]>;
	readonly byCommittee: ReadonlyMap<Slug, readonly Entry[]>;
	readonly byEvent: ReadonlyMap<Slug, readonly Entry[]>;
	readonly byForm: ReadonlyMap<StoryList, readonly Entry[]>;
	/** By the page that lists them: that of a current province includes the articles of its predecessors. */
	readonly byProvincePage: ReadonlyMap<Slug, readonly Entry[]>;
	/** Days, months (`2026-11`) and years (`2026`) with at least one article that readers can see; oldest first. */
	readonly byDay: ReadonlyMap<IsoDay, readonly Entry[]>;
	readonly byMonth: ReadonlyMap<string, readonly Entry[]>;
	readonly byYear: ReadonlyMap<string, readonly Entry[]>;
	/** By the month (`2026-11`) in their addresses, which a corrected date does not change. */
	readonly byAddressMonth: ReadonlyMap<string, readonly Entry[]>;
}

/** Entries that readers can see. */
export function visible(entries: readonly Entry[]): Entry[] {
	return entries.filter((entry) => !entry.withdrawn);
}

/** Sorts every article into the lists that show it. Linear in the number of articles and their tags. */
export function indexArchive(portal: Portal, files: PreparedFiles): ArchiveIndex {
	const byTag = new Map<Slug, Entry[]>();
	const slugs = new Map<string, Slug>();
	const translations = translationsIn(portal.pages);
	const all: Entry[] = portal.articles.map((article, place) => {
		const withdrawn = isWithdrawn(article, portal.now);
		const { tags, tagNames } = tagsOf(article, portal, slugs);
		const tagPlaces = tags.map((tag) => byTag.get(tag)?.length ?? 0);
		const translation = translations.get(article.id)?.address;
		const key = keyOf(article, withdrawn, tags, portal, files, translation);
		const entry = {
			article,
			place,
			withdrawn,
			tags,
			tagNames,
			tagPlaces,
			...optional("translation", translation),
			key,
		};
		for (const tag of tags) append(byTag, tag, entry);
		return entry;
	});
	const byAuthor = new Map<Slug, Entry[]>();
	const byCommittee = new Map<Slug, Entry[]>();
	const byEvent = new Map<Slug, Entry[]>();
	const byForm = new Map<StoryList, Entry[]>();
	const byProvince = new Map<ProvinceKey, Entry[]>();
	const byDay = new Map<IsoDay, Entry[]>();
	const byMonth = new Map<string, Entry[]>();
	const byYear = new Map<string, Entry[]>();
	for (const entry of all) {
		const { article } = entry;
		const day = dayOf(article.date);
		for (const author of article.author) append(byAuthor, author, entry);
		if (article.committee) append(byCommittee, article.committee, entry);
		if (article.event) append(byEvent, article.event, entry);
		for (const form of storyLists) if (isInStoryList(article, form)) append(byForm, form, entry);
		const unit = article.province && portal.provinces.at(article.province, day);
		if (unit) append(byProvince, unit.key, entry);
		append(byDay, day, entry);
		append(byMonth, day.slice(0, 7), entry);
		append(byYear, day.slice(0, 4), entry);
	}
	return {
		all,
		byId: new Map(all.map((entry) => [entry.article.id, entry])),
		byTag: keepVisible(byTag),
		byAuthor: keepVisible(byAuthor),
		byCommittee: keepVisible(byCommittee),
		byEvent: keepVisible(byEvent),
		byForm: keepVisible(byForm),
		byProvincePage: keepVisible(gatherProvinces(byProvince, portal)),
		byDay: keepVisible(byDay),
		byMonth: keepVisible(byMonth),
		byYear: keepVisible(byYear),
		byAddressMonth: groupBy(all, ({ article }) => article.id.slice(0, "yyyy/mm".length).replace("/", "-")),
	};
}

function keyOf(
	article: Article,
	withdrawn: boolean,
	tags: readonly Slug[],
	portal: Portal,
	{ pictures, attachments }: PreparedFiles,
	translation: string | undefined,
): string {
	const state = withdrawn ? "withdrawn" : isExpired(article, portal.now) ? "expired" : "";
	const comments = portal.comments.get(article.id)?.digest ?? "";
	const parts = [article.id, article.digest, state, comments, ...article.tags];
	if (translation) parts.push(translation);
	for (const slug of tags) parts.push(slug, portal.tags.get(slug)?.name ?? "");
	const shown = article.image ? [article.image.src, ...article.bodyImages] : article.bodyImages;
	for (const reference of shown)
		parts.push(pictures.get(resolveContentPath(article.file, reference))?.src ?? "");
	for (const { file } of article.attachments) {
		parts.push(attachments.get(resolveContentPath(article.file, file))?.address ?? "");
	}
	return shortDigest(parts.join("\n"));
}

/** @param slugs a cache of slugs by name, as tags repeat and making a slug is slow */
function tagsOf(
	article: Article,
	portal: Portal,
	slugs: Map<string, Slug>,
): Pick<Entry, "tags" | "tagNames"> {
	const tags: Slug[] = [];
	const tagNames: string[] = [];
	for (const name of article.tags) {
		let slug = slugs.get(name);
		if (slug === undefined) {
			slug = portal.tagBySpelling.get(spellingKey(name)) ?? (slugify(name) as Slug);
			slugs.set(name, slug);
		}
		if (tags.includes(slug)) continue;
		tags.push(slug);
		tagNames.push(name);
	}
	// Copied, as a copy has no spare capacity.
	return { tags: tags.slice(), tagNames: tagNames.slice() };
}

function append<Key>(map: Map<Key, Entry[]>, key: Key, entry: Entry): void {
	const entries = map.get(key);
	if (!entries) map.set(key, [entry]);
	else if (entries.at(-1) !== entry) entries.push(entry);
}

function keepVisible<Key>(map: Map<Key, Entry[]>): Map<Key, Entry[]> {
	for (const [key, entries] of map) if (entries.every((entry) => entry.withdrawn)) map.delete(key);
	return map;
}

/**
 * By province page. An article is on the page of its own province and on those of the provinces into which it was
 * merged.
 */
function gatherProvinces(
	own: ReadonlyMap<ProvinceKey, readonly Entry[]>,
	{ provinces, now }: Portal,
): Map<Slug, Entry[]> {
	const pages = new Map<Slug, Entry[]>();
	for (const page of provinces.slugs) {
		const entries = [...provinces.gathered(page, dayOf(now))].flatMap((key) => own.get(key) ?? []);
		if (entries.length > 0)
			pages.set(
				page,
				entries.sort((a, b) => a.place - b.place),
			);
	}
	return pages;
}
