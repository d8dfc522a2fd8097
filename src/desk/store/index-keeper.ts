import { join } from "node:path";
import { ArticleIndex } from "../article-index/article-index.ts";
import { factsOf } from "../article-index/facts.ts";
import { readIndexFile, writeIndexFile } from "../article-index/index-file.ts";
import type { FileChange, Repository } from "../git/repository.ts";
import { documentCollections } from "../revisions/states.ts";
import type { DeskContext } from "./desk-context.ts";
import type { IndexProgress } from "./desk-store.ts";
import { type EntryKey, entryAtPath } from "./entry-paths.ts";
import { entryName } from "./pending-revisions.ts";

/** So many documents are read before a store opens; the others while it already answers. */
const mostAtOnce = 2000;
const readAhead = 64;
/** With so few changes, reading them again at the next start is cheaper than writing the index. */
const changesWorthWriting = 500;

/** The index as the last process stored it. */
interface KeptIndex {
	readonly index: ArticleIndex;
	/** The readers' commit of its content; undefined if it is new. */
	readonly commit: string | undefined;
	readonly contentPath: string;
}

export function indexFile(dataDirectory: string): string {
	return join(dataDirectory, "article-index");
}

export async function readKeptIndex(
	repository: Repository,
	file: string,
	contentPath: string,
): Promise<KeptIndex> {
	const kept = await readIndexFile(file);
	const [commit = "", ...path] = kept?.stamp.split(" ") ?? [];
	if (kept && path.join(" ") === contentPath && (await repository.commit(commit))) {
		const index = new ArticleIndex(kept.parts);
		if (!index.isWorn) return { index, commit, contentPath };
	}
	return { index: new ArticleIndex(), commit: undefined, contentPath };
}

/** Keeps the index of articles up to date with the readers' branch, and stores it on the disk. */
export class IndexKeeper {
	readonly #desk: DeskContext;
	readonly #kept: KeptIndex;
	readonly #file: string;
	/** The commit that is completely indexed. */
	#indexed: string | undefined;
	#isFirst = true;
	#changes = 0;
	#progress: { done: number; total: number } | undefined;
	#running: Promise<void> = Promise.resolve();
	#isClosed = false;

	constructor(desk: DeskContext, kept: KeptIndex, file: string) {
		this.#desk = desk;
		this.#kept = kept;
		this.#file = file;
		this.#indexed = kept.commit;
	}

	get progress(): IndexProgress | undefined {
		return this.#progress && { ...this.#progress };
	}

	async whenDone(): Promise<void> {
		await this.#running;
	}

	/** Indexes the changes of a commit. @returns the paths, below the content folder */
	async follow(tip: string): Promise<readonly string[]> {
		const { repository, seen } = { repository: this.#desk.repository, seen: this.#desk.seen };
		const { contentPath, commit } = this.#kept;
		const isFirst = this.#isFirst;
		this.#isFirst = false;
		const below = (path: string) => (contentPath === "" ? path : path.slice(contentPath.length + 1));
		const changes = await repository.differences(isFirst ? commit : seen, tip, contentPath);
		// Only the index of articles is stored on the disk.
		if (isFirst && commit !== undefined) {
			const all = await this.#smallCollections(tip);
			changes.splice(0, changes.length, ...changes.filter(({ path }) => isArticle(below(path))), ...all);
		}
		const documents = changes.filter(({ path }) => entryAtPath(below(path)));
		const work = async () => {
			if (isFirst) await this.#reindexPending();
			if (documents.length > mostAtOnce) this.#kept.index.reserve(documents.length);
			await this.#index(documents, below);
			this.#indexed = tip;
			this.#progress = undefined;
			if (documents.length > changesWorthWriting) await this.write();
		};
		this.#desk.touched.clear();
		this.#progress = { done: 0, total: documents.length };
		this.#running = this.#running.then(work);
		if (documents.length <= mostAtOnce) await this.#running;
		else this.#running.catch(() => {});
		return changes.map(({ path }) => below(path));
	}

	/** Stores the index, if it has changed. */
	async write(): Promise<void> {
		const { index, contentPath } = this.#kept;
		if (this.#indexed === undefined || this.#progress !== undefined || this.#unwritten === 0) return;
		this.#changes = 0;
		this.#desk.reindexed = 0;
		// On a full disk, only the next start takes longer; no text is lost.
		await writeIndexFile(this.#file, `${this.#indexed} ${contentPath}`, index.parts).catch(() => {});
	}

	async close(): Promise<void> {
		this.#isClosed = true;
		await this.#running.catch(() => {});
		if (this.#unwritten > changesWorthWriting) await this.write();
	}

	get #unwritten(): number {
		return this.#changes + this.#desk.reindexed;
	}

	/** Every file that does not belong to an article. */
	async #smallCollections(tip: string): Promise<FileChange[]> {
		const { contentPath } = this.#kept;
		const folders = [...documentCollections.filter((name) => name !== "articles"), "site.yml"];
		const all: FileChange[] = [];
		for (const folder of folders) {
			const path = contentPath === "" ? folder : `${contentPath}/${folder}`;
			all.push(...(await this.#desk.repository.differences(undefined, tip, path)));
		}
		return all;
	}

	/** Compares what was pending when the index was stored with what is pending now. */
	async #reindexPending(): Promise<void> {
		for (const id of this.#kept.index.pending) await this.#desk.reindex({ collection: "articles", id });
		for (const revision of this.#desk.pending.all) await this.#desk.reindex(revision);
	}

	/** @param below the path below the content folder */
	async #index(documents: readonly FileChange[], below: (path: string) => string): Promise<void> {
		const { repository } = this.#desk;
		for (let from = 0; from < documents.length && !this.#isClosed; from += readAhead) {
			const batch = documents.slice(from, from + readAhead);
			const bytes = await Promise.all(
				batch.map(({ new: blob }) => (blob === null ? undefined : repository.blob(blob))),
			);
			for (const [at, { path }] of batch.entries()) {
				const entry = entryAtPath(below(path));
				if (entry) await this.#indexOne(entry, below(path), bytes[at]);
			}
			if (this.#progress) this.#progress.done += batch.length;
		}
		if (this.#isClosed) throw new Error("The store was closed while it was being indexed");
	}

	async #indexOne(entry: EntryKey, path: string, bytes: Buffer | undefined): Promise<void> {
		// What was saved or published meanwhile is newer than what is read here.
		if (this.#desk.touched.has(entryName(entry))) return;
		if (this.#desk.pending.get(entry)) return await this.#desk.reindex(entry);
		const index = this.#desk.indexes[entry.collection];
		this.#changes += 1;
		if (!bytes) {
			index.delete(entry.id);
			return;
		}
		const facts = factsOf(path, bytes);
		index.set(entry.id, facts, {
			state: facts.isDraft ? "writing" : "published",
			isPublished: !facts.isDraft,
		});
	}
}

function isArticle(path: string): boolean {
	return path.startsWith("articles/");
}
