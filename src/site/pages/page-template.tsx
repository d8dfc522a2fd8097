import type { PageDefinition } from "../kinds/page-kind.ts";
import { renderPage } from "../layouts/render-page.tsx";
import { pageFeeds, pageHead } from "../metadata/index.ts";
import type { BodyView, PageKind } from "../views.ts";
import { template } from "./template.ts";

/** An Eleventy template for a kind of HTML page. */
export function pageTemplate<Kind extends PageKind>(page: PageDefinition<Kind>) {
	const { kind } = page;
	return template(kind, ({ view, address, site, bodyOf }) => {
		const body = "body" in view ? (view.body as BodyView) : undefined;
		const feeds = pageFeeds(kind, view, site);
		return renderPage(page, view, site, {
			address,
			...(feeds ? { feeds } : {}),
			...(body ? { bodyHtml: bodyOf(body).html } : {}),
			head: pageHead(kind, view, site, { address, ...page.title(view, site) }),
		});
	});
}
