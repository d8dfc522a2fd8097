/** What a list of entries shows and asks for, wherever it is answered: the index, the store and the API. */
import type { EntryState } from "./revisions/states.ts";

/** One line of a list. */
export interface ListedEntry {
	/** Unique in its collection: `2026/11/22-hoi-nghi`, `gioi-thieu`. */
	readonly id: string;
	/** The file below the content folder: `articles/2026/11/22-hoi-nghi.md`. */
	readonly path: string;
	readonly title: string;
	/** As in the file: a moment or a day; absent for entries without a date. */
	readonly date?: string;
	readonly province?: string;
	readonly committee?: string;
	readonly tags: readonly string[];
	readonly state: EntryState;
	/** When it will be published automatically. */
	readonly scheduledFor?: string;
	/** When the published text was withdrawn. */
	readonly withdrawn?: string;
	/** Why it was sent back. */
	readonly reason?: string;
	/** Owner of the pending revision. */
	readonly owner?: { readonly id: string; readonly name: string };
	/** Who made the last change, and when; unknown for published entries without a pending revision. */
	readonly changedBy?: string;
	readonly changedAt?: string;
	readonly words: number;
	/** Number of pictures, including the main one. */
	readonly pictures: number;
	/** Names of authors, committee and province, as readers see them; an unknown id is shown as it is. */
	readonly names: {
		readonly authors: readonly string[];
		readonly committee?: string;
		readonly province?: string;
	};
}

/** With a minus for the other direction. */
export type EntrySort = "date" | "-date" | "title" | "-title" | "changed" | "-changed";

/** What a list is narrowed to. Every given filter must match. */
export interface EntryFilter {
	/** Words to search for, with or without accents. The best come first, unless a sort is asked for. */
	readonly q?: string;
	readonly state?: EntryState | "scheduled" | "withdrawn" | "pending";
	readonly committee?: string;
	readonly province?: string;
	readonly author?: string;
	/** `2026`, or a month `2026-11`. */
	readonly year?: string;
	/** Person who owns the pending revision. */
	readonly owner?: string;
	/** From the answer before. */
	readonly cursor?: string;
}
