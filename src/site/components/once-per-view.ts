import { type html, raw } from "hono/html";
import type { Child } from "hono/jsx";

/** Keeps what was rendered of views for all pages that show the same object, and no longer than that is there. */
export function oncePerView<View extends object>() {
	const rendered = new WeakMap<View, Map<string, Child>>();
	/** @param variant tells apart what is rendered of one view: whatever else it depends on */
	return (view: View, variant: string, render: () => ReturnType<typeof html>): Child => {
		const known = rendered.get(view) ?? new Map<string, Child>();
		rendered.set(view, known);
		let markup = known.get(variant);
		if (!markup) {
			markup = raw(String(render()));
			known.set(variant, markup);
		}
		return markup;
	};
}
