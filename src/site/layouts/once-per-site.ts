import type { SiteView } from "../views.ts";

/** Makes what depends on the site alone once for each site, however many pages show it. */
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
