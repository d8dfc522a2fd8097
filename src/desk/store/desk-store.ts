/**
 * The desk's store: published text on the readers' branch, pending revisions on refs of their own, and an index of
 * both. Everything here acts for a person, whose rights the store itself checks; sessions are the server's.
 *
 * Results that a person has to hear about are values with a `kind`; only faults of the machine are thrown, as
 * `StoreFault`.
 */
import type { ContentProblem } from "../../content/index.ts";
import type { Comment } from "../../model/comment.ts";
import type { ArticleId } from "../../model/ids.ts";
import type { Person } from "../people.ts";
import type { FieldConflict } from "../revisions/merge-documents.ts";
import type { Collection, EntryState, StateTarget } from "../revisions/states.ts";

export interface StoreOptions {
	/** A content folder in a Git work tree, or a bare repository. */
	readonly location: { readonly content: string } | { readonly repository: string };
	/** What readers get; where absent the branch of HEAD. */
	readonly branch?: string;
	/** Outside of both: the index's cache and, for a bare repository, the exported tree. */
	readonly dataDirectory: string;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	/** Where publications are pushed to, and where the desk's own refs are kept a second time. */
	readonly remotes?: RemoteOptions;
}

export interface RemoteOptions {
	/** Name or address of the remote that gets the readers' branch after each publication. */
	readonly publish?: string;
	/** Name or address of a private remote that gets the branch and everything unpublished. */
	readonly backup?: string;
}

/** What an article list can be asked for. Every filter that is given has to fit. */
export interface EntryQuery {
	/** Words to look for; with or without accents. Without words the order is `sort`. */
	readonly q?: string;
	readonly state?: EntryState | "scheduled" | "withdrawn" | "pending";
	readonly committee?: string;
	readonly province?: string;
	readonly author?: string;
	/** Name or slug. */
	readonly tag?: string;
	/** `2026`, or a month `2026-11`. */
	readonly year?: string;
	/** Person who owns the pending revision. */
	readonly owner?: string;
	/** With a minus for the other direction; `-date` where absent. */
	readonly sort?: "date" | "-date" | "title" | "-title" | "changed" | "-changed";
	/** From an answer before. */
	readonly cursor?: string;
	/** At most 200; 50 where absent. */
	readonly limit?: number;
}

/** One line of a list. */
export interface EntrySummary {
	readonly collection: Collection;
	readonly id: string;
	/** Below the content folder. */
	readonly path: string;
	readonly title: string;
	readonly date?: string;
	readonly author: readonly string[];
	readonly province?: string;
	readonly committee?: string;
	readonly tags: readonly string[];
	/** Below the content folder. */
	readonly image?: string;
	readonly state: EntryState;
	/** Whether readers see some version of it. */
	readonly isPublished: boolean;
	/** When it will be published by itself. */
	readonly scheduledFor?: string;
	/** When it was taken back. */
	readonly withdrawn?: string;
	/** Why it was sent back. */
	readonly reason?: string;
	/** Owner of the pending revision, by id and name. */
	readonly owner?: { readonly id: string; readonly name: string };
	/** Who made the last change, and when; for published entries without a pending revision unknown. */
	readonly changedBy?: string;
	readonly changedAt?: string;
	readonly words: number;
	/** How many it shows, the main one counted. */
	readonly pictures: number;
	/** What readers know authors, committee and province by; an id that nobody has stands for itself. */
	readonly names: {
		readonly authors: readonly string[];
		readonly committee?: string;
		readonly province?: string;
	};
}

export interface EntryPage {
	readonly entries: readonly EntrySummary[];
	readonly cursor: string | null;
	/** How many there are in all. */
	readonly count: number;
}

/** A picture or attachment that belongs to an entry. */
export interface Asset {
	/** Below the content folder. */
	readonly path: string;
	readonly bytes: number;
	/** Whether it is only in the pending revision. */
	readonly isPending: boolean;
}

/** An entry as somebody opens it. */
export interface OpenedEntry {
	readonly summary: EntrySummary;
	/** The file's text. */
	readonly text: string;
	/** Names exactly this text; later saves and changes of state hand it back as `base`. */
	readonly revision: string;
	/** What readers see, where that is another text. */
	readonly published?: { readonly text: string; readonly revision: string };
	readonly assets: readonly Asset[];
	readonly notes: readonly RevisionNote[];
	/** What this person may do with it now. */
	readonly may: {
		readonly edit: boolean;
		readonly remove: boolean;
		readonly discard: boolean;
		readonly to: readonly StateTarget[];
	};
}

/** A line that somebody left with a change of state. */
export interface RevisionNote {
	readonly by: string;
	readonly at: string;
	readonly text: string;
}

export interface SaveRequest {
	readonly collection: Collection;
	readonly id: string;
	readonly text: string;
	/** The revision that the text began from; null for a new entry. */
	readonly base: string | null;
	/** A published version that this text takes into account, after a conflict with it. */
	readonly onto?: string;
	/** New files of the entry, by their paths below the content folder; `null` takes one out again. */
	readonly assets?: Readonly<Record<string, Buffer | null>>;
}

export interface Saved {
	readonly kind: "saved";
	readonly revision: string;
	readonly state: EntryState;
	/** As it was stored: bytes that were not edited are kept, and others' changes may be merged in. */
	readonly text: string;
	/** Whether it holds changes that somebody else had saved meanwhile. */
	readonly isMerged: boolean;
}

/** Two people changed the same. Nothing was stored. */
export interface Conflict {
	readonly kind: "conflict";
	/** Who saved the other text, and when. */
	readonly by: string;
	readonly at: string;
	readonly fields: readonly FieldConflict[];
	readonly theirs: string;
	/** Names their text. */
	readonly revision: string;
	/** Whether their text is what readers see; then `onto` settles the conflict. */
	readonly isPublished: boolean;
}

/** The person may not do that. */
export interface Refused {
	readonly kind: "refused";
	/** In Vietnamese, with what to do about it. */
	readonly message: string;
}

/** There is no such entry, revision or version. */
export interface Missing {
	readonly kind: "missing";
}

/** The text is not fit for what is asked. */
export interface Invalid {
	readonly kind: "invalid";
	readonly problems: readonly ContentProblem[];
}

export type SaveResult = Saved | Conflict | Refused | Missing | Invalid;

export interface StateRequest {
	readonly collection: Collection;
	readonly id: string;
	readonly to: StateTarget;
	/** The revision that the person has seen: what is approved or published is that, or nothing. */
	readonly base: string;
	/** Has to be there when something is sent back or withdrawn. */
	readonly reason?: string;
	/** With `published`: when, instead of now. */
	readonly at?: string;
}

export interface StateChanged {
	readonly kind: "changed";
	readonly revision: string;
	readonly state: EntryState;
	readonly scheduledFor?: string;
	/** Where readers' text changed by it. */
	readonly publication?: Publication;
}

/** A commit on the readers' branch. */
export interface Publication {
	readonly commit: string;
	/** The readers' commit before it. */
	readonly parent: string | undefined;
	/** Files that changed, below the content folder. */
	readonly paths: readonly string[];
	/** Those that the work tree does not have yet, since somebody is editing them there. */
	readonly notFollowed: readonly string[];
}

export type StateResult = StateChanged | Conflict | Refused | Missing | Invalid;

/** Something in the trash. */
export interface TrashItem {
	/** Names it for `restoreFromTrash`. */
	readonly key: string;
	readonly collection: Collection;
	readonly id: string;
	readonly title: string;
	readonly by: string;
	readonly at: string;
	/** When it goes for good. */
	readonly until: string;
	readonly wasPublished: boolean;
}

export interface Removed {
	readonly kind: "removed";
	readonly key: string;
	readonly publication?: Publication;
}

export type RemoveResult = Removed | Conflict | Refused | Missing;

/** A version of an entry. */
export interface Version {
	readonly commit: string;
	readonly by: string;
	readonly at: string;
	/** What was done, in Vietnamese. */
	readonly what: string;
	/** Whether readers got it. */
	readonly isPublished: boolean;
}

/** What links to an entry. */
export interface Use {
	readonly collection: Collection;
	readonly id: string;
	readonly title: string;
}

/** A choice of a relation field. */
export interface RelationChoice {
	readonly id: string;
	readonly title: string;
	/** What tells it from others of its name: `đã dùng 214 lần`, a day. */
	readonly hint?: string;
}

export interface RelationQuery {
	readonly of: "articles" | "authors" | "committees" | "provinces" | "tags";
	readonly q?: string;
	/** The day of the article, for provinces and committees. */
	readonly on?: string;
	readonly limit?: number;
}

export interface MediaQuery {
	/** Words of the path; with or without accents. */
	readonly q?: string;
	/** Only what no entry shows, published or pending. */
	readonly unused?: boolean;
	readonly cursor?: string;
	/** At most 200; 50 where absent. */
	readonly limit?: number;
}

export interface MediaRemoved {
	readonly kind: "removed";
	readonly removed: readonly string[];
	/** What is not there any more, or is shown by somebody. */
	readonly kept: readonly string[];
	readonly publication?: Publication;
}

/** Pictures by their paths below the content folder. */
export interface MediaPage {
	readonly files: readonly {
		readonly path: string;
		readonly bytes: number;
		readonly usedBy: readonly Use[];
	}[];
	readonly cursor: string | null;
	readonly count: number;
}

/** Something happened that others may want to know. */
export type StoreEvent =
	/** An entry has another text or state. */
	| { readonly kind: "entry"; readonly collection: Collection; readonly id: string; readonly by: string }
	/** Readers' text is another, by us or by somebody who wrote in Git. Paths lie below the content folder. */
	| { readonly kind: "published"; readonly commit: string; readonly paths: readonly string[] }
	| { readonly kind: "remote"; readonly remote: RemoteStatus }
	/** Something for the administrator, in Vietnamese. */
	| { readonly kind: "notice"; readonly message: string };

export interface RemoteStatus {
	readonly name: string;
	/** Commits of the readers' branch that the remote does not have. */
	readonly waiting: number;
	readonly state: "current" | "pushing" | "retrying" | "held";
	/** Why it is not current, in Vietnamese. */
	readonly message?: string;
	readonly pushedAt?: string;
}

/** How ready the index is. */
export interface IndexProgress {
	readonly done: number;
	readonly total: number;
}

export interface DeskStore {
	/** The folder that a build reads. */
	readonly contentDirectory: string;
	/** The commit that readers have; undefined before the first. */
	readersCommit(): Promise<string | undefined>;
	/** Undefined once the index answers. Until then lists hold what is known so far. */
	indexing(): IndexProgress | undefined;
	whenIndexed(): Promise<void>;

	list(collection: Collection, query?: EntryQuery): Promise<EntryPage>;
	/** As in a list; undefined where there is no such entry, or the index has not come to it yet. */
	summary(collection: Collection, id: string): EntrySummary | undefined;
	open(collection: Collection, id: string, person: Person): Promise<OpenedEntry | Missing>;
	/** The id of an article or page that nobody uses: the wanted one, or that with a number behind it. */
	freeId(collection: Collection, wanted: string): Promise<string>;
	save(request: SaveRequest, person: Person): Promise<SaveResult>;
	changeState(request: StateRequest, person: Person): Promise<StateResult>;
	/** Bytes of an asset or document as the entry's pending revision has it, or else as readers have it. */
	readFile(collection: Collection, id: string, path: string): Promise<Buffer | undefined>;

	/** Publishes what is due. The server calls it at `nextMoment`. */
	publishDue(): Promise<readonly { readonly id: string; readonly result: StateResult }[]>;
	/** The next scheduled moment, in milliseconds since 1970. */
	nextMoment(): number | undefined;
	/** Takes a publication back that the build cannot use; the text is pending again, with the reason. */
	setAside(publication: {
		readonly collection: Collection;
		readonly id: string;
		readonly commit: string;
		readonly reason: string;
	}): Promise<Publication | undefined>;

	/**
	 * Publishes other comments of an article, worked out from those that readers have at that moment.
	 *
	 * @returns undefined where nothing changes
	 */
	changeComments(
		article: ArticleId,
		change: (comments: readonly Comment[]) => readonly Comment[],
		person: Pick<Person, "name" | "email">,
	): Promise<Publication | undefined>;

	/** Drops a pending revision; into the trash. */
	discard(collection: Collection, id: string, base: string, person: Person): Promise<RemoveResult>;
	/** Takes an entry away with the files that nobody else uses; into the trash. */
	remove(collection: Collection, id: string, base: string, person: Person): Promise<RemoveResult>;
	/** What names an entry, and the files of its own that would go with it. */
	uses(
		collection: Collection,
		id: string,
	): Promise<{ readonly uses: readonly Use[]; readonly files: readonly string[] }>;
	trash(): Promise<readonly TrashItem[]>;
	restoreFromTrash(key: string, person: Person): Promise<StateResult>;
	/** Forgets what has been in the trash for 30 days. */
	emptyTrash(): Promise<number>;

	history(collection: Collection, id: string): Promise<readonly Version[]>;
	versionText(collection: Collection, id: string, commit: string): Promise<string | undefined>;
	/** Makes the text of a version pending, as a save would. */
	restore(
		collection: Collection,
		id: string,
		commit: string,
		base: string,
		person: Person,
	): Promise<SaveResult>;

	relations(query: RelationQuery): Promise<readonly RelationChoice[]>;
	/** Pictures that readers may have, those of `media` first, then those of articles, newest first. */
	media(query?: MediaQuery): Promise<MediaPage>;
	/** Takes pictures away that nobody shows. What somebody shows by now stays, and is told of. */
	removeMedia(paths: readonly string[], person: Person): Promise<MediaRemoved | Refused>;

	/** Looks whether somebody wrote in Git meanwhile, and follows. */
	refresh(): Promise<void>;
	remoteStatus(): readonly RemoteStatus[];
	/** Pushes now what waits. */
	push(): Promise<void>;
	/** Packs and indexes the repository; to be called when nobody works. */
	tidy(): Promise<void>;

	onEvent(listener: (event: StoreEvent) => void): () => void;
	/** Ends processes of Git. Nothing waits unsaved. */
	close(): Promise<void>;
}

/** The machine or the repository does not let the store work: a full disk, a lock, a missing branch. */
export class StoreFault extends Error {
	override readonly name = "StoreFault";
	readonly code: "disk-full" | "locked" | "no-branch" | "not-a-repository" | "git";

	constructor(code: StoreFault["code"], message: string, options?: ErrorOptions) {
		super(message, options);
		this.code = code;
	}
}
