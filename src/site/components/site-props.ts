import type { SiteView } from "../views.ts";

/** The properties of every component: the settings, which include the site's texts. */
export interface SiteProps {
	readonly site: SiteView;
}
