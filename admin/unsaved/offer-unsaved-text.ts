import { element } from "../../src/dom/element.ts";
import { collections, fieldLabel, isCollectionName } from "../../src/editor/forms/index.ts";
import { askInDialog } from "../desk/dialog.ts";
import { formatMomentShortly } from "../format-moment.ts";
import { strings } from "../strings.ts";

export interface UnsavedOffer {
	readonly collection: string;
	/** When the text was written, in milliseconds since 1970. */
	readonly at: number;
	/** The fields that differ from the form. */
	readonly fields: readonly { readonly name: string; readonly now: unknown; readonly unsaved: unknown }[];
	readonly onRestore: () => void;
	readonly onDiscard: () => void;
}

/** Shows the unsaved text above the form. Returns a function that removes the offer. */
export function offerUnsavedText({ collection, at, fields, onRestore, onDiscard }: UnsavedOffer): () => void {
	const names = fields.map(({ name }) => labelOf(collection, name)).join(", ");
	const found = `${strings.unsaved.found(formatMomentShortly(at))} ${strings.unsaved.differs(names)}`;
	const bar = element(
		"section",
		{ class: "unsaved-offer", "aria-label": strings.unsaved.label },
		element("p", { role: "status" }, found),
	);
	const close = () => bar.remove();
	const button = (label: string, act: () => void) => {
		const made = element("button", { type: "button", class: "desk-button" }, label);
		made.addEventListener("click", act);
		return made;
	};
	const finish = (act: () => void) => () => {
		close();
		act();
	};
	const restore = finish(onRestore);
	bar.append(
		button(strings.unsaved.restore, restore),
		button(strings.unsaved.compare, () => void compare({ collection, fields, restore })),
		button(strings.unsaved.discard, finish(onDiscard)),
	);
	document.body.append(bar);
	return close;
}

async function compare({
	collection,
	fields,
	restore,
}: Pick<UnsavedOffer, "collection" | "fields"> & { readonly restore: () => void }): Promise<void> {
	const act = await askInDialog({
		title: strings.unsaved.label,
		text: strings.unsaved.differs(fields.map(({ name }) => labelOf(collection, name)).join(", ")),
		className: "desk-conflict",
		content: fields.map(({ name, now, unsaved }) =>
			element(
				"fieldset",
				{},
				element("legend", {}, labelOf(collection, name)),
				element(
					"div",
					{ class: "desk-conflict-sides" },
					side(strings.unsaved.mine, unsaved),
					side(strings.unsaved.now, now),
				),
			),
		),
		answers: [
			{ label: strings.unsaved.restore, kind: "main", value: () => restore },
			{ label: strings.conflict.back, value: () => undefined },
		],
	});
	act?.();
}

function side(label: string, value: unknown): HTMLElement {
	return element("div", {}, element("strong", {}, label), element("pre", { tabindex: "0" }, readable(value)));
}

function readable(value: unknown): string {
	if (value === undefined || value === null) return "";
	if (typeof value === "string") return value;
	const plain = typeof value === "object" && "toJS" in value ? (value as { toJS(): unknown }).toJS() : value;
	return Array.isArray(plain) && plain.every((item) => typeof item === "string")
		? plain.join(", ")
		: JSON.stringify(plain, undefined, "\t");
}

function labelOf(collection: string, field: string): string {
	if (field === "body" || !isCollectionName(collection)) return strings.body.label;
	return fieldLabel(collections[collection].schema, [field]);
}
