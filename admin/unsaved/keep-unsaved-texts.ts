import { fillForm, type OpenDraft, openDraft, watchDraft } from "../decap-store.ts";
import { savedFiles } from "../desk/sent-files.ts";
import { differingFields } from "../differing-fields.ts";
import { offerUnsavedText } from "./offer-unsaved-text.ts";
import { unsavedFiles } from "./unsaved-files.ts";
import { type UnsavedText, unsavedKey, unsavedTexts } from "./unsaved-texts.ts";

const millisecondsBetween = 3000;

/**
 * Stores the unsaved text every few seconds and when the page is left, and offers it again when the same person opens
 * the same entry. It is deleted once a save has succeeded.
 */
export function keepUnsavedTexts(person: string): void {
	unsavedTexts.belongTo(person);
	void unsavedFiles.forgetOld(Date.now());
	let written: unknown;
	let timer: ReturnType<typeof setTimeout> | undefined;
	/** Offered, and neither accepted nor discarded yet. */
	let undecided: UnsavedText | undefined;
	let close = () => {};
	const withdrawOffer = () => {
		close();
		undecided = undefined;
	};
	/** As it was when it was last seen. */
	let seen: OpenDraft | undefined;
	/** Of the text as it is kept now. */
	let keptFiles = new WeakSet<File>();
	const keepFiles = ({ collection, id, addedFiles, isGettingId }: OpenDraft) => {
		if (isGettingId) return;
		const added = addedFiles.filter(({ file }) => !savedFiles.has(file) && !keptFiles.has(file));
		if (added.length === 0) return;
		for (const { file } of added) keptFiles.add(file);
		void unsavedFiles.keep(unsavedKey(collection, id), added, Date.now());
	};
	const keep = (draft = openDraft()) => {
		clearTimeout(timer);
		timer = undefined;
		if (!draft?.hasChanged || draft.isGettingId || draft.data === written) return;
		written = draft.data;
		const values = draft.data.toJS() as Record<string, unknown>;
		const unsaved = { values, at: Date.now(), ...(undecided && { earlier: undecided }) };
		unsavedTexts.keep(draft.collection, draft.id, unsaved);
	};
	const offer = (draft: OpenDraft, found: UnsavedText | undefined) => {
		withdrawOffer();
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
			onRestore: async () => {
				decide();
				const values = Object.fromEntries(differing.map((name) => [name, found.values[name] ?? null]));
				const text = JSON.stringify(values);
				const files = await unsavedFiles.of(unsavedKey(draft.collection, draft.id));
				fillForm(
					values,
					files.filter(({ name }) => text.includes(name)),
				);
			},
			onDiscard: () => {
				decide();
				goOnWith(found.earlier, draft.collection, draft.id);
				offer(draft, found.earlier);
			},
		});
	};
	/** The text of a form is saved. What was offered is another one. */
	const forget = ({ collection, id }: OpenDraft) => {
		written = undefined;
		keptFiles = new WeakSet();
		goOnWith(undecided, collection, id);
		// The form is that of the saved entry from now on.
		if (id === undefined) withdrawOffer();
	};
	watchDraft(() => {
		const draft = openDraft();
		if (draft && seen && draft.key === seen.key) {
			if (draft.stored !== seen.stored) forget(seen);
		} else if (draft || seen) {
			// The form is gone, by an error perhaps, before the time to keep its text came.
			if (seen) keep(seen);
			withdrawOffer();
			if (draft) offer(draft, unsavedTexts.find(draft.collection, draft.id, Date.now()));
		}
		seen = draft;
		// Storing a file takes too long for a page that is being left.
		if (draft) keepFiles(draft);
		if (!draft?.hasChanged) written = undefined;
		if (draft?.hasChanged && draft.data !== written) timer ??= setTimeout(() => keep(), millisecondsBetween);
	});
	window.addEventListener("pagehide", () => keep());
	document.addEventListener("visibilitychange", () => {
		if (document.visibilityState === "hidden") keep();
	});
}

/** Keeps what is still undecided of an entry's unsaved texts, and nothing else. */
function goOnWith(undecided: UnsavedText | undefined, collection: string, id: string | undefined): void {
	if (undecided) unsavedTexts.keep(collection, id, undecided);
	else unsavedTexts.forget(collection, id);
}
