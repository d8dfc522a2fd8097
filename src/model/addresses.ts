/** Every address of the site. Addresses are built only here. */

import type { ArticleId, IsoDay, Slug, UrlPath } from "./ids.ts";
import { asUrlPath, isArticleId } from "./ids.ts";
import type { DocumentFacet } from "./official-document.ts";
import type { RecordCollection } from "./record-names.ts";
import type { StoryList } from "./story.ts";

const fixed = new Set<UrlPath>();

/** Declares an address that every site has, whatever its content. */
function fixedAddress(path: string): UrlPath {
	const address = asUrlPath(path);
	fixed.add(address);
	return address;
}

/** The addresses that every site has, whatever its content. Links to them are valid, and nothing else may use them. */
export const fixedAddresses: ReadonlySet<UrlPath> = fixed;

export const homeAddress = fixedAddress("/");
export const archiveAddress = fixedAddress("/luu-tru/");
/** Every part of the portal. All pages link to it, so that a part that is new changes it alone. */
export const overviewAddress = fixedAddress("/so-do/");
/** The pages and articles that were translated. */
export const englishAddress = asUrlPath("/en/");
/** The search page in English; it finds what the other one finds. */
export const englishSearchAddress = asUrlPath("/en/search/");
export const latestAddress = asUrlPath("/tin-moi/");
/** The lists of stories by their form. */
export const storyListAddresses: Readonly<Record<StoryList, UrlPath>> = {
	photos: asUrlPath("/phong-su-anh/"),
	videos: asUrlPath("/video/"),
};
export const searchAddress = fixedAddress("/tim-kiem/");
export const archiveSearchAddress = fixedAddress("/tim-kiem/trong-luu-tru/");
/** The root of the finder's index. */
export const finderAddress = asUrlPath("/tim-kiem/chi-muc/");
export const notFoundAddress = fixedAddress("/404.html");
export const apiAddress = fixedAddress("/api/");
export const apiIndexAddress = fixedAddress("/api/index.json");
export const apiSchemaAddress = fixedAddress("/api/schema.json");
export const robotsAddress = fixedAddress("/robots.txt");
/** Netlify's and Cloudflare Pages' files for response headers and redirects. */
export const headersAddress = asUrlPath("/_headers");
export const redirectsAddress = asUrlPath("/_redirects");
/** The same redirects for nginx. */
export const nginxRedirectsAddress = asUrlPath("/_redirects.nginx");
export const sitemapIndexAddress = fixedAddress("/sitemap.xml");
/** The sitemap of every page that no month's sitemap lists. */
export const pagesSitemapAddress = fixedAddress("/sitemap-trang.xml");
export const newsSitemapAddress = fixedAddress("/sitemap-tin-moi.xml");
/** The web app manifest (https://www.w3.org/TR/appmanifest/); JSON, as every server knows that type. */
export const appManifestAddress = fixedAddress("/app.json");
/** The service worker; in the root, because it only controls addresses below its own folder. */
export const serviceWorkerAddress = fixedAddress("/sw.js");
/** The page with the content that a reader has kept for offline reading. */
export const keptAddress = fixedAddress("/doc-ngoai-tuyen/");
/** The form for letters to the newsroom, if the portal accepts letters. */
export const writeLetterAddress = asUrlPath("/gui-thu/");
/** Shown instead of pages that are not available offline. */
export const offlineAddress = fixedAddress("/doc-ngoai-tuyen/mat-mang.html");
/** The addresses of all withdrawn articles. */
export const withdrawalsAddress = fixedAddress("/doc-ngoai-tuyen/da-rut.json");

export function articleAddress(id: ArticleId): UrlPath {
	// Sliced, not parsed, because a build does this for every article.
	return `/${id.slice(0, "yyyy/mm/dd".length)}/${id.slice("yyyy/mm/dd-".length)}.html` as UrlPath;
}

/** The article at an address; undefined if it is not an article's address. */
export function articleAt(address: string): ArticleId | undefined {
	const [, day, name] = /^\/(\d{4}\/\d{2}\/\d{2})\/([a-z0-9-]{1,200})\.html$/.exec(address) ?? [];
	const id = `${day}-${name}`;
	return isArticleId(id) ? id : undefined;
}

export function pageAddress(slug: Slug): UrlPath {
	return asUrlPath(`/${slug}.html`);
}

/** The archive of a year (`2026`), month (`2026-11`) or day (`2026-11-22`). */
export function dateAddress(period: string): UrlPath {
	return asUrlPath(`/${period.replaceAll("-", "/")}/`);
}

export function dayAddress(day: IsoDay): UrlPath {
	return dateAddress(day);
}

export function tagAddress(slug: Slug): UrlPath {
	return asUrlPath(`/tu-khoa/${slug}/`);
}

export function provinceAddress(slug: Slug): UrlPath {
	return asUrlPath(`/tinh/${slug}/`);
}

export function committeeAddress(id: Slug): UrlPath {
	return asUrlPath(`/ban/${id}/`);
}

export function authorAddress(id: Slug): UrlPath {
	return asUrlPath(`/tac-gia/${id}/`);
}

/** The lists of records, by collection. */
export const recordsAddresses: Readonly<Record<RecordCollection, UrlPath>> = {
	"official-documents": asUrlPath("/van-ban/"),
	events: asUrlPath("/su-kien/"),
	schedules: asUrlPath("/lich-cong-tac/"),
	units: asUrlPath("/to-chuc/"),
	people: asUrlPath("/to-chuc/"),
	questions: asUrlPath("/hoi-dap/"),
	banners: homeAddress,
};

/** The folder of attachments. */
export const attachmentsAddress = asUrlPath("/tep/");
/** The folder of official documents' files, which browsers show instead of downloading. */
export const documentFilesAddress = asUrlPath("/van-ban/tep/");

/** The list of official documents with a common facet: `/van-ban/loai/ke-hoach/`. */
export function documentFacetAddress(facet: DocumentFacet, slug: string): UrlPath {
	const folder = { kind: "loai", issuer: "co-quan", subject: "linh-vuc" }[facet];
	return asUrlPath(`${recordsAddresses["official-documents"]}${folder}/${slug}/`);
}

/** The page of a topic, if there are too many questions for one page. */
export function questionTopicAddress(topic: string): UrlPath {
	return asUrlPath(`${recordsAddresses.questions}${topic}/`);
}

/** The page of a record. People are on the pages of their units, questions on the list of all, banners on the home page. */
export function recordAddress(collection: RecordCollection, id: Slug): UrlPath {
	if (collection === "events") return asUrlPath(`${recordsAddresses.events}${id}/`);
	if (collection === "people" || collection === "banners") return recordsAddresses[collection];
	if (collection === "questions") return asUrlPath(`${recordsAddresses.questions}#${id}`);
	return asUrlPath(`${recordsAddresses[collection]}${id}.html`);
}

/** A week's calendar in iCalendar format (RFC 5545). */
export function calendarAddress(id: Slug): UrlPath {
	return asUrlPath(`${recordsAddresses.schedules}${id}.ics`);
}

/** The calendar to subscribe to. */
export const wholeCalendarAddress = asUrlPath(`${recordsAddresses.schedules}lich.ics`);

/** A list's page of a year (`2026`). */
export function recordYearAddress(list: UrlPath, year: string): UrlPath {
	return asUrlPath(`${list}${year}/`);
}

/** A numbered page of a list, counted from the oldest: `/tu-khoa/x/1.html`. */
export function listPageAddress(landing: UrlPath, number: number): UrlPath {
	return asUrlPath(`${landing}${number}.html`);
}

/** The Atom feed of a list or, for the home page, of the site. */
export function atomAddress(landing: UrlPath): UrlPath {
	return asUrlPath(`${landing}atom.xml`);
}

/** The JSON Feed of a list or, for the home page, of the site. */
export function jsonFeedAddress(landing: UrlPath): UrlPath {
	return asUrlPath(`${landing}feed.json`);
}

export function apiMonthAddress(month: string): UrlPath {
	return asUrlPath(`/api/${month.replace("-", "/")}.json`);
}

export function apiDayAddress(day: IsoDay): UrlPath {
	return asUrlPath(`/api/${day.replaceAll("-", "/")}.json`);
}

/** The API's folder of the days of a month (`2026-11`). */
export function apiDaysAddress(month: string): UrlPath {
	return asUrlPath(`/api/${month.replace("-", "/")}/`);
}

/** A taxonomy or the settings in the API: `authors`, `committees`, `pages`, `provinces`, `site`, `tags`. */
export function apiCollectionAddress(name: ApiCollection): UrlPath {
	return asUrlPath(`/api/${name}.json`);
}

export const apiCollections = ["authors", "committees", "pages", "provinces", "site", "tags"] as const;

export type ApiCollection = (typeof apiCollections)[number];

for (const name of apiCollections) fixedAddress(apiCollectionAddress(name));
for (const feed of [atomAddress(homeAddress), jsonFeedAddress(homeAddress)]) fixedAddress(feed);
/** The editor's page. */
fixedAddress("/admin/");
/** Every file of the site with its digest. */
fixedAddress("/manifest.json");

/** Records in the API: of a collection, or of one of its years. */
export function apiRecordsAddress(collection: RecordCollection, year?: string): UrlPath {
	return asUrlPath(`/api/${collection}${year === undefined ? "" : `/${year}`}.json`);
}

/** The folders that contain an address: `/`, `/2019/` and `/2019/01/` for `/2019/01/tin.html`. */
export function foldersAbove(address: UrlPath): UrlPath[] {
	return [...address.matchAll(/\//g)].map(({ index }) => address.slice(0, index + 1) as UrlPath);
}

/** The list of a month's pages (`2026-11`) with their digests, for phones that keep them. */
export function pageListAddress(month: string): UrlPath {
	return asUrlPath(`${keptAddress}${month}.json`);
}

/** The sitemap of the articles of a month (`2026-11`). */
export function monthSitemapAddress(month: string): UrlPath {
	return asUrlPath(`/sitemap-${month}.xml`);
}

/**
 * A part of a sitemap that is too large for one file: `/sitemap-2026-11-2.xml`. The first part has the plain address.
 */
export function sitemapPartAddress(sitemap: UrlPath, number: number): UrlPath {
	return number === 1 ? sitemap : asUrlPath(sitemap.replace(/\.xml$/, `-${number}.xml`));
}

/** The downloadable archive of a year (`2024`). */
export function yearArchiveAddress(year: string): UrlPath {
	return asUrlPath(`${archiveAddress}kho-${year}.zip`);
}

/** The list of archives for programs. */
export const archiveListAddress = asUrlPath(`${archiveAddress}kho.json`);
/** The anchor of the archives on the archive page. */
export const offersAnchor = "mang-ve";

/** An absolute address. `siteUrl` has no trailing slash. */
export function absoluteAddress(siteUrl: string, address: UrlPath): string {
	return new URL(siteUrl + address).href;
}

/**
 * Folders of the site that contain only its own files: those of fixed addresses, and those of files that come with
 * content.
 */
export const foldersOfSite: readonly string[] = [
	...new Set([...fixed].flatMap((address) => /^\/([^/]+)\//.exec(address)?.[1] ?? [])),
	...["anh", "assets", "en", "gui-thu", "pagefind", "tep", "tieng-noi"],
];

const anySlug = "x" as Slug;

/** The first path parts that the site itself uses; a fixed page may not take one. */
export const reservedNames: ReadonlySet<string> = new Set([
	...foldersOfSite,
	"index",
	...[
		notFoundAddress,
		latestAddress,
		...Object.values(storyListAddresses),
		tagAddress(anySlug),
		provinceAddress(anySlug),
		committeeAddress(anySlug),
		authorAddress(anySlug),
	].map((address) => /^\/([^/.]+)/.exec(address)?.[1] ?? ""),
]);
