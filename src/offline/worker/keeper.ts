/**
 * Keeps what readers ask for. A set is updated atomically: the files of its new state are fetched first, then its
 * record is written, then files that are no longer needed are removed. A failure before that leaves the former state
 * complete.
 */
import { cacheNames, storedIndexFile, storedPage } from "../cache-names.ts";
import { type KeptSet, openDatabase, type Wish } from "../database.ts";
import type { FailureReason, KeptList, KeptState, Measure, News } from "../messages.ts";
import { sizeOf } from "../set-contents.ts";
import {
	ChangedMeanwhileError,
	fetchFiles,
	GoneError,
	isQuotaError,
	keysOf,
	missingFiles,
	NoRoomError,
	storedKeys,
	sweep,
	type WantedFiles,
} from "./file-store.ts";
import { type Gathered, gather } from "./gather.ts";

/** How often a set is gathered again if the site changes meanwhile. */
const tries = 3;

/** Most bytes of an update that are fetched without asking the reader. */
const smallUpdate = 3 * 1024 * 1024;

/** The site's lists stay the same, and yet pages arrive that are not those: a network on the way has old or altered ones. */
class AlteredError extends Error {}

/** The reader asked to stop. */
class CancelledError extends Error {}

export interface Keeper {
	measure(id: string): Promise<Measure>;
	/** @returns the reason if it failed; interrupted work continues with `resume` */
	keep(wish: Wish): Promise<FailureReason | undefined>;
	cancel(id: string): Promise<void>;
	remove(id: string): Promise<void>;
	/** Updates a set, however much has to be fetched. */
	update(id: string): Promise<FailureReason | undefined>;
	/** Updates all sets for which little has to be fetched. */
	updateAll(): Promise<void>;
	/** Removes pages from all sets, and fetches their replacements. */
	drop(addresses: readonly string[]): Promise<void>;
	/** Continues what was interrupted. */
	resume(): Promise<void>;
	list(): Promise<KeptList>;
	page(address: string): Promise<Response | undefined>;
	/** A picture or an attachment. */
	fixedFile(address: string): Promise<Response | undefined>;
	/** A file of the finder's index. */
	indexFile(address: string): Promise<Response | undefined>;
	hasFinder(): Promise<boolean>;
}

export function createKeeper(tell: (news: News) => void): Keeper {
	/** One task at a time, whichever tab asks. */
	let queue: Promise<unknown> = Promise.resolve();
	const running = new Map<string, AbortController>();
	/** Needed for each requested page, so it is cached in memory. */
	let known: readonly KeptSet[] | undefined;

	function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
		const result = queue.then(work);
		queue = result.catch(() => {});
		return result;
	}

	async function sets(): Promise<readonly KeptSet[]> {
		known ??= (await (await openDatabase()).getAll("sets")).sort((a, b) => b.updatedAt - a.updatedAt);
		return known;
	}

	function changed(): void {
		known = undefined;
		tell({ kind: "changed" });
	}

	/** Fetches what a set lacks, then updates its record. */
	async function fetchSet(wish: Wish, signal: AbortSignal, limit: number): Promise<void> {
		let before: Gathered | undefined;
		for (let attempt = 1; ; attempt++) {
			const gathered = wished(wish, await gather(wish.id, signal));
			const missing = await missingFiles(gathered);
			const total = bytesOf(missing);
			const former = (await sets()).find(({ id }) => id === wish.id);
			if (total > limit && former) {
				await (await openDatabase()).put("sets", { ...former, waiting: total });
				return changed();
			}
			let done = 0;
			tell({ kind: "progress", id: wish.id, done, total });
			try {
				await fetchFiles(missing, signal, (bytes) => {
					done += bytes;
					tell({ kind: "progress", id: wish.id, done, total });
				});
			} catch (error) {
				if (!(error instanceof ChangedMeanwhileError)) throw error;
				if (attempt === tries) throw before && hasSamePages(before, gathered) ? new AlteredError() : error;
				before = gathered;
				continue;
			}
			if (signal.aborted) throw signal.reason;
			const isSame = former !== undefined && isSameState(former, gathered);
			const transaction = (await openDatabase()).transaction(["sets", "wishes"], "readwrite");
			await Promise.all([
				transaction.objectStore("sets").put(setOf(wish, gathered)),
				transaction.objectStore("wishes").delete(wish.id),
				transaction.done,
			]);
			known = undefined;
			if (!isSame) await sweepUnwanted();
			return changed();
		}
	}

	/** Files of interrupted work stay, so that it can continue. */
	async function sweepUnwanted(): Promise<void> {
		if ((await (await openDatabase()).count("wishes")) === 0) await sweep(await sets());
	}

	async function work(wish: Wish, limit = Number.POSITIVE_INFINITY): Promise<FailureReason | undefined> {
		const controller = new AbortController();
		running.set(wish.id, controller);
		try {
			await fetchSet(wish, controller.signal, limit);
			return undefined;
		} catch (error) {
			const reason = reasonOf(error);
			// Only failures that may pass are tried again.
			if (reason !== "network") {
				const database = await openDatabase();
				await database.delete("wishes", wish.id);
				// What the site no longer has is removed here too.
				if (reason === "gone") await database.delete("sets", wish.id);
				known = undefined;
				await sweepUnwanted();
			}
			changed();
			return reason;
		} finally {
			running.delete(wish.id);
		}
	}

	async function measure(id: string): Promise<Measure> {
		const gathered = await gather(id, new AbortController().signal);
		const kept = (await list()).sets.find((set) => set.id === id);
		const result = {
			articles: gathered.articles,
			pages: sizeOf(gathered.pages) + sizeOf(gathered.index),
			pictures: sizeOf(gathered.pictures),
			attachments: sizeOf(gathered.attachments),
			isCut: gathered.isCut,
			...(kept && { kept }),
		};
		return result;
	}

	async function list(): Promise<KeptList> {
		const stored = await storedKeys();
		const database = await openDatabase();
		return {
			sets: (await sets()).map((set): KeptState => {
				const { id, title, articles, bytes, updatedAt, isCut, waiting } = set;
				const missing = keysOf(set).filter((key) => !stored.has(key)).length;
				return {
					id,
					title,
					articles,
					bytes,
					updatedAt,
					isCut,
					missing,
					...(waiting !== undefined && { waiting }),
				};
			}),
			unfinished: (await database.getAll("wishes")).map(({ id, title }) => ({
				id,
				title,
				isRunning: running.has(id),
			})),
		};
	}

	return {
		measure,
		list,
		async keep(wish) {
			await (await openDatabase()).put("wishes", wish);
			tell({ kind: "changed" });
			return await inTurn(async () => {
				const isWished = (await (await openDatabase()).get("wishes", wish.id)) !== undefined;
				return isWished ? await work(wish) : "cancelled";
			});
		},
		async cancel(id) {
			await (await openDatabase()).delete("wishes", id);
			running.get(id)?.abort(new CancelledError(id));
			tell({ kind: "changed" });
		},
		remove: (id) =>
			inTurn(async () => {
				const database = await openDatabase();
				await database.delete("sets", id);
				await database.delete("wishes", id);
				known = undefined;
				await sweepUnwanted();
				changed();
			}),
		update: (id) =>
			inTurn(async () => {
				const set = (await sets()).find((one) => one.id === id);
				return set && (await work(set));
			}),
		updateAll: () =>
			inTurn(async () => {
				for (const set of await sets()) await work(set, smallUpdate);
			}),
		drop: (addresses) =>
			inTurn(async () => {
				const database = await openDatabase();
				const concerned = (await sets()).filter(({ pages }) => addresses.some((address) => address in pages));
				for (const set of concerned) {
					const pages = Object.fromEntries(
						Object.entries(set.pages).filter(([address]) => !addresses.includes(address)),
					);
					await database.put("sets", { ...set, pages });
				}
				known = undefined;
				if (concerned.length === 0) return;
				await sweepUnwanted();
				for (const set of concerned) await work(set);
			}),
		resume: () =>
			inTurn(async () => {
				for (const wish of await (await openDatabase()).getAll("wishes")) await work(wish);
			}),
		async page(address) {
			const digest = (await sets()).find(({ pages }) => address in pages)?.pages[address];
			return digest === undefined ? undefined : await inCache(storedPage(digest));
		},
		fixedFile: inCache,
		async indexFile(address) {
			const key = (await sets()).find(({ index }) => index && address in index)?.index?.[address];
			return key === undefined ? undefined : await inCache(key);
		},
		hasFinder: async () => (await sets()).some(({ index }) => index !== undefined),
	};
}

async function inCache(key: string): Promise<Response | undefined> {
	return await (await caches.open(cacheNames.kept)).match(key);
}

function wished({ withPictures, withAttachments }: Wish, gathered: Gathered): Gathered {
	return {
		...gathered,
		...(!withPictures && { pictures: [] }),
		...(!withAttachments && { attachments: [] }),
	};
}

function setOf(
	{ id, title, withPictures, withAttachments = false }: Wish,
	{ pages, pictures, attachments, index, articles, isCut }: Gathered,
): KeptSet {
	return {
		id,
		title,
		withPictures,
		withAttachments,
		pages: Object.fromEntries(pages.map(({ address, digest }) => [address, digest])),
		pictures: pictures.map(({ address }) => address),
		attachments: attachments.map(({ address }) => address),
		...(index.length > 0 && {
			index: Object.fromEntries(index.map(({ address, sum }) => [address, storedIndexFile(address, sum)])),
		}),
		articles,
		bytes: bytesOf({ pages, pictures, attachments, index }),
		isCut,
		updatedAt: Date.now(),
	};
}

function bytesOf({ pages, pictures, attachments, index }: WantedFiles): number {
	return sizeOf(pages) + sizeOf(pictures) + sizeOf(attachments) + sizeOf(index);
}

function hasSamePages(before: Gathered, after: Gathered): boolean {
	const digests = new Map(before.pages.map(({ address, digest }) => [address, digest]));
	return after.pages.every(({ address, digest }) => digests.get(address) === digest);
}

function isSameState(former: KeptSet, { pages, pictures, attachments, index }: Gathered): boolean {
	return (
		index.every(({ address, sum }) => former.index?.[address] === storedIndexFile(address, sum)) &&
		Object.keys(former.index ?? {}).length === index.length &&
		Object.keys(former.pages).length === pages.length &&
		pages.every(({ address, digest }) => former.pages[address] === digest) &&
		former.pictures.length === pictures.length &&
		(former.attachments ?? []).length === attachments.length
	);
}

export function reasonOf(error: unknown): FailureReason {
	if (error instanceof NoRoomError || isQuotaError(error)) return "quota";
	if (error instanceof AlteredError) return "altered";
	if (error instanceof ChangedMeanwhileError) return "changing";
	if (error instanceof GoneError) return "gone";
	if (error instanceof CancelledError) return "cancelled";
	return "network";
}
