import { html, raw } from "hono/html";
import type { Child } from "hono/jsx";
import { languageOf, say } from "../../messages/index.ts";
import { appManifestAddress, homeAddress } from "../../model/addresses.ts";
import type { IsoDay, UrlPath } from "../../model/ids.ts";
import { counterOf } from "../../model/site.ts";
import { typesetHtml } from "../../text/index.ts";
import type { PageKind, SiteView } from "../views.ts";
import { Masthead } from "./masthead.tsx";
import { oncePerSite } from "./once-per-site.ts";
import { SiteFooter } from "./site-footer.tsx";

/** The feeds of the articles that a page lists. */
export interface PageFeeds {
	readonly atom: UrlPath;
	readonly json: UrlPath;
	readonly title: string;
}

/** The data of a page that its head and masthead need. */
interface PageAbout {
	readonly kind: PageKind;
	readonly address: UrlPath;
	/** The page's title, without the site's name. */
	readonly title: string;
	readonly description?: string | undefined;
	/** Further metadata for the head: canonical address, Open Graph, JSON-LD, a page's own script. */
	readonly head?: Child;
	readonly feeds?: PageFeeds | undefined;
	/** Whether readers' comments are on it, or a form for them. */
	readonly hasDiscussion?: boolean;
	/** The newest article's day, for the home page's masthead. */
	readonly day?: IsoDay | undefined;
}

/** Tells `client/site.ts` as well that this site can be read without a network. */
const manifestLink = html`<link rel="manifest" href="${appManifestAddress}"/>`;

const footer = oncePerSite((site) => raw(typesetHtml(String(<SiteFooter site={site} />))));
const mastheadElsewhere = oncePerSite((site) => raw(String(<Masthead site={site} />)));

const voiceScript = oncePerSite(({ voice }) => {
	const counter = counterOf(voice);
	if (!counter) return html`<script type="module" src="/assets/voice.js"></script>`;
	const { service, address, website } = counter;
	return html`<script type="module" src="/assets/count-elsewhere.js" data-service="${service}" data-address="${address}"${
		website && html` data-website="${website}"`
	}></script>`;
});

/**
 * A whole page around its content. It has no inline script or style, so that a strict policy can forbid both. It is a
 * template and not JSX, in which the elements of the head would cost more time than the rest of an article's page. The
 * font of titles and leads is preloaded, as a font that arrives after the first paint is not used on that page.
 */
export function renderDocument(site: SiteView, page: PageAbout, content: Child): string {
	const { kind, address, title, description, head, feeds, day, hasDiscussion } = page;
	const hasOwnMasthead = address === homeAddress || site.menu.some(({ link }) => link === address);
	return String(
		html`<!doctype html><html lang="${languageOf(site)}"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/><title>${
			kind === "home" ? title : `${title} – ${site.name}`
		}</title>${
			description && html`<meta name="description" content="${description}"/>`
		}<link rel="preload" href="/assets/fonts/source-serif-600.woff2" as="font" type="font/woff2" crossorigin/><link rel="stylesheet" href="/assets/${kind === "article" ? "article" : "site"}.css"/>${
			kind === "article" && html`<link rel="stylesheet" href="/assets/print.css" media="print"/>`
		}${
			(site.voice.views || hasDiscussion || kind === "letter") &&
			html`<link rel="stylesheet" href="/assets/voice.css"/>`
		}<meta name="color-scheme" content="light dark"/><meta name="theme-color" content="${site.accent}"/><link rel="icon" href="/assets/icon.svg" type="image/svg+xml"/>${
			site.features.offline && manifestLink
		}${
			feeds &&
			html`<link rel="alternate" type="application/atom+xml" href="${feeds.atom}" title="${feeds.title}"/><link rel="alternate" type="application/feed+json" href="${feeds.json}" title="${feeds.title}"/>`
		}${head}<script type="module" src="/assets/site.js"></script>${
			site.voice.views && voiceScript(site)
		}${hasDiscussion && html`<script type="module" src="/assets/comments.js"></script>`}${
			kind === "letter" && html`<script type="module" src="/assets/letter.js"></script>`
		}${kind === "search" && html`<script type="module" src="/assets/${site.isEnglish ? "search-en" : "search"}.js"></script>`}${
			kind === "official-documents" &&
			html`<script type="module" src="/assets/official-documents.js"></script>`
		}${
			(kind === "kept" || kind === "offline") && html`<script type="module" src="/assets/kept.js"></script>`
		}</head><body${kind === "home" && raw(' class="wide"')}><a class="skip-link" href="#noi-dung">${say(site, "skipLink")}</a>${
			hasOwnMasthead ? <Masthead site={site} address={address} day={day} /> : mastheadElsewhere(site)
		}<main id="noi-dung" tabindex="-1">${raw(typesetHtml(String(content)))}</main>${footer(site)}</body></html>`,
	);
}
