import type { Child } from "hono/jsx";
import { dayOf, type IsoDay, type UrlPath } from "../../model/ids.ts";
import type { PageDefinition } from "../kinds/page-kind.ts";
import type { HomeView, PageKind, PageViews, SiteView } from "../views.ts";
import { type PageFeeds, renderDocument } from "./document.tsx";

/** What a page needs besides its view and the site's settings. */
export interface PageExtras {
	readonly address: UrlPath;
	/** The rendered body of an article or a fixed page. */
	readonly bodyHtml?: string;
	/** Further metadata for the head. */
	readonly head?: Child;
	readonly feeds?: PageFeeds;
}

/** The bytes of a page: a pure function of its view, the site's settings and the body rendered from Markdown. */
export function renderPage<Kind extends PageKind>(
	{ kind, component: Page, title: titleOf }: PageDefinition<Kind>,
	view: PageViews[Kind],
	site: SiteView,
	{ address, bodyHtml = "", head, feeds }: PageExtras,
): string {
	const content = Page({ view, site, address, bodyHtml });
	if (kind === "redirect") return `<!doctype html>${content}`;
	const { title, description } = titleOf(view, site);
	const day = kind === "home" ? newestDay(view as HomeView) : undefined;
	return renderDocument(
		site,
		{ kind, address, title, description, head, feeds, day, hasDiscussion: "discussion" in view },
		content,
	);
}

function newestDay({ lead, latest }: HomeView): IsoDay | undefined {
	const moments = [...latest, ...(lead ? [lead] : [])].map(({ date }) => date).sort();
	const newest = moments.at(-1);
	return newest && dayOf(newest);
}
