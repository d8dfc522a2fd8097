/**
 * What the desk's HTTP API says: the shapes of its requests and answers, and the few constants that both sides need.
 * Browser code imports this file and nothing else of `src/desk`. Everything is JSON below `apiPath`; moments are ISO
 * 8601 with `+07:00`.
 */

import type { Person } from "./people.ts";
import type { EntryState, StateTarget } from "./revisions/states.ts";

export { type Person, type Role, type RoleGrant, roles } from "./people.ts";
export { type EntryState, entryStates, type StateTarget, stateTargets } from "./revisions/states.ts";

/** Where the API answers, below the site's own origin. */
export const apiPath = "/admin/api";

/** Where people sign in; `?tiep=<address>` leads back after it. */
export const signInPath = "/ban-lam-viec/dang-nhap/";

/** The desk's start page. */
export const deskPath = "/ban-lam-viec/";

/**
 * A changing request names the page's own origin by this header, with any value. A form of another site cannot send
 * it without a question that the server refuses.
 */
export const deskHeader = "X-Tintinh-Desk";

/** With `?rong=160` or `480` the address of a picture gives a small one of that width in pixels. */
export const widthParameter = "rong";

/** Answers of lists hold so many entries unless `limit` says otherwise. */
export const entriesPerAnswer = 50;

/** `GET /session`; 401 without one. */
export interface Session {
	readonly person: Person;
	/** Whether this is the editor of `npm start`, who needs no account. */
	readonly local: boolean;
}

/** What can be edited; each is a folder or file of the content. */
export const collections = ["articles", "pages", "authors", "committees", "tags", "settings"] as const;
export type Collection = (typeof collections)[number];

export interface EntrySummary {
	/** Unique in its collection: `2026/11/22-hoi-nghi`, `gioi-thieu`. */
	readonly id: string;
	/** The file below the content folder: `articles/2026/11/22-hoi-nghi.md`. */
	readonly path: string;
	readonly title: string;
	/** As the file has it: a moment or a day; absent for what has no date. */
	readonly date?: string;
	readonly authors: readonly string[];
	readonly province?: string;
	readonly committee?: string;
	readonly tags: readonly string[];
	/** Address of a small picture. */
	readonly image?: string;
	readonly state: EntryState;
	/** Whether readers have a text of it, whatever is pending. */
	readonly published: boolean;
	/** When it goes online by itself. */
	readonly scheduledFor?: string;
	/** When it was taken back. */
	readonly withdrawn?: string;
	/** Why it was sent back. */
	readonly reason?: string;
	/** Whose pending text it is. */
	readonly owner?: { readonly id: string; readonly name: string };
	/** Who made the last change, and when; unknown for published entries without a pending text. */
	readonly changedBy?: string;
	readonly changedAt?: string;
	readonly words: number;
	/** How many it shows, the main one counted. */
	readonly pictures: number;
	/** What readers know authors, committee and province by. */
	readonly names: {
		readonly authors: readonly string[];
		readonly committee?: string;
		readonly province?: string;
	};
}

/**
 * Ids have slashes: in an address of the API they stand as `encodeURIComponent(id)`.
 *
 * `GET /entries/:collection?q=&cursor=&limit=&state=&committee=&province=&author=&tag=&year=&owner=&sort=`, where `state` is a state,
 * `scheduled`, `withdrawn` or `pending`, and `sort` is `date`, `title` or `changed`, with a minus for the other way.
 */
export interface EntryList {
	readonly entries: readonly EntrySummary[];
	/** Handed back as `cursor` for what follows; null at the end. */
	readonly cursor: string | null;
	/** Of all that match. */
	readonly count: number;
}

/** Somebody who has an entry open. */
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
	/** Where the desk shows it, pending or published. */
	readonly address: string;
}

/** `GET /entries/:collection/:id` */
export interface Entry extends EntrySummary {
	/** The whole file: the pending text where there is one. */
	readonly text: string;
	/** Names this text in what follows (`base`). */
	readonly revision: string;
	/** What readers see, where that is another text. */
	readonly readersText?: string;
	readonly openBy: readonly OpenBy[];
	readonly assets: readonly EntryAsset[];
	/** What was said about the pending text, oldest first. */
	readonly notes: readonly { readonly by: string; readonly at: string; readonly text: string }[];
	/** Address of the page for readers, once there is one. */
	readonly address?: string;
	/** What this person may do with it now. */
	readonly may: {
		readonly edit: boolean;
		readonly remove: boolean;
		readonly discard: boolean;
		readonly to: readonly StateTarget[];
	};
}

/** `PUT /entries/:collection/:id`. A new entry has no base; the server may give it another id than was asked for. */
export interface SaveRequest {
	readonly text: string;
	readonly base: string | null;
	/** After a conflict with what readers see (`isPublished`): its `revision`, once it was taken into account. */
	readonly onto?: string;
	/** Files that came with it: `upload` as `POST /uploads` named it, `path` below the content folder. */
	readonly assets: readonly { readonly path: string; readonly upload: string }[];
}

export interface SaveAnswer {
	readonly id: string;
	readonly path: string;
	readonly revision: string;
	readonly state: EntryState;
	/** What is kept now: with `merged`, somebody else's changes are in it. */
	readonly text: string;
	readonly merged: boolean;
}

/** Two texts for one field. `field` is `body` for the text below the front matter. */
export interface FieldConflict {
	readonly field: string;
	/** As written in the file; absent where the field was not there. */
	readonly base?: string;
	readonly yours?: string;
	readonly theirs?: string;
}

/** 409: somebody else has saved the same field. Nothing is lost; `revision` is the base of the next try. */
export interface Conflict {
	readonly by: string;
	readonly at: string;
	readonly fields: readonly FieldConflict[];
	readonly theirs: string;
	readonly revision: string;
	/** Whether their text is what readers see: it has no pending text to save over, so the next try says `onto`. */
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
 * `POST /entries/:collection/:id/state`. `published` with `at` is a schedule; `withdrawn` wants a reason, and so does
 * `writing`, which sends back.
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
	/** Names the build that brings it online in events of the kind `online`. */
	readonly online?: string;
}

/**
 * `DELETE /entries/:collection/:id` puts the entry into the trash; with `pendingOnly` what readers see stays, and only
 * the pending text goes.
 */
export interface DeleteRequest {
	readonly base: string;
	readonly pendingOnly?: boolean;
}

/** `GET /entries/:collection/:id/uses`: what links to an entry or names it. */
export interface EntryUses {
	readonly uses: readonly { readonly collection: Collection; readonly id: string; readonly title: string }[];
	/** Pictures and attachments that nobody else uses and that go with it. */
	readonly files: readonly string[];
}

/** `GET /entries/:collection/:id/history`, newest first. `GET …/history/:commit` gives `{text}`. */
export interface HistoryItem {
	readonly commit: string;
	readonly by: string;
	readonly at: string;
	/** What was done, in Vietnamese. */
	readonly what: string;
	/** Whether readers got it. */
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
	/** What the field holds. */
	readonly id: string;
	readonly title: string;
	/** "đã dùng 214 lần", "tỉnh, từ 01/07/2025" */
	readonly hint?: string;
}

/** `POST /uploads?name=<file name>` with the file as the body. */
export interface UploadAnswer {
	/** Its key for `SaveRequest.assets`. */
	readonly upload: string;
	/** A safe name with the ending of what it has become: HEIC arrives as JPEG. */
	readonly name: string;
	readonly type: string;
	readonly bytes: number;
	readonly width?: number;
	readonly height?: number;
	/** Where the desk shows it until it is saved. */
	readonly address: string;
}

/** `GET /media?q=&cursor=&limit=` */
export interface MediaList {
	readonly files: readonly MediaFile[];
	readonly cursor: string | null;
	readonly count: number;
}

export interface MediaFile {
	readonly path: string;
	readonly name: string;
	readonly size: number;
	readonly address: string;
	/** Entries that show it. */
	readonly usedBy: readonly {
		readonly collection: Collection;
		readonly id: string;
		readonly title: string;
	}[];
}

/** `GET`, `POST`, `DELETE /backup/:collection/:id`: a person's own text that is not saved yet. */
export interface Backup {
	readonly text: string;
	readonly base: string | null;
	readonly at: string;
}

/** `POST /entries/:collection/:id/preview`: a text that is not saved, with files that were uploaded for it. */
export interface PagePreviewRequest {
	readonly text: string;
	readonly assets: readonly { readonly path: string; readonly upload: string }[];
}

/** The page that readers would get. */
export interface PagePreview {
	/** Where it is shown to the person who asked; absent while no page can be made. */
	readonly address?: string;
	/** What would keep the text from being published. */
	readonly problems: readonly Problem[];
	/** What is worth a look. */
	readonly warnings: readonly Problem[];
}

/** `POST /entries/:collection/:id/preview-links`: a link for somebody without an account. Only this answer has it. */
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
	/** A build: `building`, then one of the others; `online` names what it brought. */
	| {
			readonly kind: "online";
			readonly job: string;
			readonly step: "building" | "deploying" | "online" | "failed";
			readonly entries: readonly { readonly id: string; readonly title: string; readonly address: string }[];
			/** What went wrong, by file. */
			readonly problems?: readonly Problem[];
			readonly message: string;
	  }
	/** The site was built anew: pages of the site reload in `npm start`. */
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
