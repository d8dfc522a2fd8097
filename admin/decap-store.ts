/** The part of Decap's store that we watch and change from outside its components. */
import { loadAsset } from "decap-cms-core/dist/esm/actions/media.js";
import { store } from "decap-cms-core/dist/esm/redux/index.js";
import { fromJS, type Map as ImmutableMap } from "immutable";

type Values = Readonly<Record<string, unknown>>;

/** What `keepForm` adds to Decap's draft. */
export const draftAdditions = {
	/** The form's values as they were last saved or loaded, or as a new form begins. */
	stored: "stored",
	/** The values of the form when the running save began. */
	sent: "sent",
	/** Whether the form has been saved since it was opened. */
	isSaved: "isSaved",
} as const;

/** The entry in the form. */
export interface OpenDraft {
	readonly collection: string;
	/** Undefined for a new entry. */
	readonly id: string | undefined;
	/** A new one for each form. A new entry keeps it when it is saved. */
	readonly key: string;
	/** Whether something in it is not saved. */
	readonly hasChanged: boolean;
	readonly isSaving: boolean;
	/** Whether it is a new entry that has just been saved, and gets its id in a moment. */
	readonly isGettingId: boolean;
	/** The form's values as they were last saved or loaded. */
	readonly stored: unknown;
	/** The form's values; the same object as long as nothing has changed. */
	readonly data: ImmutableMap<string, unknown>;
	/** Files that were added in the form and are not saved yet. */
	readonly addedFiles: readonly AddedFile[];
}

export interface AddedFile {
	readonly id: string;
	/** As the text names it. */
	readonly name: string;
	readonly path: string;
	readonly file: File;
}

/** Undefined while no form is open. */
export function openDraft(): OpenDraft | undefined {
	const draft = store.getState().entryDraft;
	const entry = draft.get("entry") as ImmutableMap<string, unknown> | undefined;
	const data = entry?.get("data") as ImmutableMap<string, unknown> | undefined;
	if (!entry || !data || entry.get("partial") === true) return undefined;
	const slug = String(entry.get("slug") ?? "");
	const id = slug === "" || entry.get("newRecord") === true ? undefined : slug;
	return {
		collection: String(entry.get("collection")),
		id,
		key: String(draft.get("key")),
		hasChanged: draft.get("hasChanged") === true,
		isSaving: entry.get("isPersisting") === true,
		isGettingId: id === undefined && draft.get(draftAdditions.isSaved) === true,
		stored: draft.get(draftAdditions.stored),
		data,
		addedFiles: addedFilesOf(entry),
	};
}

function addedFilesOf(entry: ImmutableMap<string, unknown>): AddedFile[] {
	const files = (entry.get("mediaFiles") ?? []) as Iterable<ImmutableMap<string, unknown>>;
	return [...files].flatMap((each) => {
		if (!("get" in each) || each.get("draft") !== true || !(each.get("file") instanceof File)) return [];
		const { id, name, path, file } = each.toObject() as unknown as AddedFile;
		return { id, name, path, file };
	});
}

export function watchDraft(callback: () => void): () => void {
	return store.subscribe(callback);
}

const sharedFolder = "/media/";

/** Whether a document names a file of the folder that all documents share. */
export function isShared(src: string): boolean {
	return src.startsWith(sharedFolder);
}

/**
 * The address of a shared file; empty while it is being looked up. Decap looks for all files that an article names in
 * the article's own folder.
 */
export function sharedAddress(src: string): string {
	const { config, medias } = store.getState();
	const path = `${config.media_folder}/${src.slice(sharedFolder.length)}`;
	const found = medias[path];
	if (found === undefined) store.dispatch(loadAsset(path));
	if (found?.error) return src;
	return found?.asset ? String(found.asset) : "";
}

/** Sets values in the open form and adds files to it, as if somebody had done so by hand. */
export function fillForm(values: Values, files: readonly AddedFile[] = []): void {
	for (const { id, name, path, file } of files) {
		const url = URL.createObjectURL(file);
		const payload = { id, name, path, file, size: file.size, draft: true, url, displayURL: url };
		store.dispatch({ type: "ADD_DRAFT_ENTRY_MEDIA_FILE", payload });
	}
	for (const [name, value] of Object.entries(values)) {
		store.dispatch({
			type: "DRAFT_CHANGE_FIELD",
			payload: { field: fromJS({ name }), value: fromJS(value), metadata: {}, entries: [] },
		});
	}
}
