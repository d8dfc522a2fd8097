/** Texts that are being written and are not saved yet, kept in this browser by person and entry. */

export interface UnsavedText {
	/** The form's fields, `body` among them. */
	readonly values: Readonly<Record<string, unknown>>;
	/** Milliseconds since 1970. */
	readonly at: number;
	/** One before it that was offered and that nobody has decided about yet. */
	readonly earlier?: UnsavedText;
}

const prefix = "tintinh-chua-luu:";
/** Older ones are of no use to anybody. */
const millisecondsKept = 30 * 24 * 60 * 60 * 1000;

let person = "";

function keyOf(collection: string, id: string | undefined): string {
	return `${prefix}${person}:${collection}/${id ?? "new"}`;
}

/** An entry without an id is the one that is being written anew. */
export const unsavedTexts = {
	/** Whose texts these are from now on. */
	belongTo(id: string): void {
		person = id;
	},
	keep(collection: string, id: string | undefined, unsaved: UnsavedText): void {
		const text = JSON.stringify(unsaved);
		try {
			localStorage.setItem(keyOf(collection, id), text);
		} catch {
			// No room: older texts of other entries make place for this one.
			forgetOlderThan(unsaved.at);
			localStorage.setItem(keyOf(collection, id), text);
		}
	},
	find(collection: string, id: string | undefined, now: number): UnsavedText | undefined {
		const text = localStorage.getItem(keyOf(collection, id));
		if (text === null) return undefined;
		const found = JSON.parse(text) as UnsavedText;
		return now - found.at > millisecondsKept ? undefined : found;
	},
	forget(collection: string, id: string | undefined): void {
		localStorage.removeItem(keyOf(collection, id));
	},
};

function forgetOlderThan(moment: number): void {
	for (const key of Object.keys(localStorage)) {
		if (!key.startsWith(prefix)) continue;
		const { at } = JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<UnsavedText>;
		if (at === undefined || at < moment - 60_000) localStorage.removeItem(key);
	}
}
