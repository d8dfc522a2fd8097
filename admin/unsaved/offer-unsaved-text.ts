import { collections, fieldLabel, isCollectionName } from "../../src/editor/forms/index.ts";
import { emptyDialog } from "../desk/interruptions.ts";
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
	const bar = document.createElement("section");
	bar.className = "unsaved-offer";
	bar.setAttribute("aria-label", strings.unsaved.label);
	const text = document.createElement("p");
	text.setAttribute("role", "status");
	const names = fields.map(({ name }) => labelOf(collection, name)).join(", ");
	text.textContent = `${strings.unsaved.found(formatMomentShortly(at))} ${strings.unsaved.differs(names)}`;
	const close = () => bar.remove();
	const button = (label: string, act: () => void) => {
		const element = document.createElement("button");
		element.type = "button";
		element.className = "desk-button";
		element.textContent = label;
		element.addEventListener("click", act);
		return element;
	};
	const finish = (act: () => void) => () => {
		close();
		act();
	};
	const restore = finish(onRestore);
	bar.append(
		text,
		button(strings.unsaved.restore, restore),
		button(strings.unsaved.compare, () => compare({ collection, fields, restore })),
		button(strings.unsaved.discard, finish(onDiscard)),
	);
	document.body.append(bar);
	return close;
}

function compare({
	collection,
	fields,
	restore,
}: Pick<UnsavedOffer, "collection" | "fields"> & { readonly restore: () => void }): void {
	const dialog = emptyDialog(
		strings.unsaved.label,
		strings.unsaved.differs(fields.map(({ name }) => labelOf(collection, name)).join(", ")),
	);
	dialog.classList.add("desk-conflict");
	for (const { name, now, unsaved } of fields) {
		const group = document.createElement("fieldset");
		const legend = document.createElement("legend");
		legend.textContent = labelOf(collection, name);
		const sides = document.createElement("div");
		sides.className = "desk-conflict-sides";
		sides.append(side(strings.unsaved.mine, unsaved), side(strings.unsaved.now, now));
		group.append(legend, sides);
		dialog.append(group);
	}
	const buttons = document.createElement("div");
	buttons.className = "desk-dialog-buttons";
	for (const [label, act] of [
		[strings.unsaved.restore, restore],
		[strings.conflict.back, () => undefined],
	] as const) {
		const element = document.createElement("button");
		element.type = "button";
		element.className = "desk-button";
		element.textContent = label;
		element.addEventListener("click", () => {
			dialog.close();
			act();
		});
		buttons.append(element);
	}
	dialog.append(buttons);
	dialog.addEventListener("close", () => dialog.remove());
	document.body.append(dialog);
	dialog.showModal();
}

function side(label: string, value: unknown): HTMLElement {
	const element = document.createElement("div");
	const caption = document.createElement("strong");
	caption.textContent = label;
	const text = document.createElement("pre");
	text.textContent = readable(value);
	text.tabIndex = 0;
	element.append(caption, text);
	return element;
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
