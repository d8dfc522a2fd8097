/**
 * A kind of page is a folder here: `<kind>-page.tsx` with its component and its title, `<kind>-page.css`, and `plan.ts`,
 * which plans its pages. The page adds its view to `PageViews`; from then on outputs of its name
 * can be planned, and nothing else lists it.
 */
import type { UrlPath } from "../../model/ids.ts";
import { type Markup, replaceable, replaceableNames } from "../components/replaceable.ts";
import type { SiteProps } from "../components/site-props.ts";
import type { PageKind, PageViews, SiteView } from "../views.ts";

/** The properties of every kind of page. */
export interface PageProps<View> extends SiteProps {
	readonly view: View;
	/** The page's own address. */
	readonly address: UrlPath;
	/** The rendered body of an article or a fixed page; empty for all others. */
	readonly bodyHtml: string;
}

/** A page's title in the browser's tab and in search results. The document adds the site's name. */
export interface PageTitle {
	readonly title: string;
	readonly description?: string | undefined;
}

export interface PageDefinition<Kind extends PageKind> {
	readonly kind: Kind;
	/** `redirect` is a whole document; all others are rendered inside `Document`. */
	readonly component: (props: PageProps<PageViews[Kind]>) => Markup;
	readonly title: (view: PageViews[Kind], site: SiteView) => PageTitle;
	/** Whether search engines may list it. A page that they may not list must not be in a sitemap either. */
	readonly isIndexed: boolean;
}

/** Properties of the pages that a portal may replace, by the names of their components. */
type PageComponents = {
	readonly [Kind in Exclude<PageKind, "redirect"> as `${Kind}-page`]: PageProps<PageViews[Kind]>;
};

declare module "../components/replaceable.ts" {
	interface ReplaceableProps extends PageComponents {}
}

export function pageKind<Kind extends PageKind>(
	kind: Kind,
	{
		component,
		title,
		isIndexed = true,
	}: Pick<PageDefinition<Kind>, "component" | "title"> & Partial<Pick<PageDefinition<Kind>, "isIndexed">>,
): PageDefinition<Kind> {
	const name = replaceableNames.find((known) => known === `${kind}-page`);
	return {
		kind,
		// The name determines the type of its properties.
		component: name ? (replaceable(name as never, component as never) as typeof component) : component,
		title,
		isIndexed,
	};
}
