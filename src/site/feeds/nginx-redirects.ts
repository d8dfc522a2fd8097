import { decodePercentSigns } from "../../text/index.ts";
import type { RedirectsView } from "./views.ts";

/**
 * Entries of an nginx `map` from former addresses to present ones, in text order: a path as `$uri` gives it, or
 * `$uri?$args` for an address with a query. https://nginx.org/en/docs/http/ngx_http_map_module.html
 */
export function renderNginxRedirects({ redirects }: RedirectsView): string {
	const lines = redirects.map(({ from, to }) => `${quoted(addressInNginx(from))} ${quoted(to)};\n`).sort();
	const known = new Set<string>();
	return lines
		.filter((line) => {
			// nginx ignores case in these addresses, and does not start if two are equal.
			const address = line.slice(0, line.lastIndexOf(" ")).toLowerCase();
			if (known.has(address)) return false;
			known.add(address);
			return true;
		})
		.join("");
}

/** The path without percent signs and repeated slashes, the query as browsers send it. */
function addressInNginx(address: string): string {
	const { pathname, search } = new URL(address, "https://former.invalid");
	return decodePercentSigns(pathname).replace(/\/{2,}/g, "/") + search;
}

function quoted(text: string): string {
	return `"${text.replace(/["\\]/g, "\\$&")}"`;
}
