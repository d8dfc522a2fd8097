/** Stores the files of unsaved texts in this browser: the storage of the texts holds text only. */
import type { AddedFile } from "../decap-store.ts";

/** What a browser keeps for one text; further files have to be chosen again. */
const mostBytes = 150_000_000;
/** How long texts and their files are kept. */
export const millisecondsKept = 30 * 24 * 60 * 60 * 1000;
const database = "tintinh-chua-luu";
const table = "files";

interface Kept {
	readonly at: number;
	readonly files: readonly AddedFile[];
}

/** By the key of the text. */
export const unsavedFiles = {
	/** Adds files to those of a text. */
	async keep(key: string, added: readonly AddedFile[], now: number): Promise<void> {
		await change(async (store) => {
			const before = (await answerOf<Kept | undefined>(store.get(key)))?.files ?? [];
			const all = [...added, ...before.filter(({ name }) => added.every((file) => file.name !== name))];
			let bytes = 0;
			const files = all.filter(({ file }) => {
				bytes += file.size;
				return bytes <= mostBytes;
			});
			store.put({ at: now, files } satisfies Kept, key);
		});
	},
	async of(key: string): Promise<readonly AddedFile[]> {
		let found: Kept | undefined;
		await change(async (store) => {
			found = await answerOf<Kept | undefined>(store.get(key));
		});
		return found?.files ?? [];
	},
	async forget(key: string): Promise<void> {
		await change(async (store) => void store.delete(key));
	},
	async forgetOld(now: number): Promise<void> {
		await change(async (store) => {
			for (const key of await answerOf(store.getAllKeys())) {
				const kept = await answerOf<Kept | undefined>(store.get(key));
				if (kept && now - kept.at > millisecondsKept) store.delete(key);
			}
		});
	},
};

/** A browser that has no room, or stores nothing, keeps no files; the form says which are missing. */
async function change(act: (store: IDBObjectStore) => Promise<void>): Promise<void> {
	try {
		const opening = indexedDB.open(database, 1);
		opening.onupgradeneeded = () => opening.result.createObjectStore(table);
		const opened = await answerOf(opening);
		const transaction = opened.transaction(table, "readwrite");
		const isDone = new Promise((resolve, reject) => {
			transaction.oncomplete = resolve;
			transaction.onabort = () => reject(transaction.error);
		});
		await Promise.all([act(transaction.objectStore(table)), isDone]);
		opened.close();
	} catch (error) {
		console.warn(error);
	}
}

function answerOf<Answer>(request: IDBRequest<Answer>): Promise<Answer> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
}
