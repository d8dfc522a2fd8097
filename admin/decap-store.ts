/** Decap's own store of what is open, as far as it is watched and changed from outside its components. */
import { store } from "decap-cms-core/dist/esm/redux/index.js";
import { fromJS, type Map as ImmutableMap } from "immutable";

type Values = Readonly<Record<string, unknown>>;

/** The entry in the form. */
export interface OpenDraft {
	readonly collection: string;
	/** Undefined for one that is being written anew. */
	readonly id: string | undefined;
	readonly hasChanged: boolean;
	/** The form's values; the same object as long as nothing has changed. */
	readonly data: ImmutableMap<string, unknown>;
	/** Files that the form has added and that are not saved yet. */
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

/** Puts values into the open form, as if somebody had typed them. */
export function fillForm(values: Values): void {
	for (const [name, value] of Object.entries(values)) {
		store.dispatch({
			type: "DRAFT_CHANGE_FIELD",
			payload: { field: fromJS({ name }), value: fromJS(value), metadata: {}, entries: [] },
		});
	}
}
