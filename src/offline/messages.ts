/** What pages and the worker say to each other. */
import type { KeptSet, Wish } from "./database.ts";

/** Requests of a page, each answered once. */
export type Question =
	| { readonly kind: "measure"; readonly id: string }
	| ({ readonly kind: "keep" } & Wish)
	| { readonly kind: "cancel"; readonly id: string }
	| { readonly kind: "remove"; readonly id: string }
	| { readonly kind: "update"; readonly id: string }
	| { readonly kind: "list" }
	| { readonly kind: "search"; readonly text: string };

/** A page reports what it loaded before there was a worker. */
export interface ReadMessage {
	readonly kind: "read";
	readonly addresses: readonly string[];
}

/** The size of what can be kept. */
export interface Measure {
	readonly articles: number;
	/** In bytes, on the phone. */
	readonly pages: number;
	readonly pictures: number;
	readonly attachments: number;
	/** Whether it is only the newest part of a long list. */
	readonly isCut: boolean;
	/** Present if it is kept already. */
	readonly kept?: KeptState;
}

/** A set as the kept page shows it. */
export interface KeptState
	extends Pick<KeptSet, "id" | "title" | "articles" | "bytes" | "updatedAt" | "isCut"> {
	/** Files that the browser has deleted. */
	readonly missing: number;
	/** Bytes of a newer state that wait for the reader's consent; absent if there is none. */
	readonly waiting?: number;
}

/** Work that is unfinished. */
export interface Unfinished {
	readonly id: string;
	readonly title: string;
	readonly isRunning: boolean;
}

export interface KeptList {
	readonly sets: readonly KeptState[];
	readonly unfinished: readonly Unfinished[];
}

export type FailureReason = "noWorker" | "network" | "quota" | "changing" | "altered" | "gone" | "cancelled";

/** An article on the phone that matches a query. */
export interface FoundArticle {
	readonly address: string;
	readonly title: string;
	readonly date?: string;
	readonly lead: string;
}

export type Answer =
	| { readonly found: readonly FoundArticle[] }
	| { readonly measure: Measure }
	| { readonly list: KeptList }
	| { readonly done: true }
	| { readonly failure: FailureReason };

/** Sent to all open pages. */
export type News =
	| { readonly kind: "progress"; readonly id: string; readonly done: number; readonly total: number }
	| { readonly kind: "changed" };
