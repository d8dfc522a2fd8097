import type { Child } from "hono/jsx";
import type { IsoDay, UrlPath } from "../../model/ids.ts";
import { strings } from "../strings.ts";
import type { PageKind, SiteView } from "../views.ts";
import { Masthead } from "./masthead.tsx";
import { SiteFooter } from "./site-footer.tsx";

/** The feeds that tell of what a page lists. */
export interface PageFeeds {
	readonly atom: UrlPath;
	readonly json: UrlPath;
	readonly title: string;
}

/** What a document's head and masthead need of its page. */
interface PageAbout {
	readonly kind: PageKind;
	readonly address: UrlPath;
	/** The page's own, without the site's name. */
	readonly title: string;
	readonly description?: string | undefined;
	/** Further metadata for the head: canonical address, Open Graph, JSON-LD, a page's own script. */
	readonly head?: Child;
	readonly feeds?: PageFeeds | undefined;
	/** The newest article's day, for the home page's masthead. */
	readonly day?: IsoDay | undefined;
}

export interface DocumentProps {
	readonly site: SiteView;
	readonly page: PageAbout;
	readonly children: Child;
}

/** A whole page around its content. Holds no inline script or style, so that a strict policy can forbid both. */
export function Document({ site, page, children }: DocumentProps) {
	return (
		<html lang="vi">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<title>{page.kind === "home" ? page.title : `${page.title} – ${site.name}`}</title>
				{page.description && <meta name="description" content={page.description} />}
				<link
					rel="preload"
					href="/assets/fonts/source-serif-400.woff2"
					as="font"
					type="font/woff2"
					crossorigin="anonymous"
				/>
				<link rel="stylesheet" href="/assets/site.css" />
				<meta name="color-scheme" content="light dark" />
				<meta name="theme-color" content="#a61b1b" />
				<link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
				{page.feeds && (
					<>
						<link
							rel="alternate"
							type="application/atom+xml"
							href={page.feeds.atom}
							title={page.feeds.title}
						/>
						<link
							rel="alternate"
							type="application/feed+json"
							href={page.feeds.json}
							title={page.feeds.title}
						/>
					</>
				)}
				{page.head}
				<script type="module" src="/assets/site.js" />
				{page.kind === "search" && <script type="module" src="/assets/search.js" />}
			</head>
			<body>
				<a class="skip-link" href="#noi-dung">
					{strings.skipLink}
				</a>
				<Masthead site={site} address={page.address} day={page.day} />
				<main id="noi-dung" tabindex={-1}>
					{children}
				</main>
				<SiteFooter site={site} />
			</body>
		</html>
	);
}
