/**
 * The records of what the phone keeps. The bytes are in a cache: pages by their digests, pictures by their addresses.
 */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { SearchableArticle } from "./search-kept.ts";

/** An article, a day, a month or a list that a reader asked to keep. */
export interface KeptSet {
	/** The address of its page. */
	readonly id: string;
	readonly title: string;
	readonly withPictures: boolean;
	/** Absent in records older than this choice. */
	readonly withAttachments?: boolean;
	/** The digest of each page, by address. The page is in the cache under its digest. */
	readonly pages: Readonly<Record<string, string>>;
	readonly pictures: readonly string[];
	readonly attachments?: readonly string[];
	/** Files of the finder's index: the cache address of each, by its address on the site. */
	readonly index?: Readonly<Record<string, string>>;
	readonly articles: number;
	/** Bytes on the phone; shared files count in each set. */
	readonly bytes: number;
	/** Whether it is only the newest part of a long list. */
	readonly isCut: boolean;
	/** Milliseconds since 1970. */
	readonly updatedAt: number;
	/** Bytes of a newer state that wait for the reader's consent. */
	readonly waiting?: number;
}

/** What a reader asked to keep and does not have yet; it remains here if the work is interrupted. */
export interface Wish {
	readonly id: string;
	readonly title: string;
	readonly withPictures: boolean;
	readonly withAttachments?: boolean;
}

interface Schema extends DBSchema {
	sets: { key: string; value: KeptSet };
	wishes: { key: string; value: Wish };
	/** The words of kept articles, by the digests of their pages. */
	texts: { key: string; value: SearchableArticle };
	/** `withdrawn`: addresses that are already removed. `checked`: when changes were last checked for. */
	notes: { key: string; value: unknown };
}

export type Database = IDBPDatabase<Schema>;

/** `removingWorker` of `src/site/offline/service-worker.ts` removes it by this name. */
const databaseName = "doc-ngoai-tuyen";

let opened: Promise<Database> | undefined;

export function openDatabase(): Promise<Database> {
	opened ??= openDB<Schema>(databaseName, 1, {
		upgrade(database) {
			database.createObjectStore("sets", { keyPath: "id" });
			database.createObjectStore("wishes", { keyPath: "id" });
			database.createObjectStore("texts");
			database.createObjectStore("notes");
		},
		// Another tab deletes the database; the next call opens a new one.
		blocking(_current, _blocked, event) {
			(event.target as IDBDatabase).close();
			opened = undefined;
		},
		terminated() {
			opened = undefined;
		},
	});
	opened.catch(() => {
		opened = undefined;
	});
	return opened;
}
