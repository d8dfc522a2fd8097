import { toVietnamMoment } from "../../text/index.ts";
import type { EntryIndex, EntryStatus } from "../article-index/entry-index.ts";
import { factsOf } from "../article-index/facts.ts";
import type { Repository, Signature } from "../git/repository.ts";
import type { Person } from "../people.ts";
import type { RevisionRecord } from "../revisions/revision-record.ts";
import type { Situation } from "../revisions/rights.ts";
import type { Collection } from "../revisions/states.ts";
import type { Publication, Refused, StoreEvent } from "./desk-store.ts";
import { valueOfField } from "./entry-document.ts";
import { type EntryKey, pathOfEntry } from "./entry-paths.ts";
import { entryName, type PendingRevision, type PendingRevisions } from "./pending-revisions.ts";
import { asFault, type ReadersBranch } from "./readers-branch.ts";
import { strings } from "./strings.ts";
import type { Follower } from "./work-tree.ts";
import { WriterQueue } from "./writer-queue.ts";

/** A document's text with the id of its blob. */
export interface StoredText {
	readonly blob: string;
	readonly text: string;
}

/** The current state of an entry. */
export interface CurrentEntry extends EntryKey {
	readonly path: string;
	/** The readers' newest commit. */
	readonly tip: string | undefined;
	/** The published text, or a draft that was written in Git. */
	readonly published: StoredText | undefined;
	readonly pending: (StoredText & { readonly revision: PendingRevision }) | undefined;
}

/** What all parts of the store need. */
export class DeskContext {
	readonly repository: Repository;
	readonly branch: ReadersBranch;
	readonly follower: Follower;
	readonly pending: PendingRevisions;
	readonly indexes: Readonly<Record<Collection, EntryIndex>>;
	readonly now: () => number;
	/** The readers' commit with which indexes and files agree. */
	seen: string | undefined;
	/** Entries that were indexed one by one since this was last cleared. */
	readonly touched = new Set<string>();
	/** How often entries were indexed one by one. */
	reindexed = 0;
	readonly #queue = new WriterQueue();
	readonly #listeners = new Set<(event: StoreEvent) => void>();

	constructor(
		parts: Pick<DeskContext, "repository" | "branch" | "follower" | "pending" | "indexes" | "now">,
	) {
		this.repository = parts.repository;
		this.branch = parts.branch;
		this.follower = parts.follower;
		this.pending = parts.pending;
		this.indexes = parts.indexes;
		this.now = parts.now;
	}

	/** Runs writing actions one after the other. @throws StoreFault for errors of the machine */
	async writing<Result>(action: () => Promise<Result>): Promise<Result> {
		return await this.#queue.run(async () => {
			try {
				return await action();
			} catch (error) {
				throw asFault(error);
			}
		});
	}

	/** With +07:00. */
	moment(): string {
		return toVietnamMoment(this.now());
	}

	signature({ name, email }: Pick<Person, "name" | "email">): Signature {
		return { name, email, at: this.now() };
	}

	listen(listener: (event: StoreEvent) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	tell(event: StoreEvent): void {
		for (const listener of this.#listeners) listener(event);
	}

	/** Notifies listeners about a publication. */
	tellPublication(publication: Publication): void {
		if (publication.notFollowed.length > 0) {
			this.tell({ kind: "notice", message: strings.notFollowed(publication.notFollowed) });
		}
		this.tell({ kind: "published", commit: publication.commit, paths: publication.paths });
	}

	/** @returns undefined if the id is invalid or unknown */
	async current(entry: EntryKey): Promise<CurrentEntry | undefined> {
		const current = await this.look(entry);
		return current?.published || current?.pending ? current : undefined;
	}

	/** As `current`, for an entry that may not exist yet. */
	async look({ collection, id }: EntryKey): Promise<CurrentEntry | undefined> {
		const path = pathOfEntry({ collection, id });
		if (path === undefined) return undefined;
		const tip = await this.branch.tip();
		const blob = await this.branch.blobAt(path, tip);
		const revision = this.pending.get({ collection, id });
		const published = blob === undefined ? undefined : await this.textOf(blob);
		const pending = revision && (await this.textOf(revision.blob));
		return {
			collection,
			id,
			path,
			tip,
			published,
			pending: pending && revision && { ...pending, revision },
		};
	}

	async textOf(blob: string): Promise<StoredText | undefined> {
		const bytes = await this.repository.blob(blob);
		return bytes && { blob, text: bytes.toString("utf8") };
	}

	/** The text of a revision token: a commit of a pending revision, or a published blob. */
	async textOfToken(path: string, token: string): Promise<string | undefined> {
		if (!isObjectId(token)) return undefined;
		const object = await this.repository.reader.read(token);
		if (object?.type === "blob") return object.bytes.toString("utf8");
		if (object?.type !== "commit") return undefined;
		const revision = await this.pending.read(token);
		return revision?.path === path ? (await this.textOf(revision.blob))?.text : undefined;
	}

	/** Who published the current text of a file, and when. */
	async lastPublished(path: string): Promise<{ readonly by: string; readonly at: string }> {
		const tip = await this.branch.tip();
		const file = await this.branch.inRepository(path);
		const line =
			tip === undefined
				? ""
				: await this.repository.text(["log", "-1", "--format=%an%x00%at", tip, "--", file]);
		const [by = "", seconds = ""] = line.split("\0");
		return { by, at: toVietnamMoment(seconds === "" ? this.now() : Number(seconds) * 1000) };
	}

	/** What the rules need to know about an entry. @param texts further texts whose committees count */
	situationOf(current: CurrentEntry, ...texts: readonly string[]): Situation {
		const { pending, published, path, collection } = current;
		const all = [...(pending ? [pending.text] : []), ...(published ? [published.text] : []), ...texts];
		const committees = all.flatMap((text) => {
			const committee = valueOfField(path, text, "committee");
			return typeof committee === "string" ? [committee] : [];
		});
		const isDraft = published !== undefined && isDraftIn(path, published.text);
		return {
			collection,
			state: pending?.revision.record.state ?? (published && !isDraft ? "published" : "writing"),
			isPublished: published !== undefined && !isDraft,
			isWithdrawn: published !== undefined && valueOfField(path, published.text, "withdrawn") !== undefined,
			...(pending && { owner: pending.revision.record.owner.id }),
			committees: [...new Set(committees)],
		};
	}

	titleOf(path: string, text: string): string {
		return factsOf(path, Buffer.from(text)).title;
	}

	/** A new record for an entry without one. */
	newRecord(current: CurrentEntry, person: Pick<Person, "id" | "name">): RevisionRecord {
		const named = { id: person.id, name: person.name };
		return {
			state: "writing",
			owner: named,
			base: current.published?.blob ?? null,
			notes: [],
			removed: [],
			changedBy: named,
			changedAt: this.moment(),
		};
	}

	/** Updates an entry in the index. */
	async reindex(entry: EntryKey): Promise<void> {
		this.reindexed += 1;
		this.touched.add(entryName(entry));
		const current = await this.current(entry);
		const index = this.indexes[entry.collection];
		if (!current) return index.delete(entry.id);
		const { pending, published, path } = current;
		const shown = pending ?? published;
		if (!shown) return;
		const { withdrawn: own, ...facts } = factsOf(path, Buffer.from(shown.text));
		// Withdrawn is what readers have, whatever is pending.
		const withdrawn = pending && published ? factsOf(path, Buffer.from(published.text)).withdrawn : own;
		index.set(entry.id, { ...facts, ...(withdrawn !== undefined && { withdrawn }) }, this.statusOf(current));
	}

	statusOf(current: CurrentEntry): EntryStatus {
		const { state, isPublished, owner } = this.situationOf(current);
		const record = current.pending?.revision.record;
		return {
			state,
			isPublished,
			...(record?.publishAt !== undefined && { scheduledFor: record.publishAt }),
			...(owner !== undefined && { owner }),
			...(record && { changedAt: record.changedAt }),
		};
	}
}

/** The token that a save or a change of state passes as `base`. */
export function tokenOf({ pending, published }: CurrentEntry): string | null {
	return pending?.revision.commit ?? published?.blob ?? null;
}

export function refused(reason: keyof typeof strings.refusals): Refused {
	return { kind: "refused", message: strings.refusals[reason] };
}

/** Whether a text can be the id of an object. Git would interpret other texts as expressions. */
export function isObjectId(text: string): boolean {
	return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}

export function isDraftIn(path: string, text: string): boolean {
	return valueOfField(path, text, "draft") === "true";
}
