import { fillForm, type OpenDraft, openDraft, watchDraft } from "../decap-store.ts";
import { keepLateChanges } from "./keep-late-changes.ts";
import { offerUnsavedText } from "./offer-unsaved-text.ts";
import { type UnsavedText, unsavedTexts } from "./unsaved-texts.ts";

const millisecondsBetween = 3000;

/**
 * Stores the unsaved text every few seconds and when the page is left, and offers it again when the same person opens
 * the same entry. It is deleted once a save has succeeded.
 */
export function keepUnsavedTexts(person: string): void {
	unsavedTexts.belongTo(person);
	let written: unknown;
	let opened = "";
	let timer: ReturnType<typeof setTimeout> | undefined;
	/** Offered, and neither accepted nor discarded yet. */
	let undecided: UnsavedText | undefined;
	let close = () => {};
	/** As it was when it was last seen. */
	let seen: OpenDraft | undefined;
	const keep = (draft = openDraft()) => {
		clearTimeout(timer);
		timer = undefined;
		if (!draft?.hasChanged || draft.data === written) return;
		written = draft.data;
		const values = draft.data.toJS() as Record<string, unknown>;
		const unsaved = { values, at: Date.now(), ...(undecided && { earlier: undecided }) };
		unsavedTexts.keep(draft.collection, draft.id, unsaved);
	};
	const offer = (draft: OpenDraft, found: UnsavedText | undefined) => {
		close();
		undecided = undefined;
		if (!found) return;
		const differing = differences(draft.data.toJS() as Record<string, unknown>, found.values);
		if (differing.length === 0) {
			offer(draft, found.earlier);
			return;
		}
		undecided = found;
		const decide = () => {
			undecided = undefined;
			written = undefined;
		};
		close = offerUnsavedText({
			collection: draft.collection,
			at: found.at,
			fields: differing.map((name) => ({
				name,
				now: draft.data.get(name) as unknown,
				unsaved: found.values[name],
			})),
			onRestore: () => {
				decide();
				fillForm(Object.fromEntries(differing.map((name) => [name, found.values[name] ?? null])));
			},
			onDiscard: () => {
				decide();
				unsavedTexts.forget(draft.collection, draft.id);
				offer(draft, found.earlier);
			},
		});
	};
	watchDraft(() => {
		const draft = openDraft();
		const key = draft ? `${draft.collection}/${draft.id ?? "new"}` : "";
		if (key !== opened) {
			// The form is gone, by an error perhaps, before the time to keep its text came.
			if (seen) keep(seen);
			opened = key;
			close();
			undecided = undefined;
			if (draft) offer(draft, unsavedTexts.find(draft.collection, draft.id, Date.now()));
		}
		seen = draft;
		// A save has deleted what was written.
		if (!draft?.hasChanged) written = undefined;
		if (draft?.hasChanged && draft.data !== written) timer ??= setTimeout(() => keep(), millisecondsBetween);
	});
	// Registered later, so that the watcher above sees first that a save has succeeded.
	keepLateChanges();
	window.addEventListener("pagehide", () => keep());
	document.addEventListener("visibilitychange", () => {
		if (document.visibilityState === "hidden") keep();
	});
}

/** Names of fields that differ; fields that are empty on both sides do not. */
function differences(
	now: Readonly<Record<string, unknown>>,
	before: Readonly<Record<string, unknown>>,
): string[] {
	const names = new Set([...Object.keys(now), ...Object.keys(before)]);
	return [...names].filter((name) => comparable(now[name]) !== comparable(before[name]));
}

function comparable(value: unknown): string {
	const isEmpty = value === undefined || value === null || value === "" || value === false;
	return isEmpty || (Array.isArray(value) && value.length === 0) ? "" : JSON.stringify(value);
}
