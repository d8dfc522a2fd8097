import type { RedirectsView } from "./views.ts";

/**
 * Netlify's `_redirects`: a line for each former address, in text order. `301!` overrides the HTML page at the former
 * address, which is there for hosts without such a file. A query becomes separate conditions, as Netlify matches only
 * the path.
 */
export function renderRedirects(view: RedirectsView): string {
	return view.redirects
		.map(({ from, to }) => `${[...netlifyPattern(from), to, "301!"].join(" ")}\n`)
		.sort()
		.join("");
}

/** The path and the query's conditions. Characters that Netlify would read as a pattern are percent-encoded. */
function netlifyPattern(from: string): string[] {
	const { pathname, searchParams } = new URL(from, "https://former.invalid");
	const path = pathname.replaceAll("*", "%2A").replaceAll(":", "%3A");
	return [path, ...[...searchParams].map(([name, value]) => `${encode(name)}=${encode(value)}`)];
}

/** Percent-encodes everything that would end or change a condition. */
function encode(text: string): string {
	return encodeURIComponent(text).replaceAll("*", "%2A");
}
