import type { SoughtText } from "../../search/lists/sought-text.ts";
import type { EntryFilter, EntrySort } from "../listed-entry.ts";
import type { EntryState } from "../revisions/states.ts";
import type { Facts, SearchableFacts } from "./facts.ts";

/** The state of an entry. */
export interface EntryStatus {
	readonly state: EntryState;
	readonly isPublished: boolean;
	/** When it will be published automatically. */
	readonly scheduledFor?: string;
	/** Id of the person who owns the pending revision. */
	readonly owner?: string;
	/** Of the pending revision. */
	readonly changedAt?: string;
}

export interface IndexedEntry {
	readonly id: string;
	readonly facts: Facts;
	readonly status: EntryStatus;
}

export interface IndexQuery extends Omit<EntryFilter, "q"> {
	/** The understandings of what was typed; the first that finds something counts. */
	readonly sought?: readonly SoughtText[] | undefined;
	/** Key of a tag's name (`spellingKey`). */
	readonly tag?: string;
	/** @default of articles the best first where words are sought, else the newest; of all others by title */
	readonly sort?: EntrySort | undefined;
	readonly limit: number;
	/** Milliseconds since 1970. What is dated later is scheduled, also if it was written in Git. @default nothing is */
	readonly now?: number;
}

export interface IndexPage {
	readonly entries: readonly IndexedEntry[];
	readonly cursor: string | null;
	readonly count: number;
}

/** The entries of a collection, as they are found and listed. */
export interface EntryIndex {
	readonly size: number;
	set(id: string, facts: SearchableFacts, status: EntryStatus): void;
	delete(id: string): void;
	get(id: string): IndexedEntry | undefined;
	find(query: IndexQuery): IndexPage;
	/** How many entries have a tag, by its name as written. */
	tags(): ReadonlyMap<string, number>;
	/** Ids of the entries that reference an article or a file. */
	referring(to: string): readonly string[];
	/** Those of the files that no entry references. */
	unreferred(files: readonly string[]): readonly string[];
}
