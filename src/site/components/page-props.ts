import type { UrlPath } from "../../model/ids.ts";
import type { SiteView } from "../views.ts";

/** What every kind of page is given. */
export interface PageProps<View> {
	readonly view: View;
	readonly site: SiteView;
	/** The page's own address. */
	readonly address: UrlPath;
	/** The rendered body of an article or a fixed page; empty for all others. */
	readonly bodyHtml: string;
}
