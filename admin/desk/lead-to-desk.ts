import { deskPath } from "../../src/desk/messages.ts";
import { strings } from "../strings.ts";
import { askInDialog } from "./dialog.ts";

/** Routes of Decap that are forms; all others are lists, which the desk replaces. */
const forms = /^#\/(?:collections\/[^/]+\/(?:new|entries\/.)|edit\/)/;

/**
 * The desk's page for a list of Decap: the start page, the list of articles with the searched words, or the page of all
 * other collections. Undefined for a form.
 */
export function deskListOf(hash: string): string | undefined {
	if (forms.test(hash)) return undefined;
	const [, collection, words] =
		/^#\/collections\/([^/]+)(?:\/search\/(.*))?/.exec(hash) ?? /^#\/search()\/(.*)/.exec(hash) ?? [];
	if (collection === undefined) return deskPath;
	if (collection !== "articles" && collection !== "") return `${deskPath}trang/`;
	return `${deskPath}bai-viet/${words === undefined ? "" : `?q=${words}`}`;
}

/** Replaces Decap's lists by the desk's, now and whenever a form is left. Back never leads to Decap's. */
export function leadToDesk(): void {
	const leave = () => {
		const address = deskListOf(location.hash);
		if (address !== undefined) location.replace(address);
	};
	window.addEventListener("hashchange", leave);
	leave();
}

/** An old link to an entry that is gone leads to the list of its kind. */
export async function leadFromMissingEntry(collection: string): Promise<void> {
	await askInDialog({
		title: strings.desk.noEntry,
		answers: [{ label: strings.desk.toList, kind: "main", value: () => true }],
	});
	location.replace(deskListOf(`#/collections/${collection}`) ?? deskPath);
}
