/**
 * The desk's HTTP API: the types of its requests and answers, and the few constants that both sides need.
 * Browser code imports this file and nothing else of `src/desk`. Everything is JSON below `apiPath`; moments are ISO
 * 8601 with `+07:00`.
 */

import type { ListedEntry } from "./listed-entry.ts";
import type { Person } from "./people.ts";
import { documentCollections, type EntryState, type StateTarget } from "./revisions/states.ts";

export { type Person, type Role, type RoleGrant, roles } from "./people.ts";
export { type EntryState, entryStates, type StateTarget, stateTargets } from "./revisions/states.ts";

/** The page of the editor, whose forms are fragments of its address. */
export const editorPath = "/admin/";

/** The API's path on the site's origin. */
export const apiPath = `${editorPath}api`;

/** The desk's start page. */
export const deskPath = "/ban-lam-viec/";

/** The page of each of the desk's sections. */
export const sectionAddresses = {
	start: deskPath,
	articles: `${deskPath}bai-viet/`,
	calendar: `${deskPath}lich/`,
	media: `${deskPath}anh/`,
	pages: `${deskPath}trang/`,
	comments: `${deskPath}y-kien/`,
	statistics: `${deskPath}thong-ke/`,
	trash: `${deskPath}thung-rac/`,
	people: `${deskPath}nguoi-dung/`,
} as const;

/** The desk's navigation alone, for the form; `?muc=articles` where an article is open. */
export const navigationPath = `${deskPath}dieu-huong/`;

/** The sign-in page. */
export const signInPath = `${deskPath}dang-nhap/`;

/** The parameter of the pages for signing in that names the address to which they lead back. */
export const nextParameter = "tiep";

/** A page for signing in that leads back to an address of this origin. */
export function leadingBack(path: string, next: string): string {
	return `${path}?${nextParameter}=${encodeURIComponent(next)}`;
}

/** The form of an entry, as the fragment of the editor's address. */
export function formFragment(collection: string, id: string): string {
	return `#/collections/${collection}/entries/${id}`;
}

/** The form of a new entry, as the fragment of the editor's address. */
export function newFormFragment(collection: string): string {
	return `#/collections/${collection}/new`;
}

const historyPath = `${deskPath}lich-su/`;

/** The pages with the versions of entries, as a pattern for the server. */
export const historyPattern = `${historyPath}:collection/:id/`;

/** The page with the versions of an entry. */
export function historyAddress(collection: string, id: string): string {
	return `${historyPath}${collection}/${encodeURIComponent(id)}/`;
}

/**
 * A changing request carries this header, with any value. A form of another site cannot send it without a preflight
 * request, which the server refuses.
 */
export const deskHeader = "X-Tintinh-Desk";

/** With `?rong=160` or `480`, the address of a picture gives a thumbnail of that width in pixels. */
export const widthParameter = "rong";

/** `GET /session`; 401 without a session. */
export interface Session {
	readonly person: Person;
	/** Whether this is the desk of `npm start`, which has no accounts. */
	readonly local: boolean;
}

/** What can be edited; each is a folder or file of the content. */
export const collections = [...documentCollections, "settings"] as const;
export type Collection = (typeof collections)[number];

export interface EntrySummary extends ListedEntry {
	readonly authors: readonly string[];
	/** Address of a thumbnail. */
	readonly image?: string;
	/** Whether readers have a version of it, whatever is pending. */
	readonly published: boolean;
}

/**
 * Ids have slashes: in addresses of the API they are encoded by `encodeURIComponent(id)`.
 *
 * `GET /entries/:collection?q=&cursor=&limit=&state=&committee=&province=&author=&tag=&year=&owner=&sort=`, where
 * `state` is a state, `scheduled`, `withdrawn` or `pending`, and `sort` is `date`, `title` or `changed`, with a minus
 * for the other way.
 *
 * `GET /waiting?state=&limit=`: the articles that the person should revise, approve or publish, longest waiting first in
 * each state.
 */
export interface EntryList {
	readonly entries: readonly EntrySummary[];
	/** Passed as `cursor` to get the next entries; null at the end. */
	readonly cursor: string | null;
	/** Number of all matching entries. */
	readonly count: number;
}

/** A person who has an entry open. */
export interface OpenBy {
	readonly id: string;
	readonly name: string;
	readonly since: string;
}

/** A file of an entry: a picture or an attachment in its folder. */
export interface EntryAsset {
	/** Below the content folder. */
	readonly path: string;
	readonly size: number;
	/** Its address at the desk, pending or published. */
	readonly address: string;
}

/** `GET /entries/:collection/:id`. With `optional`, a missing entry is answered with 204 instead of 404. */
export interface Entry extends EntrySummary {
	/** The whole file: the pending text, if there is one. */
	readonly text: string;
	/** Identifies this text in later requests (`base`). */
	readonly revision: string;
	readonly openBy: readonly OpenBy[];
	readonly assets: readonly EntryAsset[];
	/** Notes about the pending text, oldest first. */
	readonly notes: readonly { readonly by: string; readonly at: string; readonly text: string }[];
	/** Address of the readers' page, once there is one. */
	readonly address?: string;
	/** Actions that this person may take now. */
	readonly may: {
		readonly edit: boolean;
		readonly remove: boolean;
		readonly discard: boolean;
		readonly to: readonly StateTarget[];
	};
}

/** `PUT /entries/:collection/:id`. A new entry has no base; the server may give it another id than requested. */
export interface SaveRequest {
	readonly text: string;
	readonly base: string | null;
	/**
	 * The text that was edited, where the form does not show the base: the last save was merged with another person's
	 * changes while somebody went on writing.
	 */
	readonly shown?: string;
	/** After a conflict with what readers see (`isPublished`): its `revision`, once the text takes it into account. */
	readonly onto?: string;
	/** New files: `upload` as returned by `POST /uploads`, `path` below the content folder. */
	readonly assets: readonly { readonly path: string; readonly upload: string }[];
}

export interface SaveAnswer {
	readonly id: string;
	readonly path: string;
	readonly revision: string;
	readonly state: EntryState;
	/** What is stored now. With `merged`, it contains another person's changes. */
	readonly text: string;
	readonly merged: boolean;
}

/** Two texts for one field. `field` is `body` for the text below the front matter. */
export interface FieldConflict {
	readonly field: string;
	/** As written in the file; absent if the field was not there. */
	readonly base?: string;
	readonly yours?: string;
	readonly theirs?: string;
}

/** 409: another person has saved the same field. Nothing is lost; `revision` is the base of the next attempt. */
export interface Conflict {
	readonly by: string;
	readonly at: string;
	readonly fields: readonly FieldConflict[];
	readonly theirs: string;
	readonly revision: string;
	/**
	 * Whether their text is what readers see. Then there is no pending text to save over, and the next attempt passes
	 * `onto`.
	 */
	readonly isPublished: boolean;
}

export interface ConflictAnswer {
	readonly message: string;
	readonly conflict: Conflict;
}

/** What keeps a text from being saved or published; in Vietnamese. */
export interface Problem {
	readonly file: string;
	readonly line?: number;
	readonly field?: string;
	readonly message: string;
	readonly remedy?: string;
}

/** 422 */
export interface ProblemsAnswer {
	readonly message: string;
	readonly problems: readonly Problem[];
}

/** Every other refusal (400, 401, 403, 404, 413, 415, 429, 503): a sentence for the editor, in Vietnamese. */
export interface ErrorAnswer {
	readonly message: string;
}

/**
 * `POST /entries/:collection/:id/state`. `published` with `at` schedules. `withdrawn` needs a reason, and so does
 * `writing` when it sends back.
 */
export interface StateRequest {
	readonly to: StateTarget;
	readonly base: string;
	readonly reason?: string;
	/** When it goes online. */
	readonly at?: string;
}

export interface StateAnswer {
	readonly revision: string;
	readonly state: EntryState;
	readonly scheduledFor?: string;
	/** Identifies the build that brings it online, in events of the kind `online`. */
	readonly online?: string;
}

/**
 * `DELETE /entries/:collection/:id` moves the entry into the trash. With `pendingOnly`, what readers see stays, and
 * only the pending text goes.
 */
export interface DeleteRequest {
	readonly base: string;
	readonly pendingOnly?: boolean;
}

/** `GET /entries/:collection/:id/uses`: what links to an entry or references it. */
export interface EntryUses {
	readonly uses: readonly { readonly collection: Collection; readonly id: string; readonly title: string }[];
	/** Pictures and attachments that only this entry uses; they are deleted with it. */
	readonly files: readonly string[];
}

/** `GET /entries/:collection/:id/history`, newest first. `GET …/history/:commit` gives `{text}`. */
export interface HistoryItem {
	readonly commit: string;
	readonly by: string;
	readonly at: string;
	/** What was done, in Vietnamese. */
	readonly what: string;
	/** Whether it was published. */
	readonly published: boolean;
}

/** `POST /entries/:collection/:id/restore` makes a pending revision of an older text. */
export interface RestoreRequest {
	readonly commit: string;
	readonly base: string;
}

/** `POST /entries/:collection/:id/presence`, every 30 s while it is open; `leaving` when the page goes. */
export interface PresenceRequest {
	readonly taking?: boolean;
	readonly leaving?: boolean;
}

export interface PresenceAnswer {
	readonly openBy: readonly OpenBy[];
}

/** `GET /relations/:collection?q=&limit=&on=`: also for `provinces` and `tags`. */
export interface RelationAnswer {
	readonly options: readonly RelationOption[];
}

export interface RelationOption {
	/** The field's value. */
	readonly id: string;
	readonly title: string;
	/** "đã dùng 214 lần", "tỉnh, từ 01/07/2025" */
	readonly hint?: string;
}

/** `POST /uploads?name=<file name>` with the file as the body. */
export interface UploadAnswer {
	/** Its key for `SaveRequest.assets`. */
	readonly upload: string;
	/** A safe name with the extension of the stored type: HEIC becomes JPEG. */
	readonly name: string;
	readonly type: string;
	readonly bytes: number;
	readonly width?: number;
	readonly height?: number;
	/** Its address at the desk until it is saved. */
	readonly address: string;
}

/** `POST /entries/:collection/:id/preview`: an unsaved text, with files that were uploaded for it. */
export interface PagePreviewRequest {
	readonly text: string;
	readonly assets: readonly { readonly path: string; readonly upload: string }[];
}

/** The page as readers would get it. */
export interface PagePreview {
	/** Its address, for the person who asked; absent if no page can be made. */
	readonly address?: string;
	/** Problems that prevent publishing. */
	readonly problems: readonly Problem[];
	/** Warnings. */
	readonly warnings: readonly Problem[];
}

/**
 * `POST /entries/:collection/:id/preview-links`: a link for people without an account. Only this answer contains it.
 */
export interface PreviewAnswer {
	readonly address: string;
	readonly until: string;
}

/** `GET /entries/:collection/:id/preview-links`; `DELETE …/preview-links/:name` revokes one. */
export interface PreviewLinkList {
	readonly links: readonly { readonly name: string; readonly by: string; readonly until: string }[];
}

/** Events of `GET /events`; the name of each is its `kind`. */
export type DeskEvent =
	/** A build: `building`, then one of the others; `online` lists what went online. */
	| {
			readonly kind: "online";
			readonly job: string;
			readonly step: "building" | "deploying" | "online" | "failed";
			readonly entries: readonly { readonly id: string; readonly title: string; readonly address: string }[];
			/** What went wrong, by file. */
			readonly problems?: readonly Problem[];
			readonly message: string;
	  }
	/** The site was rebuilt: under `npm start`, its pages reload. */
	| { readonly kind: "built" }
	| {
			readonly kind: "presence";
			readonly collection: Collection;
			readonly id: string;
			readonly openBy: readonly OpenBy[];
	  }
	| {
			readonly kind: "changed";
			readonly collection: Collection;
			readonly id: string;
			readonly state?: EntryState;
			readonly revision?: string;
			readonly by: string;
	  };
