/** Links in written articles whose targets were not known yet. */

import type { UrlPath } from "../model/ids.ts";
import { hostOf } from "./former-addresses.ts";

/**
 * Leads links to articles that have come in meanwhile. A link into the old portal that leads to none keeps its address
 * where that names a host, and otherwise only its text.
 *
 * @param links as they stand in the text
 * @returns the text, and the links that lead to no article
 */
export function settleLinks(
	text: string,
	links: readonly string[],
	targetOf: (link: string) => UrlPath | undefined,
): { readonly text: string; readonly open: readonly string[] } {
	const open = links.filter((link) => targetOf(link) === undefined);
	const led = links.reduce((current, link) => {
		const target = targetOf(link);
		return target === undefined ? current : replaceLink(current, link, (words) => `[${words}](${target})`);
	}, text);
	return {
		text: withoutLinks(
			led,
			open.filter((link) => hostOf(link) === ""),
		),
		open,
	};
}

/** The text with the words of those links alone. */
export function withoutLinks(text: string, links: readonly string[]): string {
	return links.reduce((current, link) => replaceLink(current, link, (words) => words), text);
}

function replaceLink(text: string, link: string, make: (words: string) => string): string {
	const address = link.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
	const written = new RegExp(`(?<!!)\\[((?:\\\\.|[^\\]\\\\\\n])*)\\]\\((?:<${address}>|${address})\\)`, "g");
	return text.replace(written, (_, words: string) => make(words));
}
