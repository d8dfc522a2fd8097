import { mkdir } from "node:fs/promises";
import { removeUnfinished } from "../../disk/atomic-write.ts";
import { dayOf, type IsoDate, type Slug, startOf } from "../../model/ids.ts";
import { provinces } from "../../model/provinces.ts";
import { readSought } from "../../search/lists/sought-text.ts";
import { compareNames, compareVietnamese, spellingKey } from "../../text/index.ts";
import type { EntryIndex, IndexedEntry } from "../article-index/entry-index.ts";
import { SmallIndex } from "../article-index/small-index.ts";
import { findRepository } from "../git/repository.ts";
import type { Person } from "../people.ts";
import { refusalOf, targetsOf } from "../revisions/rights.ts";
import { type Collection, collections } from "../revisions/states.ts";
import { changeEntryState, publishDue } from "./changing-state.ts";
import { choicesFor } from "./choices.ts";
import { changeComments } from "./comments.ts";
import { type CurrentEntry, DeskContext, tokenOf } from "./desk-context.ts";
import {
	type Asset,
	type DeskStore,
	type EntryPage,
	type EntryQuery,
	type EntrySummary,
	type IndexProgress,
	type Missing,
	type OpenedEntry,
	StoreFault,
	type StoreOptions,
	type Use,
} from "./desk-store.ts";
import { assetFolderOf, type EntryKey, pathOfEntry } from "./entry-paths.ts";
import { fileUses } from "./file-uses.ts";
import { IndexKeeper, indexFile, readKeptIndex } from "./index-keeper.ts";
import { Media } from "./media.ts";
import { PendingRevisions } from "./pending-revisions.ts";
import { portalSpellings } from "./portal-spellings.ts";
import { finishPublications } from "./publishing.ts";
import { ReadersBranch } from "./readers-branch.ts";
import { Remotes } from "./remotes.ts";
import { saveEntry } from "./saving.ts";
import { setAside } from "./setting-aside.ts";
import { strings } from "./strings.ts";
import { discardRevision, emptyTrash, ownFiles, removeEntry, restoreFromTrash, trashItems } from "./trash.ts";
import { entryHistory, versionText } from "./versions.ts";
import { waitingFor } from "./waiting.ts";
import { ExportedTree, WorkTree } from "./work-tree.ts";

const entriesPerPage = 50;
const mostEntriesPerPage = 200;

/**
 * Opens the store of a content folder in a work tree, or of a bare repository. First, it finishes what a killed process
 * left.
 *
 * @throws StoreFault if there is no repository, or the readers' branch is unknown
 */
export async function openStore(options: StoreOptions): Promise<DeskStore> {
	const { location, dataDirectory } = options;
	const found = await findRepository(location);
	if (!found) {
		const path = "content" in location ? location.content : location.repository;
		throw new StoreFault("not-a-repository", strings.faults.notARepository(path));
	}
	await mkdir(dataDirectory, { recursive: true });
	const { repository } = found;
	const branch = new ReadersBranch(repository, options.branch, found.contentPath);
	const contentPath = await branch.contentPath();
	const follower =
		repository.workTree === undefined
			? new ExportedTree(repository, contentPath, dataDirectory)
			: new WorkTree(repository, repository.workTree, contentPath, dataDirectory, () =>
					branch.isCheckedOut(),
				);
	const pending = new PendingRevisions(repository);
	const kept = await readKeptIndex(repository, indexFile(dataDirectory), contentPath);
	const small = Object.fromEntries(
		collections.map((name) => [name, new SmallIndex(name === "authors" ? compareNames : compareVietnamese)]),
	);
	const indexes = { ...small, articles: kept.index } as unknown as Record<Collection, EntryIndex>;
	const desk = new DeskContext({ repository, branch, follower, pending, indexes, now: options.now });
	const keeper = new IndexKeeper(desk, kept, indexFile(dataDirectory));
	await removeUnfinished(dataDirectory);
	await removeUnfinished(follower.directory);
	const store = new GitStore(desk, keeper, options);
	await store.begin();
	return store;
}

class GitStore implements DeskStore {
	readonly #desk: DeskContext;
	readonly #keeper: IndexKeeper;
	readonly #remotes: Remotes;
	readonly #media: Media;

	constructor(desk: DeskContext, keeper: IndexKeeper, { remotes = {}, dataDirectory }: StoreOptions) {
		this.#desk = desk;
		this.#keeper = keeper;
		this.#media = new Media(desk);
		this.#remotes = new Remotes(desk, remotes, dataDirectory, () => this.refresh());
		desk.listen((event) => {
			if (event.kind === "published") void this.#remotes.push();
			else if (event.kind === "entry" && this.#remotes.hasBackup) void this.#remotes.push("backup");
		});
	}

	get contentDirectory(): string {
		return this.#desk.follower.directory;
	}

	async begin(): Promise<void> {
		const { branch, follower, pending } = this.#desk;
		await this.#desk.repository.removeLeftovers();
		await pending.reload();
		await finishPublications(this.#desk);
		const left = await follower.recover(await branch.tip());
		if (left.length > 0) this.#desk.tell({ kind: "notice", message: strings.notFollowed(left) });
		await this.refresh();
	}

	async readersCommit(): Promise<string | undefined> {
		return await this.#desk.branch.tip();
	}

	indexing(): IndexProgress | undefined {
		return this.#keeper.progress;
	}

	whenIndexed: DeskStore["whenIndexed"] = () => this.#keeper.whenDone();

	async list(collection: Collection, query: EntryQuery = {}): Promise<EntryPage> {
		const { q = "", tag, limit = entriesPerPage, ...others } = query;
		const page = this.#desk.indexes[collection].find({
			...others,
			sought: readSought(q, await portalSpellings(this.#desk)),
			...(tag !== undefined && { tag: spellingKey(tag) }),
			now: this.#desk.now(),
			limit: Math.max(1, Math.min(limit, mostEntriesPerPage)),
		});
		return { ...page, entries: page.entries.flatMap(({ id }) => this.summary(collection, id) ?? []) };
	}

	waitingFor: DeskStore["waitingFor"] = (person) =>
		waitingFor(this.#desk, person, (id) => this.summary("articles", id));

	async open(collection: Collection, id: string, person: Person): Promise<OpenedEntry | Missing> {
		const desk = this.#desk;
		const current = await desk.current({ collection, id });
		const summary = this.summary(collection, id);
		const shown = current?.pending ?? current?.published;
		if (!current || !summary || !shown) return { kind: "missing" };
		const { pending, published } = current;
		const situation = desk.situationOf(current);
		return {
			summary,
			text: shown.text,
			revision: tokenOf(current) ?? "",
			...(pending && published && { published: { text: published.text, revision: published.blob } }),
			assets: await this.#assetsOf(current),
			notes: pending?.revision.record.notes ?? [],
			may: {
				edit: refusalOf("edit", situation, person) === undefined,
				remove: refusalOf("remove", situation, person) === undefined,
				discard: refusalOf("discard", situation, person) === undefined,
				to: targetsOf(situation, person),
			},
		};
	}

	async freeId(collection: Collection, wanted: string, text: string): Promise<string> {
		for (let number = 1; ; number++) {
			const id = number === 1 ? wanted : `${wanted}-${number}`;
			const current = await this.#desk.look({ collection, id });
			if (!current?.pending && !current?.published) return id;
			if (!current.published && current.pending?.text === text) return id;
		}
	}

	save: DeskStore["save"] = (request, person) => saveEntry(this.#desk, request, person);

	changeState: DeskStore["changeState"] = (request, person) => changeEntryState(this.#desk, request, person);

	async readFile(collection: Collection, id: string, path: string): Promise<Buffer | undefined> {
		const revision = this.#desk.pending.get({ collection, id });
		const own = revision && (path === revision.path ? revision.blob : revision.assets.get(path));
		const isOfEntry =
			path === pathOfEntry({ collection, id }) || path.startsWith(assetFolderOf({ collection, id }));
		const blob =
			own ?? (isOfEntry || path.startsWith("media/") ? await this.#desk.branch.blobAt(path) : undefined);
		return blob === undefined ? undefined : await this.#desk.repository.blob(blob);
	}

	publishDue: DeskStore["publishDue"] = () => publishDue(this.#desk);

	nextMoment(): number | undefined {
		const moments = this.#desk.pending.all.flatMap(({ record }) =>
			record.state === "approved" && record.publishAt !== undefined ? [Date.parse(record.publishAt)] : [],
		);
		return moments.length === 0 ? undefined : Math.min(...moments);
	}

	setAside: DeskStore["setAside"] = (publication) => setAside(this.#desk, publication);

	discard: DeskStore["discard"] = (collection, id, base, person) =>
		discardRevision(this.#desk, { collection, id }, base, person);

	remove: DeskStore["remove"] = (collection, id, base, person) =>
		removeEntry(this.#desk, { collection, id }, base, person);

	naming(collection: Collection, id: string): readonly Use[] {
		const target = collection === "articles" ? id : pathOfEntry({ collection, id });
		return target === undefined ? [] : this.#usesOf(target, { collection, id });
	}

	async uses(collection: Collection, id: string): ReturnType<DeskStore["uses"]> {
		const current = await this.#desk.current({ collection, id });
		if (!current) return { uses: [], files: [] };
		const files = [...(await ownFiles(this.#desk, current)).keys()];
		const fileUse = await fileUses(this.#desk);
		return {
			uses: this.naming(collection, id),
			files: files.filter((path) => !fileUse.isUsedByOthers(path, current)),
		};
	}

	changeComments: DeskStore["changeComments"] = (article, change, person) =>
		this.#desk.writing(() => changeComments(this.#desk, article, change, person));

	trash: DeskStore["trash"] = () => trashItems(this.#desk);

	restoreFromTrash: DeskStore["restoreFromTrash"] = (key, person) =>
		restoreFromTrash(this.#desk, key, person);

	emptyTrash: DeskStore["emptyTrash"] = () => emptyTrash(this.#desk);

	history: DeskStore["history"] = (collection, id) => entryHistory(this.#desk, { collection, id });

	versionText: DeskStore["versionText"] = (collection, id, commit) =>
		versionText(this.#desk, { collection, id }, commit);

	restore: DeskStore["restore"] = async (collection, id, commit, base, person) => {
		const text = await versionText(this.#desk, { collection, id }, commit);
		if (text === undefined) return { kind: "missing" };
		return await saveEntry(this.#desk, { collection, id, text, base, isExact: true }, person);
	};

	relations: DeskStore["relations"] = async (query) => choicesFor(this.#desk, query);

	media: DeskStore["media"] = (query = {}) => this.#media.page(query);

	removeMedia: DeskStore["removeMedia"] = (paths, person) => this.#media.remove(paths, person);

	/** Queued with the other writers, so that our own publication is not taken for another person's. */
	refresh: DeskStore["refresh"] = () => this.#desk.writing(() => this.#lookAgain());

	async #lookAgain(): Promise<void> {
		const desk = this.#desk;
		for (const entry of await desk.pending.reload()) await desk.reindex(entry);
		const tip = await desk.branch.tip();
		if (tip === undefined || tip === desk.seen) return;
		const isFirst = desk.seen === undefined;
		const paths = await this.#keeper.follow(tip);
		await desk.follower.followOthers(tip);
		desk.seen = tip;
		if (!isFirst) desk.tell({ kind: "published", commit: tip, paths });
	}

	remoteStatus: DeskStore["remoteStatus"] = () => this.#remotes.status;

	push: DeskStore["push"] = () => this.#remotes.push();

	async tidy(): Promise<void> {
		const { repository } = this.#desk;
		await repository.run(["pack-refs", "--all"]);
		await repository.run(["commit-graph", "write", "--reachable", "--changed-paths"]);
		await repository.run(["gc", "--quiet", "--no-prune"]);
		await this.#keeper.write();
	}

	onEvent: DeskStore["onEvent"] = (listener) => this.#desk.listen(listener);

	async close(): Promise<void> {
		await this.#remotes.close();
		await this.#keeper.close();
		await this.#desk.writing(async () => this.#desk.repository.close());
	}

	summary(collection: Collection, id: string): EntrySummary | undefined {
		const entry = this.#desk.indexes[collection].get(id);
		const path = pathOfEntry({ collection, id });
		if (!entry || path === undefined) return undefined;
		const { facts, status } = entry;
		const record = this.#desk.pending.get({ collection, id })?.record;
		const { date, author, province, committee, tags, image, words, pictures, withdrawn } = facts;
		// An article that was written in Git may have a future date.
		const isLater = !record && date !== undefined && Date.parse(startOf(date as IsoDate)) > this.#desk.now();
		const scheduledFor = status.scheduledFor ?? (isLater && status.isPublished ? date : undefined);
		return {
			collection,
			id,
			path,
			title: facts.title,
			author,
			tags,
			words,
			pictures,
			names: this.#namesOf(facts),
			...(date !== undefined && { date }),
			...(province !== undefined && { province }),
			...(committee !== undefined && { committee }),
			...(image !== undefined && { image }),
			...(withdrawn !== undefined && { withdrawn }),
			state: isLater && status.state === "published" ? "approved" : status.state,
			isPublished: status.isPublished && !isLater,
			...(scheduledFor !== undefined && { scheduledFor }),
			...(record?.reason !== undefined && { reason: record.reason }),
			...(record && { owner: record.owner, changedBy: record.changedBy.name, changedAt: record.changedAt }),
		};
	}

	#namesOf({ author, committee, province, date }: IndexedEntry["facts"]): EntrySummary["names"] {
		const { authors, committees } = this.#desk.indexes;
		const nameIn = (index: typeof authors, id: string) => {
			const facts = index.get(id)?.facts;
			return facts?.alias ?? facts?.title ?? id;
		};
		const unit =
			province === undefined
				? undefined
				: (provinces.at(province as Slug, dayOf((date ?? "") as IsoDate)) ??
					provinces.withSlug(province as Slug).at(-1));
		return {
			authors: author.map((id) => nameIn(authors, id)),
			...(committee !== undefined && { committee: nameIn(committees, committee) }),
			...(province !== undefined && { province: unit?.name ?? province }),
		};
	}

	async #assetsOf(current: CurrentEntry): Promise<readonly Asset[]> {
		const { repository } = this.#desk;
		const assets = new Map<string, Asset>();
		const removed = new Set(current.pending?.revision.record.removed);
		const bytesOf = async (blob: string) => (await repository.blob(blob))?.length ?? 0;
		for (const [path, blob] of await ownFiles(this.#desk, current)) {
			if (!removed.has(path)) assets.set(path, { path, bytes: await bytesOf(blob), isPending: false });
		}
		for (const [path, blob] of current.pending?.revision.assets ?? []) {
			assets.set(path, { path, bytes: await bytesOf(blob), isPending: true });
		}
		return [...assets.values()];
	}

	#usesOf(target: string, except: EntryKey): readonly Use[] {
		return collections.flatMap((collection) =>
			this.#desk.indexes[collection]
				.referring(target)
				.filter((id) => collection !== except.collection || id !== except.id)
				.map((id) => ({
					collection,
					id,
					title: this.#desk.indexes[collection].get(id)?.facts.title ?? id,
				})),
		);
	}
}
