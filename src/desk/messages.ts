/**
 * What the desk's HTTP API says: the shapes of its requests and answers, and the few constants that both sides need.
 * Browser code imports this file and nothing else of `src/desk`. Everything is JSON below `apiPath`; moments are ISO
 * 8601 with `+07:00`.
 */

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

/** Answers of lists hold so many entries unless `limit` says otherwise. */
export const entriesPerAnswer = 50;

export const roles = ["writer", "editor", "publisher", "administrator"] as const;
export type Role = (typeof roles)[number];

/** A role, for all committees or for those whose ids are named. */
export interface RoleGrant {
	readonly role: Role;
	readonly committees: "all" | readonly string[];
}

export interface Person {
	readonly id: string;
	readonly name: string;
	readonly email: string;
	readonly roles: readonly RoleGrant[];
}

/** `GET /session`; 401 without one. */
export interface Session {
	readonly person: Person;
	/** Whether this is the editor of `npm start`, who needs no account. */
	readonly local: boolean;
}

/** What can be edited; each is a folder or file of the content. */
export const collections = ["articles", "pages", "authors", "committees", "tags", "settings"] as const;
export type Collection = (typeof collections)[number];

/** Where an entry stands. `published`: the readers have this text and no other is pending. */
export const states = ["writing", "review", "approved", "published"] as const;
export type State = (typeof states)[number];

export interface EntrySummary {
	/** Unique in its collection: `2026/11/22-hoi-nghi`, `gioi-thieu`. */
	readonly id: string;
	/** The file below the content folder: `articles/2026/11/22-hoi-nghi.md`. */
	readonly path: string;
	readonly title: string;
	/** As the file has it: a moment or a day; absent for what has no date. */
	readonly date?: string;
	readonly author?: string;
	readonly province?: string;
	readonly committee?: string;
	readonly tags: readonly string[];
	/** Address of a small picture. */
	readonly image?: string;
	readonly state: State;
	/** Whether readers have a text of it, whatever is pending. */
	readonly published: boolean;
	/** When it goes online by itself. */
	readonly scheduledFor?: string;
	readonly withdrawn?: boolean;
	readonly changedBy?: string;
	readonly changedAt: string;
}

/** `GET /entries/:collection?q=&cursor=&limit=&state=&committee=&province=&author=&tag=&year=&sort=` */
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
export interface Entry {
	readonly id: string;
	readonly path: string;
	/** The whole file: the pending text where there is one. */
	readonly text: string;
	/** Names this text in what follows (`base`). */
	readonly revision: string;
	readonly state: State;
	readonly published: boolean;
	readonly openBy: readonly OpenBy[];
	readonly assets: readonly EntryAsset[];
	/** Why it was sent back. */
	readonly reason?: string;
	readonly scheduledFor?: string;
	readonly owner?: string;
	readonly changedBy?: string;
	readonly changedAt?: string;
	/** Address of the page for readers, once there is one. */
	readonly address?: string;
	/** The states to which this person may bring it. */
	readonly may: readonly StateTarget[];
}

/** `PUT /entries/:collection/:id`. A new entry has no base; the server may give it another id than was asked for. */
export interface SaveRequest {
	readonly text: string;
	readonly base: string | null;
	/** Files that came with it: `upload` as `POST /uploads` named it, `path` below the content folder. */
	readonly assets: readonly { readonly path: string; readonly upload: string }[];
}

export interface SaveAnswer {
	readonly id: string;
	readonly path: string;
	readonly revision: string;
	readonly state: State;
	/** What is kept now: with `merged`, somebody else's changes are in it. */
	readonly text: string;
	readonly merged: boolean;
}

/** Two texts for one field. `field` is `body` for the text below the front matter. */
export interface FieldConflict {
	readonly field: string;
	readonly base: string;
	readonly yours: string;
	readonly theirs: string;
}

/** 409: somebody else has saved the same field. Nothing is lost; `revision` is the base of the next try. */
export interface Conflict {
	readonly by: string;
	readonly at: string;
	readonly fields: readonly FieldConflict[];
	readonly theirs: string;
	readonly revision: string;
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

/** `approved` with `at` is a schedule. `withdrawn` wants a reason, `writing` (sent back) too. */
export const stateTargets = ["writing", "review", "approved", "published", "withdrawn"] as const;
export type StateTarget = (typeof stateTargets)[number];

/** `POST /entries/:collection/:id/state` */
export interface StateRequest {
	readonly to: StateTarget;
	readonly base: string;
	readonly reason?: string;
	/** When it goes online. */
	readonly at?: string;
}

export interface StateAnswer {
	readonly revision: string;
	readonly state: State;
	/** Names the build that brings it online in events of the kind `online`. */
	readonly online?: string;
}

/** `DELETE /entries/:collection/:id` puts the entry into the trash. */
export interface DeleteRequest {
	readonly base: string;
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
	/** Titles of entries that show it. */
	readonly usedBy: readonly string[];
}

/** `GET`, `POST`, `DELETE /backup/:collection/:id`: a person's own text that is not saved yet. */
export interface Backup {
	readonly text: string;
	readonly base: string | null;
	readonly at: string;
}

/** `POST /previews` `{collection, id}`: a link for somebody without an account. */
export interface PreviewAnswer {
	readonly address: string;
	readonly until: string;
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
			readonly state?: State;
			readonly revision?: string;
			readonly by: string;
	  };
