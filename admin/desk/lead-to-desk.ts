import { deskPath } from "../../src/desk/messages.ts";

/** Routes of Decap that are forms; all others are lists, and the desk has lists of its own. */
const forms = /^#\/(?:collections\/[^/]+\/(?:new|entries\/.)|edit\/)/;

/**
 * Where the desk shows what a route of Decap would list: its start page, its list of articles with the words that are
 * looked for, or its page of everything else. Undefined for a form.
 */
export function deskListOf(hash: string): string | undefined {
	if (forms.test(hash)) return undefined;
	const [, collection, words] =
		/^#\/collections\/([^/]+)(?:\/search\/(.*))?/.exec(hash) ?? /^#\/search()\/(.*)/.exec(hash) ?? [];
	if (collection === undefined) return deskPath;
	if (collection !== "articles" && collection !== "") return `${deskPath}trang/`;
	return `${deskPath}bai-viet/${words === undefined ? "" : `?q=${words}`}`;
}

/** Leaves Decap's lists for the desk's, now and whenever a form is left. Back never leads to one of them. */
export function leadToDesk(): void {
	const leave = () => {
		const address = deskListOf(location.hash);
		if (address !== undefined) location.replace(address);
	};
	window.addEventListener("hashchange", leave);
	leave();
}
