import { fillForm, type OpenDraft, openDraft, watchDraft } from "../decap-store.ts";
import { savedFiles } from "../desk/sent-files.ts";
import { differingFields } from "../differing-fields.ts";
import { offerUnsavedText } from "./offer-unsaved-text.ts";
import { unsavedFiles } from "./unsaved-files.ts";
import { type UnsavedText, unsavedKey, unsavedTexts } from "./unsaved-texts.ts";
import { warnNotKept } from "./warn-not-kept.ts";

const millisecondsBetween = 3000;

/**
 * Stores the unsaved text every few seconds and when the page is left, and offers it again when the same person opens
 * the same entry. It is deleted once a save has succeeded.
 */
export function keepUnsavedTexts(person: string): void {
	unsavedTexts.belongTo(person);
	void unsavedFiles.forgetOld(Date.now());
	const keeper = new Keeper();
	watchDraft(() => keeper.look(openDraft()));
	window.addEventListener("pagehide", () => keeper.keep(openDraft()));
	document.addEventListener("visibilitychange", () => {
		if (document.visibilityState === "hidden") keeper.keep(openDraft());
	});
}

class Keeper {
	/** As it was when it was last seen. */
	#seen: OpenDraft | undefined;
	/** The data that were stored last. */
	#written: unknown;
	/** Files of the text as it is kept now. */
	#keptFiles = new WeakSet<File>();
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** Offered, and neither accepted nor discarded yet. */
	#undecided: UnsavedText | undefined;
	#closeOffer = () => {};

	/** To be called when anything about the form has changed. */
	look(draft: OpenDraft | undefined): void {
		const seen = this.#seen;
		if (draft && seen && draft.key === seen.key) {
			if (draft.stored !== seen.stored) this.#forget(seen);
		} else if (draft || seen) {
			// The form is gone, by an error perhaps, before the time to keep its text came.
			if (seen) this.keep(seen);
			warnNotKept(false);
			this.#withdrawOffer();
			if (draft) this.#offer(draft, unsavedTexts.find(draft.collection, draft.id, Date.now()));
		}
		this.#seen = draft;
		// Storing a file takes too long for a page that is being left.
		if (draft) this.#keepFiles(draft);
		if (!draft?.hasChanged) this.#written = undefined;
		else if (draft.data !== this.#written)
			this.#timer ??= setTimeout(() => this.keep(openDraft()), millisecondsBetween);
	}

	keep(draft: OpenDraft | undefined): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		if (!draft?.hasChanged || draft.isGettingId || draft.data === this.#written) return;
		const values = draft.data.toJS() as Record<string, unknown>;
		const earlier = this.#undecided;
		const unsaved = { values, at: Date.now(), ...(earlier && { earlier }) };
		const isKept = unsavedTexts.keep(draft.collection, draft.id, unsaved);
		this.#written = isKept ? draft.data : undefined;
		warnNotKept(!isKept);
	}

	#keepFiles({ collection, id, addedFiles, isGettingId }: OpenDraft): void {
		if (isGettingId) return;
		const added = addedFiles.filter(({ file }) => !savedFiles.has(file) && !this.#keptFiles.has(file));
		if (added.length === 0) return;
		for (const { file } of added) this.#keptFiles.add(file);
		void unsavedFiles.keep(unsavedKey(collection, id), added, Date.now());
	}

	/** The text of a form is saved. What was offered is another one. */
	#forget({ collection, id }: OpenDraft): void {
		this.#written = undefined;
		warnNotKept(false);
		this.#keptFiles = new WeakSet();
		goOnWith(this.#undecided, collection, id);
		// The form is that of the saved entry from now on.
		if (id === undefined) this.#withdrawOffer();
	}

	#offer(draft: OpenDraft, found: UnsavedText | undefined): void {
		this.#withdrawOffer();
		if (!found) return;
		const differing = differingFields(draft.data.toJS() as Record<string, unknown>, found.values);
		if (differing.length === 0) {
			this.#offer(draft, found.earlier);
			return;
		}
		this.#undecided = found;
		const decide = () => {
			this.#undecided = undefined;
			this.#written = undefined;
		};
		this.#closeOffer = offerUnsavedText({
			collection: draft.collection,
			at: found.at,
			fields: differing.map((name) => ({
				name,
				now: draft.data.get(name) as unknown,
				unsaved: found.values[name],
			})),
			onRestore: async () => {
				decide();
				await restore(draft, found, differing);
			},
			onDiscard: () => {
				decide();
				goOnWith(found.earlier, draft.collection, draft.id);
				this.#offer(draft, found.earlier);
			},
		});
	}

	#withdrawOffer(): void {
		this.#closeOffer();
		this.#undecided = undefined;
	}
}

/** Fills the form with the fields of an unsaved text, and with the files that they name. */
async function restore(
	{ collection, id }: OpenDraft,
	found: UnsavedText,
	fields: readonly string[],
): Promise<void> {
	const values = Object.fromEntries(fields.map((name) => [name, found.values[name] ?? null]));
	const text = JSON.stringify(values);
	const files = await unsavedFiles.of(unsavedKey(collection, id));
	fillForm(
		values,
		files.filter(({ name }) => text.includes(name)),
	);
}

/** Keeps what is still undecided of an entry's unsaved texts, and nothing else. */
function goOnWith(undecided: UnsavedText | undefined, collection: string, id: string | undefined): void {
	if (undecided) unsavedTexts.keep(collection, id, undecided);
	else unsavedTexts.forget(collection, id);
}
