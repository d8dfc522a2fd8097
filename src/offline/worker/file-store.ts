/** The bytes of what is kept. A file is stored completely and with the expected digest, or not at all. */
import type { FixedFile, ListedPage } from "../../model/page-list.ts";
import { sumOf } from "../../search/finder/file-list.ts";
import { articleText } from "../article-text.ts";
import { cacheNames, storedHeaders, storedIndexFile, storedPage } from "../cache-names.ts";
import { type KeptSet, openDatabase } from "../database.ts";
import { searchable } from "../search-kept.ts";

/** A page differs from its digest in the list: the site was published meanwhile. */
export class ChangedMeanwhileError extends Error {}

/** The site no longer has this file. */
export class GoneError extends Error {}

/** The phone is full, or the site's share of it. */
export class NoRoomError extends Error {}

/** Parallel requests: few enough that the page being read still loads quickly. */
const atOnce = 4;

export interface WantedFiles {
	readonly pages: readonly ListedPage[];
	readonly pictures: readonly FixedFile[];
	readonly attachments: readonly FixedFile[];
	/** Of the finder's index. */
	readonly index: readonly IndexFile[];
}

export interface IndexFile {
	readonly address: string;
	readonly size: number;
	/** Its checksum; absent for the lists, which are stored already. */
	readonly sum: string;
}

/** The keys of everything that is stored. */
export async function storedKeys(): Promise<Set<string>> {
	const cache = await caches.open(cacheNames.kept);
	return new Set((await cache.keys()).map(keyOf));
}

function keyOf({ url }: Request): string {
	const { pathname, search } = new URL(url);
	return pathname + search;
}

export function keysOf({
	pages,
	pictures,
	attachments = [],
	index = {},
}: Pick<KeptSet, "pages" | "pictures" | "attachments" | "index">): string[] {
	return [...Object.values(pages).map(storedPage), ...pictures, ...attachments, ...Object.values(index)];
}

/** Those that are not stored. */
export async function missingFiles({
	pages,
	pictures,
	attachments,
	index,
}: WantedFiles): Promise<WantedFiles> {
	const stored = await storedKeys();
	return {
		pages: pages.filter(({ digest }) => !stored.has(storedPage(digest))),
		pictures: pictures.filter(({ address }) => !stored.has(address)),
		attachments: attachments.filter(({ address }) => !stored.has(address)),
		index: index.filter(({ address, sum }) => !stored.has(storedIndexFile(address, sum))),
	};
}

/**
 * Fetches files and stores them. After a failure, those already stored remain, so the next attempt continues from
 * there.
 *
 * @param onBytes called with the bytes of each file
 * @throws ChangedMeanwhileError, NoRoomError, errors of `fetch`, the signal's reason
 */
export async function fetchFiles(
	{ pages, pictures, attachments, index }: WantedFiles,
	signal: AbortSignal,
	onBytes: (bytes: number) => void,
): Promise<void> {
	const tasks = [
		...pages.map((page) => async () => {
			await storePage(page, signal);
			onBytes(page.size);
		}),
		...[...pictures, ...attachments].map(({ address, size }) => async () => {
			await storeFixedFile(address, signal);
			onBytes(size);
		}),
		...index.map((file) => async () => {
			await storeIndexFile(file, signal);
			onBytes(file.size);
		}),
	];
	let next = 0;
	let failure: unknown;
	const work = async () => {
		while (failure === undefined && next < tasks.length) {
			if (signal.aborted) throw signal.reason;
			const task = tasks[next++];
			await task?.().catch((error: unknown) => {
				failure ??= error;
			});
		}
	};
	await Promise.all(Array.from({ length: atOnce }, work));
	if (failure !== undefined) throw failure;
}

async function storePage({ address, digest }: ListedPage, signal: AbortSignal): Promise<void> {
	// A cache on the way may still have the old page.
	for (const cache of ["no-cache", "reload"] as const) {
		const response = await fetch(address, { signal, cache });
		if (response.status === 404 || response.status === 410) throw new ChangedMeanwhileError(address);
		if (!response.ok) throw new Error(`${address}: ${response.status}`);
		const bytes = new Uint8Array(await response.arrayBuffer());
		if ((await digestOf(bytes)) !== digest) continue;
		await storeWords(bytes, digest);
		return await storeBytes(bytes, digest);
	}
	throw new ChangedMeanwhileError(address);
}

/** Stores a page that is in no list. @returns its entry as it would be in a list */
export async function storeUnlistedPage(
	address: string,
	signal: AbortSignal,
): Promise<ListedPage & { html: string }> {
	const response = await fetch(address, { signal, cache: "no-cache" });
	if (response.status === 404 || response.status === 410) throw new GoneError(address);
	if (!response.ok) throw new Error(`${address}: ${response.status}`);
	const bytes = new Uint8Array(await response.arrayBuffer());
	const digest = await digestOf(bytes);
	await storeBytes(bytes, digest);
	return {
		address: address as ListedPage["address"],
		digest,
		size: bytes.length,
		html: new TextDecoder().decode(bytes),
	};
}

async function storeBytes(bytes: Uint8Array<ArrayBuffer>, digest: string): Promise<void> {
	const headers = {
		"Content-Type": "text/html; charset=utf-8",
		[storedHeaders.moment]: String(Date.now()),
	};
	await put(storedPage(digest), () => new Response(bytes, { headers }));
}

/** The text that is searched without a network. */
async function storeWords(bytes: Uint8Array, digest: string): Promise<void> {
	const text = articleText(new TextDecoder().decode(bytes));
	if (text) await (await openDatabase()).put("texts", searchable(text), digest);
}

async function storeFixedFile(address: string, signal: AbortSignal): Promise<void> {
	const response = await fetch(address, { signal });
	if (!response.ok) throw new Error(`${address}: ${response.status}`);
	const blob = await response.blob();
	await put(address, () => new Response(blob, { headers: { "Content-Type": blob.type } }));
}

async function storeIndexFile({ address, sum }: IndexFile, signal: AbortSignal): Promise<void> {
	for (const cache of ["no-cache", "reload"] as const) {
		const response = await fetch(address, { signal, cache });
		if (!response.ok) throw new ChangedMeanwhileError(address);
		const bytes = new Uint8Array(await response.arrayBuffer());
		if (bytes.length > 8 && sumOf(bytes) === sum)
			return await put(storedIndexFile(address, sum), () => new Response(bytes));
	}
	throw new ChangedMeanwhileError(address);
}

/** The list of segments, which leads to the files of the index. @returns it with its address in the cache */
export async function storeSegmentList(
	address: string,
	signal: AbortSignal,
): Promise<{ readonly file: IndexFile; readonly text: string }> {
	const response = await fetch(address, { signal, cache: "no-cache" });
	if (!response.ok) throw new Error(`${address}: ${response.status}`);
	const bytes = new Uint8Array(await response.arrayBuffer());
	const sum = await digestOf(bytes);
	await put(storedIndexFile(address, sum), () => new Response(bytes));
	return { file: { address, size: bytes.length, sum }, text: new TextDecoder().decode(bytes) };
}

/** When room is needed, pages that were only read are removed first. */
async function put(key: string, make: () => Response): Promise<void> {
	const cache = await caches.open(cacheNames.kept);
	try {
		await cache.put(key, make());
	} catch (error) {
		if (!isQuotaError(error)) throw error;
		await caches.delete(cacheNames.pictures);
		await caches.delete(cacheNames.read);
		await cache.put(key, make()).catch((again: unknown) => {
			throw isQuotaError(again) ? new NoRoomError(key) : again;
		});
	}
}

export function isQuotaError(error: unknown): boolean {
	return error instanceof DOMException && error.name === "QuotaExceededError";
}

/** As in the lists: the first 128 bits of the SHA-256, in base64url. */
async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).subarray(0, 16);
	return btoa(String.fromCharCode(...hash))
		.replaceAll("+", "-")
		.replaceAll("/", "_")
		.replace(/=+$/, "");
}

/** Removes files that no set contains. */
export async function sweep(sets: readonly KeptSet[]): Promise<void> {
	const wanted = new Set(sets.flatMap(keysOf));
	const cache = await caches.open(cacheNames.kept);
	for (const request of await cache.keys()) {
		if (!wanted.has(keyOf(request))) await cache.delete(request);
	}
	const database = await openDatabase();
	for (const digest of await database.getAllKeys("texts")) {
		if (!wanted.has(storedPage(digest))) await database.delete("texts", digest);
	}
}
