import type { RedirectsView } from "./views.ts";

/**
 * Netlify's `_redirects`: a line for each former address, in text order. `301!` wins over the HTML page that stands
 * at the former address for hosts without such a file. A query becomes conditions of its own, as Netlify matches the
 * path alone.
 */
export function renderRedirects(view: RedirectsView): string {
	return view.redirects
		.map(({ from, to }) => `${[...netlifyPattern(from), to, "301!"].join(" ")}\n`)
		.sort()
		.join("");
}

/** The path and the query's conditions; what Netlify would read as a pattern is written in percent signs. */
function netlifyPattern(from: string): string[] {
	const { pathname, searchParams } = new URL(from, "https://former.invalid");
	const path = pathname.replaceAll("*", "%2A").replaceAll(":", "%3A");
	return [path, ...[...searchParams].map(([name, value]) => `${encode(name)}=${encode(value)}`)];
}

/** Percent signs for whatever would end or change the meaning of a condition. */
function encode(text: string): string {
	return encodeURIComponent(text).replaceAll("*", "%2A");
}
