import type { SiteView } from "../views.ts";

/** Caches markup that depends only on the site, so that it is made once for all pages. */
export function oncePerSite<Made>(make: (site: SiteView) => Made): (site: SiteView) => Made {
	const made = new WeakMap<SiteView, Made>();
	return (site) => {
		let known = made.get(site);
		if (known === undefined) {
			known = make(site);
			made.set(site, known);
		}
		return known;
	};
}
