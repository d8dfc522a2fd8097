/** Every address of the site. Nothing else puts one together. */

import type { ArticleId, IsoDay, Slug, UrlPath } from "./ids.ts";
import { asUrlPath, isArticleId } from "./ids.ts";
import type { DocumentFacet } from "./official-document.ts";
import type { RecordCollection } from "./record-names.ts";

const fixed = new Set<UrlPath>();

/** Declares an address that every site has, whatever its content. */
function fixedAddress(path: string): UrlPath {
	const address = asUrlPath(path);
	fixed.add(address);
	return address;
}

/** What every site has, whatever its content: a link to it is right, and nothing else may take its place. */
export const fixedAddresses: ReadonlySet<UrlPath> = fixed;

export const homeAddress = fixedAddress("/");
export const archiveAddress = fixedAddress("/luu-tru/");
/** The pages and articles that were translated. */
export const englishAddress = asUrlPath("/en/");
export const latestAddress = asUrlPath("/tin-moi/");
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
/** The service worker; in the root, as it answers for no address above its own folder. */
export const serviceWorkerAddress = fixedAddress("/sw.js");
/** What a reader has kept to read without a network. */
export const keptAddress = fixedAddress("/doc-ngoai-tuyen/");
/** Where readers write to the newsroom, if the portal takes letters. */
export const writeLetterAddress = asUrlPath("/gui-thu/");
/** Stands for pages that cannot be had without a network. */
export const offlineAddress = fixedAddress("/doc-ngoai-tuyen/mat-mang.html");
/** The addresses of all withdrawn articles. */
export const withdrawalsAddress = fixedAddress("/doc-ngoai-tuyen/da-rut.json");

export function articleAddress(id: ArticleId): UrlPath {
	// Without taking it apart, as a build does this for every article.
	return `/${id.slice(0, "yyyy/mm/dd".length)}/${id.slice("yyyy/mm/dd-".length)}.html` as UrlPath;
}

/** The article at an address; undefined where the address is none of an article. */
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
};

/** The folder of attachments. */
export const attachmentsAddress = asUrlPath("/tep/");
/** The folder of the official documents' files, which browsers show instead of saving them. */
export const documentFilesAddress = asUrlPath("/van-ban/tep/");

/** The list of the official documents that have something in common: `/van-ban/loai/ke-hoach/`. */
export function documentFacetAddress(facet: DocumentFacet, slug: string): UrlPath {
	const folder = { kind: "loai", issuer: "co-quan", subject: "linh-vuc" }[facet];
	return asUrlPath(`${recordsAddresses["official-documents"]}${folder}/${slug}/`);
}

/** The page of a topic, where there are too many questions for one page. */
export function questionTopicAddress(topic: string): UrlPath {
	return asUrlPath(`${recordsAddresses.questions}${topic}/`);
}

/** Where readers find a record; people stand on the pages of their units, questions on the list of all. */
export function recordAddress(collection: RecordCollection, id: Slug): UrlPath {
	if (collection === "events") return asUrlPath(`${recordsAddresses.events}${id}/`);
	if (collection === "people") return recordsAddresses.people;
	if (collection === "questions") return asUrlPath(`${recordsAddresses.questions}#${id}`);
	return asUrlPath(`${recordsAddresses[collection]}${id}.html`);
}

/** A week's calendar, for programs that know RFC 5545. */
export function calendarAddress(id: Slug): UrlPath {
	return asUrlPath(`${recordsAddresses.schedules}${id}.ics`);
}

/** The calendar to subscribe to. */
export const wholeCalendarAddress = asUrlPath(`${recordsAddresses.schedules}lich.ics`);

/** The records of a year (`2026`), or a list of some of them. */
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

/** What the days of a month (`2026-11`) have in common in the API. */
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

/** The folders that an address is in: `/2019/01/tin.html` in `/`, `/2019/` and `/2019/01/`. */
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

/** A part of a sitemap of more pages than may stand in one: `/sitemap-2026-11-2.xml`. The first has the plain address. */
export function sitemapPartAddress(sitemap: UrlPath, number: number): UrlPath {
	return number === 1 ? sitemap : asUrlPath(sitemap.replace(/\.xml$/, `-${number}.xml`));
}

/** The archive of a year (`2024`) to take along. */
export function yearArchiveAddress(year: string): UrlPath {
	return asUrlPath(`${archiveAddress}kho-${year}.zip`);
}

/** What archives there are, for programs. */
export const archiveListAddress = asUrlPath(`${archiveAddress}kho.json`);
/** Where the page of the archive offers them. */
export const offersAnchor = "mang-ve";

/** An address as the rest of the web writes it. `siteUrl` has no slash at its end. */
export function absoluteAddress(siteUrl: string, address: UrlPath): string {
	return new URL(siteUrl + address).href;
}

/** Folders of the site that hold nothing but its own files: those of fixed addresses, and those of files that come with content. */
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
		tagAddress(anySlug),
		provinceAddress(anySlug),
		committeeAddress(anySlug),
		authorAddress(anySlug),
	].map((address) => /^\/([^/.]+)/.exec(address)?.[1] ?? ""),
]);
