/** The part of Decap's store that we watch and change from outside its components. */
import { store } from "decap-cms-core/dist/esm/redux/index.js";
import { fromJS, type Map as ImmutableMap } from "immutable";

type Values = Readonly<Record<string, unknown>>;

/** The entry in the form. */
export interface OpenDraft {
	readonly collection: string;
	/** Undefined for a new entry. */
	readonly id: string | undefined;
	readonly hasChanged: boolean;
	/** The form's values; the same object as long as nothing has changed. */
	readonly data: ImmutableMap<string, unknown>;
	/** Files that were added in the form and are not saved yet. */
	readonly addedFiles: readonly File[];
}

/** Undefined while no form is open. */
export function openDraft(): OpenDraft | undefined {
	const draft = store.getState().entryDraft;
	const entry = draft.get("entry") as ImmutableMap<string, unknown> | undefined;
	const data = entry?.get("data") as ImmutableMap<string, unknown> | undefined;
	if (!entry || !data || entry.get("partial") === true) return undefined;
	const slug = String(entry.get("slug") ?? "");
	return {
		collection: String(entry.get("collection")),
		id: slug === "" || entry.get("newRecord") === true ? undefined : slug,
		hasChanged: draft.get("hasChanged") === true,
		data,
		addedFiles: addedFilesOf(entry),
	};
}

function addedFilesOf(entry: ImmutableMap<string, unknown>): File[] {
	const files = (entry.get("mediaFiles") ?? []) as Iterable<ImmutableMap<string, unknown>>;
	return [...files].flatMap((each) => {
		const file = "get" in each && each.get("draft") === true ? each.get("file") : undefined;
		return file instanceof File ? [file] : [];
	});
}

export function watchDraft(callback: () => void): () => void {
	return store.subscribe(callback);
}

/** Sets values in the open form, as if somebody had typed them. */
export function fillForm(values: Values): void {
	for (const [name, value] of Object.entries(values)) {
		store.dispatch({
			type: "DRAFT_CHANGE_FIELD",
			payload: { field: fromJS({ name }), value: fromJS(value), metadata: {}, entries: [] },
		});
	}
}
