import { is } from "immutable";
import { type AddedFile, fillForm, type OpenDraft, openDraft, watchDraft } from "../decap-store.ts";

interface Changes {
	readonly values: Readonly<Record<string, unknown>>;
	readonly files: readonly AddedFile[];
}

const none: Changes = { values: {}, files: [] };

/**
 * Keeps what is typed while a save runs. Without this it is lost: Decap takes the whole form for saved, and after some
 * saves it opens the form again with the saved text.
 */
export function keepLateChanges(): void {
	/** The open form as it would be without late changes. */
	let base: OpenDraft | undefined;
	/** Late changes from the forms that were open earlier. */
	let late = none;
	/** The form as it was last seen. */
	let seen: OpenDraft | undefined;
	const fill = () => fillForm(late.values, late.files);
	watchDraft(() => {
		const draft = openDraft();
		if (!draft) return;
		const before = seen;
		seen = draft;
		if (draft.isSaving) {
			if (!before?.isSaving) {
				base = draft;
				late = none;
			}
			return;
		}
		const isOpenedAgain = draft.key !== before?.key;
		if (!base || !before || (!isOpenedAgain && !before.isSaving)) return;
		const hasFailed = !isOpenedAgain && draft.hasChanged;
		if (hasFailed || !isSameEntry(draft, before)) {
			base = undefined;
			late = none;
			return;
		}
		late = joined(late, changesSince(base, before));
		if (isOpenedAgain) base = draft;
		// Decap is about to leave the address of a new entry for that of the saved one, and would ask about the changes.
		if (location.hash.endsWith("/new")) window.addEventListener("hashchange", fill, { once: true });
		else fill();
	});
}

/** Whether a form shows the entry that another one has shown, which may have been a new one. */
function isSameEntry(draft: OpenDraft, before: OpenDraft): boolean {
	return draft.collection === before.collection && (before.slug === "" || draft.slug === before.slug);
}

function changesSince(base: OpenDraft, draft: OpenDraft): Changes {
	return {
		values: draft.data.filter((value, name) => !is(value, base.data.get(name))).toObject(),
		files: draft.addedFiles.filter(({ id }) => base.addedFiles.every((other) => other.id !== id)),
	};
}

function joined(earlier: Changes, later: Changes): Changes {
	return {
		values: { ...earlier.values, ...later.values },
		files: [...earlier.files, ...later.files],
	};
}
