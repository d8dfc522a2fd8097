import type { UrlPath } from "../../model/ids.ts";
import type { PageDefinition } from "../kinds/page-kind.ts";
import { inEnglish } from "../layouts/in-english.ts";
import { renderPage } from "../layouts/render-page.tsx";
import { pageFeeds, pageHead } from "../metadata/index.ts";
import type { BodyView, PageKind, PageViews, SiteView } from "../views.ts";
import { template } from "./template.ts";

/** An Eleventy template for a kind of HTML page. */
export function pageTemplate<Kind extends PageKind>(page: PageDefinition<Kind>) {
	return template(page.kind, ({ view, address, site, bodyOf }) =>
		renderWholePage(page, { view, address, site, bodyOf: (body) => bodyOf(body).html }),
	);
}

/** The HTML of a whole page, with its head. */
export function renderWholePage<Kind extends PageKind>(
	page: PageDefinition<Kind>,
	{ view, address, site: given, bodyOf }: PageRequest<Kind>,
): string {
	const { kind } = page;
	const isEnglish = kind === "english" || "original" in view || "isEnglish" in view;
	const site = isEnglish ? inEnglish(given) : given;
	const body = "body" in view ? (view.body as BodyView) : undefined;
	const feeds = pageFeeds(kind, view, site);
	return renderPage(page, view, site, {
		address,
		...(feeds ? { feeds } : {}),
		...(body ? { bodyHtml: bodyOf(body) } : {}),
		head: pageHead(page, view, site, { address, ...page.title(view, site) }),
	});
}

interface PageRequest<Kind extends PageKind> {
	readonly view: PageViews[Kind];
	readonly address: UrlPath;
	readonly site: SiteView;
	/** The HTML of the page's body. */
	readonly bodyOf: (body: BodyView) => string;
}
