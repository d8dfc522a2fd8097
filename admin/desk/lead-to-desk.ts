import { history } from "decap-cms-core/dist/esm/routing/history.js";
import { deskPath } from "../../src/desk/messages.ts";
import { openDraft } from "../decap-store.ts";
import { leaveFor, loadAgain } from "../leave-page.ts";
import { strings } from "../strings.ts";
import { deskListOf } from "./desk-list-of.ts";
import { askInDialog } from "./dialog.ts";

/**
 * Replaces Decap's lists by the desk's, and loads the page again for another form: Decap would show the fields of the
 * one that is open. Back never leads to Decap's lists.
 */
export function leadToDesk(): void {
	let shown = history.location.pathname;
	history.block((_place, move) => {
		// Decap gives a new entry that was saved its address.
		if (move === "REPLACE" || !openDraft()?.hasChanged || window.confirm(strings.unsaved.leave)) return true;
		// The browser has gone back already.
		window.history.replaceState(null, "", `#${shown}`);
		return false;
	});
	// Replaced by the question above: Decap's own loses the text, and does not come after a new entry's first save.
	history.block = () => () => {};
	history.listen(({ pathname }, move) => {
		const list = deskListOf(`#${pathname}`);
		if (list !== undefined) leaveFor(list);
		else if (move === "REPLACE") shown = pathname;
		else if (pathname !== shown) loadAgain();
	});
	const list = deskListOf(location.hash);
	if (list !== undefined) leaveFor(list);
}

/** An old link to an entry that is gone leads to the list of its kind. */
export async function leadFromMissingEntry(collection: string): Promise<void> {
	await askInDialog({
		title: strings.desk.noEntry,
		answers: [{ label: strings.desk.toList, kind: "main", value: () => true }],
	});
	leaveForList(collection);
}

/** Leaves the form for the desk's list of its kind. */
export function leaveForList(collection: string): void {
	leaveFor(deskListOf(`#/collections/${collection}`) ?? deskPath);
}
