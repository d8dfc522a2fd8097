/** Stores unsaved texts in this browser, by person and entry. */
import { millisecondsKept, unsavedFiles } from "./unsaved-files.ts";

export interface UnsavedText {
	/** The form's fields, including `body`. */
	readonly values: Readonly<Record<string, unknown>>;
	/** Milliseconds since 1970. */
	readonly at: number;
	/** An earlier one that was offered and is still undecided. */
	readonly earlier?: UnsavedText;
}

const prefix = "tintinh-chua-luu:";

let person = "";

/** The key of an entry's unsaved text. */
export function unsavedKey(collection: string, id: string | undefined): string {
	return `${prefix}${person}:${collection}/${id ?? "new"}`;
}

/** An entry without an id is a new one. */
export const unsavedTexts = {
	/** Sets the person whose texts these are. */
	belongTo(id: string): void {
		person = id;
	},
	/** If there is no room, older texts of other entries are deleted. @returns whether it is kept */
	keep(collection: string, id: string | undefined, unsaved: UnsavedText): boolean {
		const key = unsavedKey(collection, id);
		const text = JSON.stringify(unsaved);
		if (isStored(key, text)) return true;
		forgetOlderThan(unsaved.at);
		return isStored(key, text);
	},
	find(collection: string, id: string | undefined, now: number): UnsavedText | undefined {
		const text = localStorage.getItem(unsavedKey(collection, id));
		if (text === null) return undefined;
		const found = JSON.parse(text) as UnsavedText;
		return now - found.at > millisecondsKept ? undefined : found;
	},
	forget(collection: string, id: string | undefined): void {
		forgetKey(unsavedKey(collection, id));
	},
};

/** Stores a text. @returns false if the browser refuses, as one that has no room does */
function isStored(key: string, text: string): boolean {
	try {
		localStorage.setItem(key, text);
		return true;
	} catch {
		return false;
	}
}

function forgetKey(key: string): void {
	localStorage.removeItem(key);
	void unsavedFiles.forget(key);
}

function forgetOlderThan(moment: number): void {
	for (const key of Object.keys(localStorage)) {
		if (!key.startsWith(prefix)) continue;
		const { at } = JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<UnsavedText>;
		if (at === undefined || at < moment - 60_000) forgetKey(key);
	}
}
