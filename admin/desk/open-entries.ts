import { type Entry, formFragment, type SaveAnswer, type StateAnswer } from "../../src/desk/messages.ts";
import { loadAgain } from "../leave-page.ts";

type Listener = () => void;

/** The record of an entry that the form has open or has saved. */
export type KnownEntry = Pick<Entry, "id" | "text" | "revision" | "state" | "published"> &
	Partial<Entry> & {
		/** What the form was saved with, where it does not show what the server has merged into that. */
		readonly shown?: string;
	};

const known = new Map<string, KnownEntry>();
const listeners = new Set<Listener>();
let isReopening = false;

function keyOf(collection: string, id: string): string {
	return `${collection}/${id}`;
}

function keep(collection: string, entry: KnownEntry): void {
	known.set(keyOf(collection, entry.id), entry);
	tellListeners();
}

function tellListeners(): void {
	for (const listener of listeners) listener();
}

/** The entries that were opened since the page loaded, each at the revision that the form shows. */
export const openEntries = {
	get(collection: string, id: string): KnownEntry | undefined {
		return known.get(keyOf(collection, id));
	},
	/** The article whose files are in a folder below the content folder. */
	ofFolder(folder: string): KnownEntry | undefined {
		return known.get(folder);
	},
	set(collection: string, id: string, entry: Entry): void {
		keep(collection, { ...entry, id });
	},
	saved(collection: string, { id, revision, state, text }: SaveAnswer, shown?: string): void {
		const { shown: _, ...before } = known.get(keyOf(collection, id)) ?? { published: false };
		keep(collection, { ...before, id, revision, state, text, ...(shown !== undefined && { shown }) });
	},
	/** Records what the server has now of an open entry, beside the text that the form shows. */
	refreshed(collection: string, id: string, entry: Entry): void {
		const { text, revision, shown }: KnownEntry = known.get(keyOf(collection, id)) ?? entry;
		keep(collection, { ...entry, id, text, revision, ...(shown !== undefined && { shown }) });
	},
	changed(collection: string, id: string, { revision, state, scheduledFor }: StateAnswer): void {
		const entry = known.get(keyOf(collection, id));
		if (!entry) return;
		const { scheduledFor: _, ...rest } = entry;
		keep(collection, {
			...rest,
			revision,
			state,
			...(scheduledFor && { scheduledFor }),
			...(state === "published" && { published: true }),
		});
	},
	/** Whether the page is about to load again, which would cut off any other request. */
	get isReopening(): boolean {
		return isReopening;
	},
	/** Loads the page of an entry again, once Decap has finished its save. */
	reopen(collection: string, id: string): void {
		isReopening = true;
		tellListeners();
		setTimeout(() => {
			location.replace(formFragment(collection, id));
			loadAgain();
		}, 300);
	},
	/** Calls back at each change; returns a function that stops it. */
	listen(listener: Listener): () => void {
		listeners.add(listener);
		return () => listeners.delete(listener);
	},
};
