import type { SiteView } from "../views.ts";

/** What every component is given: the settings, and the texts in which the site speaks. */
export interface SiteProps {
	readonly site: SiteView;
}
