/**
 * A page's metadata: its canonical address, preview, and structured data. Templates and not JSX, in which `<meta>` and
 * `<link>` cost ten times as much, as its runtime expects them anywhere in a page.
 */
import { html } from "hono/html";
import { say } from "../../messages/index.ts";
import { absoluteAddress, englishAddress, homeAddress, recordsAddresses } from "../../model/addresses.ts";
import { changedAt, introductionOf } from "../../model/article.ts";
import type { UrlPath } from "../../model/ids.ts";
import type { PageDefinition, PageTitle } from "../kinds/page-kind.ts";
import type {
	ArticleView,
	FigureView,
	FixedPageView,
	OfficialDocumentView,
	PageKind,
	PageViews,
	QuestionsView,
	SiteView,
	UnitView,
} from "../views.ts";
import { dublinCore } from "./dublin-core.ts";
import { type JsonLdNode, jsonLd } from "./json-ld.ts";
import { collectionPage, officialDocumentData, unitData } from "./records-data.ts";
import { breadcrumbList, faqPage, newsArticle, organisation, webSite } from "./structured-data.ts";

/** Markup, already escaped. */
type Markup = ReturnType<typeof html>;

/** The metadata for the head of a page of any kind; nothing for redirects, whose page is its own document. */
export function pageHead<Kind extends PageKind>(
	{ kind, isIndexed }: Pick<PageDefinition<Kind>, "kind" | "isIndexed">,
	view: PageViews[Kind],
	site: SiteView,
	{ address, title, description }: PageTitle & { readonly address: UrlPath },
): Markup | undefined {
	if (!isIndexed) return html`<meta name="robots" content="noindex"/>`;
	switch (kind) {
		case "redirect":
			return undefined;
		case "article":
			return articleHead(view as ArticleView, site, address);
		case "home":
			return homeHead(site);
		default: {
			const picture = "picture" in view ? (view.picture as FigureView | undefined) : undefined;
			const head = plainHead({ site, address, title, description, image: picture });
			const nodes = recordsData(kind, view, site, { address, title });
			return html`${languagesOf(view, site, address)}${head}${nodes.length > 0 && jsonLd(nodes)}`;
		}
	}
}

/** Structured data of pages of records; none for other kinds of page. */
function recordsData(
	kind: PageKind,
	view: object,
	site: SiteView,
	{ address, title }: { readonly address: UrlPath; readonly title: string },
): JsonLdNode[] {
	const trail = (label: string, above: UrlPath) => breadcrumbList([{ label, address: above }], title, site);
	switch (kind) {
		case "official-document":
			return [
				officialDocumentData(view as OfficialDocumentView, site, { address, title }),
				trail(say(site, "officialDocuments.title"), recordsAddresses["official-documents"]),
			];
		case "unit":
			return [
				unitData(view as UnitView, site, address),
				trail(say(site, "organisation.title"), recordsAddresses.units),
			];
		case "official-documents":
		case "organisation":
		case "events":
			return [collectionPage(title, site, address)];
		case "questions": {
			const answers = faqPage(view as QuestionsView, site, address);
			return answers ? [answers, organisation(site)] : [];
		}
		default:
			return [];
	}
}

function articleHead(view: ArticleView, site: SiteView, address: UrlPath): Markup {
	const trail = view.committee ? [view.committee] : [];
	const { title, shareImage: image, committee, translation } = view;
	const description = introductionOf(view);
	return html`${translation && languages(site, address, translation)}${preview({ type: "article", site, address, title, description, image })}${property(
		"article:published_time",
		view.undated ? undefined : view.date,
	)}${property("article:modified_time", changedAt(view))}${view.authors.map((author) =>
		property("article:author", absoluteAddress(site.url, author.address)),
	)}${property("article:section", committee?.label)}${view.tags.map((tag) =>
		property("article:tag", tag.label),
	)}<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/"/>${dublinCore(view, site, address).map(
		([name, value]) => html`<meta name="DC.${name}" content="${value}"/>`,
	)}${jsonLd([newsArticle(view, site, address), breadcrumbList(trail, title, site), organisation(site)])}`;
}

function languagesOf(view: object, site: SiteView, address: UrlPath): Markup | undefined {
	const { original, translation } = view as Partial<FixedPageView>;
	if (original) return languages(site, original.address, address);
	if (translation) return languages(site, address, translation);
	return address === englishAddress ? languages(site, homeAddress, address) : undefined;
}

/**
 * Links between a page and its translation, which each of the two has
 * (https://developers.google.com/search/docs/specialty/international/localized-versions).
 */
function languages({ url }: SiteView, vietnamese: UrlPath, english: UrlPath): Markup {
	return html`<link rel="alternate" hreflang="vi" href="${absoluteAddress(url, vietnamese)}"/><link rel="alternate" hreflang="en" href="${absoluteAddress(url, english)}"/>`;
}

function homeHead(site: SiteView): Markup {
	const { name: title, description } = site;
	const head = preview({ type: "website", site, address: homeAddress, title, description });
	return html`${site.english && languages(site, homeAddress, englishAddress)}${head}${jsonLd([webSite(site), organisation(site)])}`;
}

interface PlainHeadOptions {
	readonly site: SiteView;
	readonly address: UrlPath;
	readonly title: string;
	readonly description?: string | undefined;
	readonly image?: PreviewImage | undefined;
}

/** For lists, archives, fixed pages and the API's page. */
export function plainHead(options: PlainHeadOptions): Markup {
	return preview({ type: "website", ...options });
}

type PreviewImage = Pick<FigureView, "src" | "width" | "height" | "alt">;

interface PreviewOptions extends PlainHeadOptions {
	readonly type: "article" | "website";
}

/** The canonical address, and the preview by Open Graph (https://ogp.me), which Zalo, Facebook and X read. */
function preview({ type, site, address, title, description, image: own }: PreviewOptions): Markup {
	const image = own ?? (site.shareImage && { ...site.shareImage, alt: site.name });
	const canonical = absoluteAddress(site.url, address);
	return html`<link rel="canonical" href="${canonical}"/>${property("og:type", type)}${property(
		"og:url",
		canonical,
	)}${property("og:title", title)}${property("og:description", description)}${property(
		"og:site_name",
		site.name,
	)}${property("og:locale", say(site, "locale"))}${
		image && [
			property("og:image", absoluteAddress(site.url, image.src)),
			property("og:image:width", image.width.toString()),
			property("og:image:height", image.height.toString()),
			property("og:image:alt", image.alt),
		]
	}<meta name="twitter:card" content="${image ? "summary_large_image" : "summary"}"/>`;
}

/** A property of Open Graph; nothing without a value. */
function property(name: string, content: string | undefined): Markup | undefined {
	return content ? html`<meta property="${name}" content="${content}"/>` : undefined;
}
