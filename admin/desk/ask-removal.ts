import { type Entry, type EntryUses, formFragment } from "../../src/desk/messages.ts";
import { element } from "../../src/dom/element.ts";
import { strings } from "../strings.ts";
import { askInDialog } from "./dialog.ts";

/** The most entries or files of each kind that are named; the others are counted. */
const named = 8;

/** Asks before an entry is deleted; names what links to it and the files that are deleted with it. */
export async function askRemoval(
	title: string,
	{ published }: Pick<Entry, "published">,
	{ uses, files }: EntryUses,
): Promise<boolean> {
	const links = uses.slice(0, named).map((use) => {
		const address = formFragment(use.collection, use.id);
		return element("a", { href: address, target: "_blank" }, use.title || use.id);
	});
	return await ask(
		strings.removal.title(title),
		published ? strings.removal.published : strings.removal.pending,
		strings.removal.remove,
		[
			...listed(strings.removal.uses(uses.length), links, uses.length),
			...listed(
				strings.removal.files(files.length),
				files.slice(0, named).map((file) => file.slice(file.lastIndexOf("/") + 1)),
				files.length,
			),
		],
	);
}

/** Asks before an unpublished text is discarded; readers keep the published one. */
export function askDiscard(title: string): Promise<boolean> {
	return ask(strings.removal.discardTitle(title), strings.removal.discardText, strings.removal.discard, []);
}

async function ask(title: string, text: string, action: string, content: readonly Node[]): Promise<boolean> {
	const answer = await askInDialog({
		title,
		text,
		className: "removal-dialog",
		content,
		answers: [
			{ label: action, kind: "danger", value: () => true },
			{ label: strings.entry.back, value: () => false },
		],
	});
	return answer === true;
}

function listed(heading: string, items: readonly (string | Node)[], count: number): Node[] {
	if (count === 0) return [];
	const more = count > items.length ? [element("li", {}, strings.removal.more(count - items.length))] : [];
	return [
		element("h3", {}, heading),
		element("ul", {}, ...items.map((item) => element("li", {}, item)), ...more),
	];
}
