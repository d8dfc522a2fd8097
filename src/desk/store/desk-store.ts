/**
 * The desk's store: published texts on the readers' branch, pending revisions on separate refs, and an index of both.
 * Every action is for a person, whose rights the store checks. Sessions are the server's concern.
 *
 * Results for a person are values with a `kind`. Only errors of the machine are thrown, as `StoreFault`.
 */
import type { ContentProblem } from "../../content/index.ts";
import type { Comment } from "../../model/comment.ts";
import type { ArticleId } from "../../model/ids.ts";
import type { RecordCollection } from "../../model/record-names.ts";
import type { EntryFilter, EntrySort, ListedEntry } from "../listed-entry.ts";
import type { Person } from "../people.ts";
import type { FieldConflict } from "../revisions/merge-documents.ts";
import type { Collection, EntryState, StateTarget } from "../revisions/states.ts";

export interface StoreOptions {
	/** A content folder in a Git work tree, or a bare repository. */
	readonly location: { readonly content: string } | { readonly repository: string };
	/** The branch that readers get; by default that of HEAD. */
	readonly branch?: string;
	/** A folder outside of both: for the index and, with a bare repository, the exported tree. */
	readonly dataDirectory: string;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	/** Remotes for publications and for a backup of the desk's own refs. */
	readonly remotes?: RemoteOptions;
}

export interface RemoteOptions {
	/** Name or address of the remote that gets the readers' branch after each publication. */
	readonly publish?: string;
	/** Name or address of a private remote that gets the branch and everything unpublished. */
	readonly backup?: string;
}

/** A query for articles. */
export interface EntryQuery extends EntryFilter {
	/** Name or slug. */
	readonly tag?: string;
	/** @default "-date" */
	readonly sort?: EntrySort;
	/** At most 200; 50 by default. */
	readonly limit?: number;
}

/** One line of a list. */
export interface EntrySummary extends ListedEntry {
	readonly collection: Collection;
	readonly author: readonly string[];
	/** Below the content folder. */
	readonly image?: string;
	/** Whether readers see some version of it. */
	readonly isPublished: boolean;
}

export interface EntryPage {
	readonly entries: readonly EntrySummary[];
	readonly cursor: string | null;
	/** Number of all matching entries. */
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

/** An entry with everything that its form needs. */
export interface OpenedEntry {
	readonly summary: EntrySummary;
	/** The file's text. */
	readonly text: string;
	/** Identifies exactly this text; later saves and changes of state pass it as `base`. */
	readonly revision: string;
	/** What readers see, if that is another text. */
	readonly published?: { readonly text: string; readonly revision: string };
	readonly assets: readonly Asset[];
	readonly notes: readonly RevisionNote[];
	/** Actions that this person may take now. */
	readonly may: {
		readonly edit: boolean;
		readonly remove: boolean;
		readonly discard: boolean;
		readonly to: readonly StateTarget[];
	};
}

/** A note that a person left with a change of state. */
export interface RevisionNote {
	readonly by: string;
	readonly at: string;
	readonly text: string;
}

export interface SaveRequest {
	readonly collection: Collection;
	readonly id: string;
	readonly text: string;
	/** The revision on which the text is based; null for a new entry. */
	readonly base: string | null;
	/** The text that was edited, where it is not that of the base, which was merged from it. */
	readonly shown?: string;
	/** A published version that this text takes into account after a conflict with it. */
	readonly onto?: string;
	/** New files of the entry, by their paths below the content folder; `null` removes one. */
	readonly assets?: Readonly<Record<string, Buffer | null>>;
}

export interface Saved {
	readonly kind: "saved";
	readonly revision: string;
	readonly state: EntryState;
	/** The stored text: unedited bytes are kept, and others' changes may be merged in. */
	readonly text: string;
	/** Whether it contains changes that another person saved meanwhile. */
	readonly isMerged: boolean;
}

/** Two people changed the same field. Nothing was stored. */
export interface Conflict {
	readonly kind: "conflict";
	/** Who saved the other text, and when. */
	readonly by: string;
	readonly at: string;
	readonly fields: readonly FieldConflict[];
	readonly theirs: string;
	/** Identifies their text. */
	readonly revision: string;
	/** Whether their text is published; then passing it as `onto` resolves the conflict. */
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

/** The text has problems that prevent the action. */
export interface Invalid {
	readonly kind: "invalid";
	readonly problems: readonly ContentProblem[];
}

export type SaveResult = Saved | Conflict | Refused | Missing | Invalid;

export interface StateRequest {
	readonly collection: Collection;
	readonly id: string;
	readonly to: StateTarget;
	/**
	 * The revision that the person has seen. Only that one is approved or published. Newer saves prevent an approval, but
	 * not a publication, after which they are pending.
	 */
	readonly base: string;
	/** Required for sending back and withdrawing. */
	readonly reason?: string;
	/** With `published`: the moment, if not now. */
	readonly at?: string;
}

export interface StateChanged {
	readonly kind: "changed";
	/** Identifies the text that the person has, for later requests. */
	readonly revision: string;
	readonly state: EntryState;
	readonly scheduledFor?: string;
	/** The publication, if published texts changed. */
	readonly publication?: Publication;
}

/** A commit on the readers' branch. */
export interface Publication {
	readonly commit: string;
	/** The readers' commit before it. */
	readonly parent: string | undefined;
	/** Files that changed, below the content folder. */
	readonly paths: readonly string[];
	/** Changed files that the work tree does not have yet, because they are being edited there. */
	readonly notFollowed: readonly string[];
}

export type StateResult = StateChanged | Conflict | Refused | Missing | Invalid;

/** An entry in the trash. */
export interface TrashItem {
	/** Identifies it for `restoreFromTrash`. */
	readonly key: string;
	readonly collection: Collection;
	readonly id: string;
	readonly title: string;
	readonly by: string;
	readonly at: string;
	/** When it will be deleted for good. */
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
	/** Whether it was published. */
	readonly isPublished: boolean;
}

/** A reference to an entry. */
export interface Use {
	readonly collection: Collection;
	readonly id: string;
	readonly title: string;
}

/** A choice of a relation field. */
export interface RelationChoice {
	readonly id: string;
	readonly title: string;
	/** What distinguishes it from others with the same name: `đã dùng 214 lần`, a day. */
	readonly hint?: string;
}

export interface RelationQuery {
	readonly of: "articles" | "authors" | "committees" | "provinces" | "tags" | RecordCollection;
	readonly q?: string;
	/** The day of the article, for provinces and committees. */
	readonly on?: string;
	readonly limit?: number;
}

export interface MediaQuery {
	/** Words of the path, with or without accents. */
	readonly q?: string;
	/** Only pictures that no entry uses, published or pending. */
	readonly unused?: boolean;
	readonly cursor?: string;
	/** At most 200; 50 by default. */
	readonly limit?: number;
}

export interface MediaRemoved {
	readonly kind: "removed";
	readonly removed: readonly string[];
	/** Pictures that no longer exist, or that an entry uses. */
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

/** An event for others. */
export type StoreEvent =
	/** An entry has another text or state. */
	| { readonly kind: "entry"; readonly collection: Collection; readonly id: string; readonly by: string }
	/** Published texts changed, at the desk or in Git. Paths are below the content folder. */
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

/** The progress of the index. */
export interface IndexProgress {
	readonly done: number;
	readonly total: number;
}

export interface DeskStore {
	/** The folder that a build reads. */
	readonly contentDirectory: string;
	/** The published commit; undefined before the first. */
	readersCommit(): Promise<string | undefined>;
	/** Undefined once the index is complete. Until then, lists contain what is indexed so far. */
	indexing(): IndexProgress | undefined;
	whenIndexed(): Promise<void>;

	list(collection: Collection, query?: EntryQuery): Promise<EntryPage>;
	/** The articles that a person should revise, approve or publish, longest waiting first in each state. */
	waitingFor(person: Person): readonly EntrySummary[];
	/** As in a list; undefined if there is no such entry, or it is not indexed yet. */
	summary(collection: Collection, id: string): EntrySummary | undefined;
	open(collection: Collection, id: string, person: Person): Promise<OpenedEntry | Missing>;
	/**
	 * A free id for a new article or page: the wanted one, or that one with a number appended. An entry that has this very
	 * text, and is not published, was saved by a request whose answer was lost, so its id counts as free.
	 */
	freeId(collection: Collection, wanted: string, text: string): Promise<string>;
	save(request: SaveRequest, person: Person): Promise<SaveResult>;
	changeState(request: StateRequest, person: Person): Promise<StateResult>;
	/** Bytes of an asset or document in the entry's pending revision, or else the published ones. */
	readFile(collection: Collection, id: string, path: string): Promise<Buffer | undefined>;

	/** Publishes scheduled texts that are due. The server calls it at `nextMoment`. */
	publishDue(): Promise<readonly { readonly id: string; readonly result: StateResult }[]>;
	/** The next scheduled moment, in milliseconds since 1970. */
	nextMoment(): number | undefined;
	/** Takes back a publication that breaks the build. The text is pending again, with the reason. */
	setAside(publication: {
		readonly collection: Collection;
		readonly id: string;
		readonly commit: string;
		readonly reason: string;
	}): Promise<Publication | undefined>;

	/**
	 * Changes an article's published comments. The change is computed from the comments published at that moment.
	 *
	 * @returns undefined if nothing changes
	 */
	changeComments(
		article: ArticleId,
		change: (comments: readonly Comment[]) => readonly Comment[],
		person: Pick<Person, "name" | "email">,
	): Promise<Publication | undefined>;

	/** Moves a pending revision into the trash. */
	discard(collection: Collection, id: string, base: string, person: Person): Promise<RemoveResult>;
	/** Moves an entry into the trash, with the files that only it uses. */
	remove(collection: Collection, id: string, base: string, person: Person): Promise<RemoveResult>;
	/** The entries whose newest text names an entry. */
	naming(collection: Collection, id: string): readonly Use[];
	/** What references an entry, and its files that would be deleted with it. */
	uses(
		collection: Collection,
		id: string,
	): Promise<{ readonly uses: readonly Use[]; readonly files: readonly string[] }>;
	trash(): Promise<readonly TrashItem[]>;
	restoreFromTrash(key: string, person: Person): Promise<StateResult>;
	/** Deletes what has been in the trash for 30 days. */
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
	/** Deletes unused pictures. Those that are used by now stay, and are returned. */
	removeMedia(paths: readonly string[], person: Person): Promise<MediaRemoved | Refused>;

	/** Checks for commits made outside of the desk, and takes them in. */
	refresh(): Promise<void>;
	remoteStatus(): readonly RemoteStatus[];
	/** Pushes what is waiting. */
	push(): Promise<void>;
	/** Packs and indexes the repository; to be called when the desk is idle. */
	tidy(): Promise<void>;

	onEvent(listener: (event: StoreEvent) => void): () => void;
	/** Ends the Git processes. Everything is saved already. */
	close(): Promise<void>;
}

/** An error of the machine or the repository: a full disk, a lock, a missing branch. */
export class StoreFault extends Error {
	override readonly name = "StoreFault";
	readonly code: "disk-full" | "locked" | "no-branch" | "not-a-repository" | "git";

	constructor(code: StoreFault["code"], message: string, options?: ErrorOptions) {
		super(message, options);
		this.code = code;
	}
}
