/** What a page's head tells machines: its canonical address, how to preview it, what it is. */
import type { Child } from "hono/jsx";
import { absoluteAddress, homeAddress } from "../../model/addresses.ts";
import type { UrlPath } from "../../model/ids.ts";
import { pageTitles } from "../components/index.ts";
import type { ArticleView, FigureView, PageKind, PageViews, SiteView } from "../views.ts";
import { dublinCore } from "./dublin-core.ts";
import { JsonLd } from "./json-ld.tsx";
import { breadcrumbList, newsArticle, organisation, webSite } from "./structured-data.ts";

/** The metadata for the head of a page of any kind; nothing for redirects, whose page is its own document. */
export function pageHead<Kind extends PageKind>(
	kind: Kind,
	view: PageViews[Kind],
	site: SiteView,
	address: UrlPath,
): Child | undefined {
	switch (kind) {
		case "redirect":
			return undefined;
		case "withdrawn":
		case "search":
		case "not-found":
			return <NoIndexHead />;
		case "article":
			return <ArticleHead view={view as ArticleView} site={site} address={address} />;
		case "home":
			return <HomeHead site={site} />;
		default: {
			const { title, description } = pageTitles[kind](view, site);
			const picture = "picture" in view ? (view.picture as FigureView | undefined) : undefined;
			return (
				<PlainHead site={site} address={address} title={title} description={description} image={picture} />
			);
		}
	}
}

/** For pages that must not be found: withdrawn articles, the search page, the page for addresses that do not exist. */
function NoIndexHead() {
	return <meta name="robots" content="noindex" />;
}

interface ArticleHeadProps {
	readonly view: ArticleView;
	readonly site: SiteView;
	readonly address: UrlPath;
}

function ArticleHead({ view, site, address }: ArticleHeadProps) {
	const trail = view.committee ? [view.committee] : [];
	return (
		<>
			<Preview
				type="article"
				site={site}
				address={address}
				title={view.title}
				description={view.summary}
				image={view.shareImage}
			/>
			<meta property="article:published_time" content={view.date} />
			{view.updated && <meta property="article:modified_time" content={view.updated} />}
			{view.authors.map((author) => (
				<meta property="article:author" content={absoluteAddress(site.url, author.address)} />
			))}
			{view.committee && <meta property="article:section" content={view.committee.label} />}
			{view.tags.map((tag) => (
				<meta property="article:tag" content={tag.label} />
			))}
			<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/" />
			{dublinCore(view, site, address).map(([name, value]) => (
				<meta name={`DC.${name}`} content={value} />
			))}
			<JsonLd
				graph={[
					newsArticle(view, site, address),
					breadcrumbList(trail, view.title, site),
					organisation(site),
				]}
			/>
		</>
	);
}

function HomeHead({ site }: { readonly site: SiteView }) {
	return (
		<>
			<Preview
				type="website"
				site={site}
				address={homeAddress}
				title={site.name}
				description={site.description}
			/>
			<JsonLd graph={[webSite(site), organisation(site)]} />
		</>
	);
}

interface PlainHeadProps {
	readonly site: SiteView;
	readonly address: UrlPath;
	readonly title: string;
	readonly description?: string | undefined;
	readonly image?: PreviewImage | undefined;
}

/** For lists, archives, fixed pages and the API's page. */
export function PlainHead(props: PlainHeadProps) {
	return <Preview type="website" {...props} />;
}

type PreviewImage = Pick<FigureView, "src" | "width" | "height" | "alt">;

interface PreviewProps extends PlainHeadProps {
	readonly type: "article" | "website";
}

/** The canonical address, and the preview by Open Graph (https://ogp.me), which Zalo, Facebook and X read. */
function Preview({ type, site, address, title, description, image: own }: PreviewProps) {
	const image = own ?? (site.shareImage && { ...site.shareImage, alt: site.name });
	const canonical = absoluteAddress(site.url, address);
	return (
		<>
			<link rel="canonical" href={canonical} />
			<meta property="og:type" content={type} />
			<meta property="og:url" content={canonical} />
			<meta property="og:title" content={title} />
			{description && <meta property="og:description" content={description} />}
			<meta property="og:site_name" content={site.name} />
			<meta property="og:locale" content="vi_VN" />
			{image && (
				<>
					<meta property="og:image" content={absoluteAddress(site.url, image.src)} />
					<meta property="og:image:width" content={image.width.toString()} />
					<meta property="og:image:height" content={image.height.toString()} />
					<meta property="og:image:alt" content={image.alt} />
				</>
			)}
			<meta name="twitter:card" content={image ? "summary_large_image" : "summary"} />
		</>
	);
}
