import { EditorialWorkflowError } from "decap-cms-lib-util";
import {
	apiPath,
	type Entry,
	type EntryState,
	formFragment,
	type SaveAnswer,
	type SaveRequest,
	type StateAnswer,
	type StateTarget,
} from "../../src/desk/messages.ts";
import {
	collections,
	fieldLabel,
	isCollectionName,
	newArticleFolder,
	type Values,
} from "../../src/editor/forms/index.ts";
import { differingFields } from "../differing-fields.ts";
import { documentFormats } from "../document-formats.ts";
import { showStored } from "../keep-form.ts";
import { strings } from "../strings.ts";
import { askWhichText } from "./conflict-dialog.ts";
import { askDesk, ConflictError, DeskError, entryPath, readSession } from "./desk-client.ts";
import { withFields } from "./document-fields.ts";
import { EnterDesk } from "./enter-desk.ts";
import { leadFromMissingEntry } from "./lead-to-desk.ts";
import { openEntries } from "./open-entries.ts";
import { forgetSentFiles, savedFiles, sendFiles } from "./sent-files.ts";

/** Decap's names of the desk's states. */
const workflowStatus: Readonly<Record<Exclude<EntryState, "published">, string>> = {
	writing: "draft",
	review: "pending_review",
	approved: "pending_publish",
};

interface FileToSave {
	readonly path: string;
	readonly raw: string;
}

interface AssetToSave {
	readonly path: string;
	readonly fileObj?: File;
}

interface EntryKey {
	readonly collection: string;
	readonly id: string;
}

/**
 * Decap's backend for the desk's server: saves with their base revision, states under Decap's names.
 */
export class DeskBackend {
	/** What Decap has just asked for as a pending text; it asks for the published one next. */
	readonly #looked = new Map<string, Entry | undefined>();
	/** Saves after which Decap looks for the entry again. */
	readonly #saved = new Set<string>();

	isGitBackend() {
		return false;
	}

	async status() {
		return { auth: { status: true }, api: { status: true, statusPage: "" } };
	}

	authComponent() {
		return EnterDesk;
	}

	async restoreUser() {
		return await this.authenticate();
	}

	async authenticate() {
		const session = await readSession();
		if (!session) throw new DeskError(401, strings.desk.signInFirst);
		return { name: session.person.name, login: session.person.name, token: "" };
	}

	async logout() {}

	async getToken() {
		return "";
	}

	/** Empty, as lists are pages of the desk. Decap asks for one with every form, but does not show it. */
	async entriesByFolder() {
		return [];
	}

	async entriesByFiles(files: readonly { readonly path: string }[]) {
		return await Promise.all(files.map(({ path }) => this.getEntry(path)));
	}

	async getEntry(path: string) {
		const key = keyOfPath(path);
		const name = entryPath(key.collection, key.id);
		const entry = this.#looked.has(name) ? this.#looked.get(name) : await this.#find(key);
		this.#looked.delete(name);
		if (entry) return { file: { path, id: entry.revision }, data: entry.text };
		if (location.hash.startsWith(formFragment(key.collection, ""))) {
			await leadFromMissingEntry(key.collection);
		}
		throw new DeskError(404, strings.desk.noEntry);
	}

	/** Undefined if there is none, which is no error: Decap asks whether the address of a new entry is free. */
	async #find({ collection, id }: EntryKey): Promise<Entry | undefined> {
		const name = entryPath(collection, id);
		const entry = await askDesk<Entry | undefined>(`${name}?optional=true`);
		const isSaved = this.#saved.delete(name);
		if (!entry) return undefined;
		// The form still shows what was saved, even if somebody else has saved since.
		if (isSaved) openEntries.refreshed(collection, id, entry);
		else openEntries.set(collection, id, entry);
		return entry;
	}

	/** The board of pending texts is a page of the desk, so Decap needs none of them. */
	async unpublishedEntries() {
		return [];
	}

	async unpublishedEntry({ collection, slug }: { readonly collection: string; readonly slug: string }) {
		const entry = await this.#find({ collection, id: slug });
		if (!entry || entry.state === "published") {
			this.#looked.set(entryPath(collection, slug), entry);
			throw new EditorialWorkflowError(strings.desk.noPendingText, true);
		}
		return {
			collection,
			slug,
			status: workflowStatus[entry.state],
			diffs: [{ path: entry.path, newFile: !entry.published, id: entry.revision }],
			updatedAt: entry.changedAt ?? "",
			pullRequestAuthor: entry.changedBy,
		};
	}

	async unpublishedEntryDataFile(collection: string, slug: string) {
		const known = openEntries.get(collection, slug) ?? (await this.#find({ collection, id: slug }));
		if (!known) throw new DeskError(404, strings.desk.noEntry);
		return known.text;
	}

	async updateUnpublishedEntryStatus(collection: string, slug: string, status: string) {
		const states = Object.entries(workflowStatus) as [Exclude<EntryState, "published">, string][];
		const to = states.find(([, word]) => word === status)?.[0];
		if (to) await changeState(collection, slug, to);
	}

	async publishUnpublishedEntry(collection: string, slug: string) {
		await changeState(collection, slug, "published");
	}

	/**
	 * Saves a document with its new files. If another person has saved the same field, both texts are shown, and the
	 * save continues with the editor's choice.
	 */
	async persistEntry(
		entry: { readonly dataFiles: readonly FileToSave[]; readonly assets: readonly AssetToSave[] },
		{ newEntry = false }: { readonly newEntry?: boolean } = {},
	) {
		const [file] = entry.dataFiles;
		if (!file) return;
		const { collection, id } = keyOfPath(file.path);
		const folder = id.slice(id.lastIndexOf("/") + 1);
		const named = file.raw.replaceAll(`${newArticleFolder}/`, `${folder}/`);
		const files = entry.assets.flatMap(({ path, fileObj: file }) => {
			if (!file) return [];
			// A file that was added while a new article was saved for the first time has no folder yet.
			return [{ path: path.replace(/^articles\/(?=[^/]+$)/, `articles/${id}/`), file }];
		});
		const added = files.filter(({ file }) => !savedFiles.has(file));
		let sent = named;
		const save = async () => {
			// The form may still name saved files as they were called before the server converted them.
			const { text, assets } = await sendFiles(named, files);
			sent = text;
			const unsaved = assets.filter((_, at) => added.some((file) => file === files[at]));
			return await this.#save({ collection, id }, text, unsaved, newEntry);
		};
		const answer = await save().catch((error: unknown) => {
			if (!(error instanceof DeskError) || error.status !== 410) throw error;
			forgetSentFiles(added);
			return save();
		});
		if (!answer) throw new DeskError(409, strings.conflict.notSaved);
		for (const { file } of added) savedFiles.add(file);
		if (answer.id !== id) {
			openEntries.saved(collection, answer);
			openEntries.reopen(collection, answer.id);
			return;
		}
		const isShown = showStored(changesOfServer(collection, named, answer.text));
		// What another person has changed, and the form does not show, is merged again with the next save.
		const shown = answer.merged && !isShown ? sent : undefined;
		const before = openEntries.get(collection, id)?.state;
		openEntries.saved(collection, answer, shown);
		this.#saved.add(entryPath(collection, id));
		if (before !== undefined && before !== answer.state) await refresh({ collection, id });
	}

	/**
	 * With a field in conflict, the save has two steps: first with the other person's text in that field, so that
	 * everything else is merged; then with the chosen text. So both texts are in the history.
	 */
	async #save(
		{ collection, id }: EntryKey,
		text: string,
		assets: readonly { path: string; upload: string }[],
		isNew: boolean,
	): Promise<SaveAnswer | undefined> {
		const { revision: base = null, shown } = (isNew ? undefined : openEntries.get(collection, id)) ?? {};
		const put = (request: Pick<SaveRequest, "text" | "base" | "shown">) =>
			askDesk<SaveAnswer>(entryPath(collection, id), { method: "PUT", body: { ...request, assets } });
		const chosen = new Map<string, string | undefined>();
		let current = text;
		for (;;) {
			try {
				const answer = await put({ text: current, base, ...(shown !== undefined && { shown }) });
				if (chosen.size === 0) return answer;
				return await put({ text: withFields(answer.text, chosen), base: answer.revision });
			} catch (error) {
				if (!(error instanceof ConflictError)) throw error;
				const { conflict } = error;
				const resolution = await askWhichText(conflict, (field) => labelOf(collection, field));
				if (!resolution) return undefined;
				for (const [field, value] of resolution) chosen.set(field, value);
				const theirs = conflict.fields.map(({ field, theirs: text }): [string, string | undefined] => [
					field,
					text,
				]);
				current = withFields(current, new Map(theirs));
			}
		}
	}

	/** Decap opens no form before it has an answer. The files of a folder are those of the entry that is open. */
	async getMedia(folder = "") {
		const { assets = [] } = openEntries.ofFolder(folder) ?? {};
		return assets.map(({ path, size, address }) => {
			return { id: path, name: nameOf(path), path, size, url: address, displayURL: address };
		});
	}

	async getMediaDisplayURL(displayURL: string) {
		return displayURL;
	}

	async getMediaFile(path: string) {
		return { id: path, name: nameOf(path), path, url: mediaAddress(path) };
	}

	async persistMedia() {
		throw new DeskError(0, strings.desk.addWithinEntry);
	}

	async getDeployPreview() {
		return null;
	}
}

/** The label of a field in the form. */
function labelOf(collection: string, field: string): string {
	if (field === "body" || !isCollectionName(collection)) return strings.body.label;
	return fieldLabel(collections[collection].schema, field.split("."));
}

/** The fields that the server stored otherwise than they were sent, with the stored values. */
function changesOfServer(collection: string, sent: string, stored: string): Record<string, unknown> {
	if (sent === stored || !isCollectionName(collection)) return {};
	const { fromFile } = documentFormats[collection];
	const [before, after] = [fromFile(sent), fromFile(stored)] as [Values, Values];
	return Object.fromEntries(differingFields(before, after).map((name) => [name, after[name]]));
}

/** A state that the form's buttons request; the server decides. */
async function changeState(collection: string, id: string, to: StateTarget): Promise<void> {
	const base = openEntries.get(collection, id)?.revision;
	if (base === undefined) throw new DeskError(0, strings.desk.unexpected);
	const answer = await askDesk<StateAnswer>(`${entryPath(collection, id)}/state`, {
		method: "POST",
		body: { to, base },
	});
	openEntries.changed(collection, id, answer);
}

/** `articles/2026/11/22-hoi-nghi.md` → articles, 2026/11/22-hoi-nghi */
function keyOfPath(path: string): EntryKey {
	if (path === "site.yml") return { collection: "settings", id: "site" };
	const slash = path.indexOf("/");
	return { collection: path.slice(0, slash), id: path.slice(slash + 1).replace(/\.(?:md|yml)$/, "") };
}

/** The address of a file of the content folder: an article's, or a shared one. */
function mediaAddress(path: string): string {
	const encoded = (text: string) => text.split("/").map(encodeURIComponent).join("/");
	const [, id, name] = /^articles\/(\d{4}\/\d{2}\/[^/]+)\/(.+)$/.exec(path) ?? [];
	if (id === undefined || name === undefined) return `${apiPath}/media/${encoded(path)}`;
	return `${apiPath}${entryPath("articles", id)}/files/${encoded(path)}`;
}

function nameOf(path: string): string {
	return path.slice(path.lastIndexOf("/") + 1);
}

/** What may be done with an entry depends on its state. Without an answer the buttons stay, and the server decides. */
async function refresh({ collection, id }: EntryKey): Promise<void> {
	const now = await askDesk<Entry>(entryPath(collection, id)).catch(() => undefined);
	if (now) openEntries.refreshed(collection, id, now);
}
