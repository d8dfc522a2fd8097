import type { UrlPath } from "../../model/ids.ts";
import type { SiteView } from "../views.ts";

/** What every component is given: the settings, and the texts in which the site speaks. */
export interface SiteProps {
	readonly site: SiteView;
}

/** What every kind of page is given. */
export interface PageProps<View> extends SiteProps {
	readonly view: View;
	/** The page's own address. */
	readonly address: UrlPath;
	/** The rendered body of an article or a fixed page; empty for all others. */
	readonly bodyHtml: string;
}
