import { type html, raw } from "hono/html";
import type { SiteView } from "../views.ts";
import type { Markup } from "./replaceable.ts";

/** Caches rendered markup for all pages that show the same view object, for as long as the object exists. */
export function oncePerView<View extends object>() {
	const bySite = new WeakMap<SiteView, WeakMap<View, Map<string, Markup>>>();
	/** @param variant everything else on which the markup depends, besides site and view */
	return (site: SiteView, view: View, variant: string, render: () => ReturnType<typeof html>): Markup => {
		const rendered = bySite.get(site) ?? new WeakMap<View, Map<string, Markup>>();
		bySite.set(site, rendered);
		const known = rendered.get(view) ?? new Map<string, Markup>();
		rendered.set(view, known);
		let markup = known.get(variant);
		if (!markup) {
			markup = raw(String(render()));
			known.set(variant, markup);
		}
		return markup;
	};
}
