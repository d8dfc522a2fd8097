import { fillForm, type OpenDraft, openDraft, watchDraft } from "../decap-store.ts";
import { differingFields } from "../differing-fields.ts";
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
	let timer: ReturnType<typeof setTimeout> | undefined;
	/** Offered, and neither accepted nor discarded yet. */
	let undecided: UnsavedText | undefined;
	let close = () => {};
	/** As it was when it was last seen. */
	let seen: OpenDraft | undefined;
	const keep = (draft = openDraft()) => {
		clearTimeout(timer);
		timer = undefined;
		// A new entry that has just been saved gets its id in a moment.
		const hasNoId = draft?.id === undefined && draft?.isSaved;
		if (!draft?.hasChanged || hasNoId || draft.data === written) return;
		written = draft.data;
		const values = draft.data.toJS() as Record<string, unknown>;
		const unsaved = { values, at: Date.now(), ...(undecided && { earlier: undecided }) };
		unsavedTexts.keep(draft.collection, draft.id, unsaved);
	};
	const offer = (draft: OpenDraft, found: UnsavedText | undefined) => {
		close();
		undecided = undefined;
		if (!found) return;
		const differing = differingFields(draft.data.toJS() as Record<string, unknown>, found.values);
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
	/** The text of a form is saved. What was offered is another one. */
	const forget = ({ collection, id }: OpenDraft) => {
		written = undefined;
		unsavedTexts.forget(collection, id);
		if (!undecided) return;
		unsavedTexts.keep(collection, id, undecided);
		if (id !== undefined) return;
		// The form is that of the saved entry from now on.
		close();
		undecided = undefined;
	};
	watchDraft(() => {
		const draft = openDraft();
		if (draft && seen && draft.key === seen.key) {
			if (draft.stored !== seen.stored) forget(seen);
		} else if (draft || seen) {
			// The form is gone, by an error perhaps, before the time to keep its text came.
			if (seen) keep(seen);
			close();
			undecided = undefined;
			if (draft) offer(draft, unsavedTexts.find(draft.collection, draft.id, Date.now()));
		}
		seen = draft;
		if (!draft?.hasChanged) written = undefined;
		if (draft?.hasChanged && draft.data !== written) timer ??= setTimeout(() => keep(), millisecondsBetween);
	});
	window.addEventListener("pagehide", () => keep());
	document.addEventListener("visibilitychange", () => {
		if (document.visibilityState === "hidden") keep();
	});
}
