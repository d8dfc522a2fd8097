/**
 * A kind of page is a folder here: `<kind>-page.tsx` with its component and its title, `<kind>-page.css`, and `plan.ts`
 * where its pages are planned by themselves. The page adds its view to `PageViews`; from then on outputs of its name
 * can be planned, and nothing else lists it.
 */
import type { JSX } from "hono/jsx/jsx-runtime";
import type { UrlPath } from "../../model/ids.ts";
import type { SiteProps } from "../components/site-props.ts";
import type { PageKind, PageViews, SiteView } from "../views.ts";

/** What every kind of page is given. */
export interface PageProps<View> extends SiteProps {
	readonly view: View;
	/** The page's own address. */
	readonly address: UrlPath;
	/** The rendered body of an article or a fixed page; empty for all others. */
	readonly bodyHtml: string;
}

/** What a page calls itself in the browser's tab and in search results; the site's name is added by the document. */
export interface PageTitle {
	readonly title: string;
	readonly description?: string | undefined;
}

export interface PageDefinition<Kind extends PageKind> {
	readonly kind: Kind;
	/** `redirect` is a whole document, all others stand inside `Document`. */
	readonly component: (props: PageProps<PageViews[Kind]>) => JSX.Element | null;
	readonly title: (view: PageViews[Kind], site: SiteView) => PageTitle;
}

export function pageKind<Kind extends PageKind>(
	kind: Kind,
	definition: Omit<PageDefinition<Kind>, "kind">,
): PageDefinition<Kind> {
	return { kind, ...definition };
}
