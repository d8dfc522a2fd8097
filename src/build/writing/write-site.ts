/** Writes the next tree of the site and makes it the current one. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { flushFiles } from "../../disk/flush-files.ts";
import { foldersAbove } from "../../model/addresses.ts";
import type { UrlPath } from "../../model/ids.ts";
import type { Progress } from "../../model/progress.ts";
import type { Listing, Output } from "../../site/plan/output.ts";
import { fileOf } from "../../site/plan/output.ts";
import type { SiteView } from "../../site/views.ts";
import type { Target } from "../incremental/target.ts";
import type { OwnComponentFiles } from "../own-components.ts";
import type { StaticFile } from "../static-files/static-file.ts";
import { DamagedCacheError } from "../static-files/static-file.ts";
import { strings } from "../strings.ts";
import { partsOf } from "../workers/parts-of.ts";
import type { Workers } from "../workers/workers.ts";
import { FileTree, linkFiles } from "./file-tree.ts";
import type { Manifest, ManifestEntry, ReusedFolder } from "./manifest.ts";
import {
	filesIn,
	manifestFile,
	readManifest,
	readManifestWithout,
	sameManifest,
	writeManifest,
} from "./manifest.ts";
import type { WrittenFile } from "./render-batch.ts";
import { findTrees, switchTrees } from "./site-trees.ts";

export interface WriteOptions {
	readonly outputDirectory: string;
	readonly contentDirectory: string;
	readonly site: SiteView;
	readonly components: OwnComponentFiles | undefined;
	/** Addresses of the current tree's folders that are reused. No page is below them. */
	readonly reused: ReadonlySet<UrlPath>;
	/** Addresses of further folders that may be reused; `files` will tell. */
	readonly reusable: Iterable<UrlPath>;
	/** Files that list the other files as written. */
	readonly listings: readonly Listing[];
	readonly listingTarget: (listing: Listing, view: ReturnType<Listing["view"]>) => Target<Output>;
	readonly workers: Workers;
	readonly progress: Progress;
}

/** The files that are copied into the site. */
export interface CopiedFiles {
	readonly targets: readonly Target<StaticFile>[];
	/** Addresses of the folders that are reused. No target is below them. */
	readonly reused: ReadonlySet<UrlPath>;
}

/** What a build changed. */
export interface Changes {
	readonly files: number;
	readonly added: readonly UrlPath[];
	readonly changed: readonly UrlPath[];
	readonly removed: readonly UrlPath[];
	/** Bytes of the files that were added or changed. */
	readonly bytesWritten: number;
}

/** The number of files per run of Eleventy: enough to amortise its start, few enough to need little memory. */
const batchSize = 1500;
/**
 * The number of files from which workers render faster than this process: they must start first, or are busy indexing.
 */
const worthWorkers = 1000;

/** The number of files that are copied before this process handles messages of its workers. */
const filesPerTurn = 100;

/** The number of files that are linked per task; more are split among the workers. */
const linksPerTask = 20_000;

/**
 * Writes the stale files, keeps the others, and switches the trees. Does nothing if no file is stale.
 *
 * @param pages files to be rendered; a few of them are rendered while `files` are still being made
 * @param files files to be copied
 */
export async function writeSite(
	pages: readonly Target<Output>[],
	files: Promise<CopiedFiles>,
	options: WriteOptions,
): Promise<Changes> {
	// Handled at once, because it may fail while something else is awaited.
	const making = Promise.allSettled([files]);
	const trees = await findTrees(options.outputDirectory);
	const isNextUpToDate = trees.current !== undefined && sameManifest(trees.current, trees.next);
	// Otherwise each file must be linked, so all are read.
	const manifest =
		trees.current === undefined
			? undefined
			: readManifestWithout(trees.current, isNextUpToDate ? [...options.reused, ...options.reusable] : []);
	const before = manifest ? manifest.files : new Map<UrlPath, ManifestEntry>();
	const isStale = ({ address, made }: Target) => before.get(address)?.made !== made;
	const tree = new FileTree(trees.next);
	const stalePages = pages.filter(isStale);
	const render = async () => {
		if (stalePages.length === 0) return [];
		// An unfinished tree must not have a manifest.
		tree.remove(manifestFile);
		for (const { address } of stalePages) if (before.has(address)) tree.remove(fileOf(address));
		return renderTargets(stalePages, tree, options);
	};
	if (!manifest) tree.clear();
	// A few pages are rendered while files are being made; many would only compete for the cores.
	let rendering = isNextUpToDate && stalePages.length < worthWorkers ? render() : undefined;
	const early = Promise.allSettled([rendering]);
	const [made] = await making;
	// After a failure, nothing may still write into the tree.
	await early;
	if (made.status === "rejected") throw made.reason;
	// Workers start while this process finds out what else to do.
	if (!manifest) rendering = render();

	const names = new Set([...options.reused, ...made.value.reused]);
	const reused: ReusedFolder[] = [];
	for (const folder of manifest?.reused ?? []) {
		if (names.has(folder.address)) reused.push(folder);
		else for (const entry of filesIn(folder)) before.set(entry.address, entry);
	}
	const targets = [...pages, ...made.value.targets];
	const reusedCount = manifest ? manifest.count - before.size : 0;
	const wanted = new Set([...targets, ...options.listings].map(({ address }) => address));
	const isReused = (address: UrlPath) => foldersAbove(address).some((folder) => names.has(folder));
	const removed = [...before.keys()].filter((address) => !wanted.has(address) && !isReused(address));
	const staleFiles = made.value.targets.filter(isStale);
	const isUnchanged = before.size > 0 && removed.length === 0 && stalePages.length + staleFiles.length === 0;
	if (isUnchanged && listingTargets(before, options).every((listing) => !isStale(listing))) {
		return { files: before.size + reusedCount, added: [], changed: [], removed, bytesWritten: 0 };
	}

	const gone = new Set(removed);
	const remaining = gone.size === 0 ? before : new Map([...before].filter(([address]) => !gone.has(address)));
	tree.remove(manifestFile);
	if (trees.current && manifest) {
		const there = isNextUpToDate ? before : readManifest(trees.next);
		await bringTo(tree, there, { current: trees.current, wanted: remaining, workers: options.workers });
	}
	for (const { address } of staleFiles) if (before.has(address)) tree.remove(fileOf(address));

	// Workers render while this process copies.
	rendering ??= render();
	const [rendered, copied] = await Promise.allSettled([rendering, copyTargets(staleFiles, tree)]);
	if (rendered.status === "rejected") throw rendered.reason;
	if (copied.status === "rejected") throw copied.reason;
	const written = [...rendered.value, ...copied.value];
	const after = new Map(remaining);
	for (const entry of written) after.set(entry.address, entry);
	const staleListings = listingTargets(after, options).filter(isStale);
	for (const { address } of staleListings) if (before.has(address)) tree.remove(fileOf(address));
	for (const entry of staleListings.length > 0 ? await renderTargets(staleListings, tree, options) : []) {
		written.push(entry);
		after.set(entry.address, entry);
	}
	await flushFiles(written.map(({ address }) => join(trees.next, fileOf(address))));
	writeManifest(trees.next, after, reused, after.size + reusedCount);
	await switchTrees(options.outputDirectory, trees);
	await bringUpToDate(new FileTree(trees.other), manifest ? before : undefined, {
		current: trees.next,
		wanted: after,
		workers: options.workers,
	});

	const differing = written.filter(({ address, sha256 }) => before.get(address)?.sha256 !== sha256);
	const addresses = differing.map(({ address }) => address);
	return {
		files: after.size + reusedCount,
		added: addresses.filter((address) => !before.has(address)),
		changed: addresses.filter((address) => before.has(address)),
		removed,
		bytesWritten: differing.reduce((sum, { size }) => sum + size, 0),
	};
}

/** The targets of listings whose folders are not reused, made from the written files. */
function listingTargets(
	files: Manifest,
	{ listings, listingTarget, reused }: Pick<WriteOptions, "listings" | "listingTarget" | "reused">,
): Target<Output>[] {
	const open = listings.filter(({ folder }) => !reused.has(folder));
	const pages = new Map(open.map(({ folder }): [UrlPath, ManifestEntry[]] => [folder, []]));
	for (const entry of files.values()) {
		if (!/(?:\/|\.html)$/.test(entry.address)) continue;
		for (const folder of foldersAbove(entry.address)) pages.get(folder)?.push(entry);
	}
	return open.map((listing) => {
		const own = (pages.get(listing.folder) ?? []).sort((a, b) => (a.address < b.address ? -1 : 1));
		return listingTarget(
			listing,
			listing.view(own, (address) => files.get(address)?.size),
		);
	});
}

/** The state that a tree should get. */
interface TreeWishes {
	/** A tree that has the files. */
	readonly current: string;
	readonly wanted: Manifest;
	readonly workers: Workers;
}

/** Makes the former tree like the current one, so that the next build finds it ready. */
async function bringUpToDate(tree: FileTree, there: Manifest | undefined, wishes: TreeWishes): Promise<void> {
	tree.remove(manifestFile);
	await bringTo(tree, there, wishes);
	tree.linkFrom(wishes.current, manifestFile);
}

/**
 * Makes a tree equal to another by hard links.
 * @param there its present files; undefined if unknown
 */
async function bringTo(
	tree: FileTree,
	there: Manifest | undefined,
	{ current, wanted, workers }: TreeWishes,
): Promise<void> {
	if (there === wanted) return;
	if (!there) tree.clear();
	const gone = [...(there?.keys() ?? [])].filter((address) => !wanted.has(address)).map(fileOf);
	for (const file of gone) tree.remove(file);
	tree.removeEmptyFolders(gone);
	const files: string[] = [];
	for (const [address, entry] of wanted) {
		const reused = there?.get(address);
		if (reused === entry || reused?.sha256 === entry.sha256) continue;
		if (reused) tree.remove(fileOf(address));
		files.push(fileOf(address));
	}
	const links = partsOf(files, linksPerTask).map((part) => ({ from: current, to: tree.root, files: part }));
	if (links.length < 2) links.forEach(linkFiles);
	else
		await workers.run(
			links.map((part) => () => ({ kind: "link" as const, links: part })),
			() => {},
		);
}

/** @throws DamagedCacheError after everything else was copied */
async function copyTargets(targets: readonly Target<StaticFile>[], tree: FileTree): Promise<ManifestEntry[]> {
	const entries: ManifestEntry[] = [];
	const damaged = new Set<string>();
	for (const [index, { from, made }] of targets.entries()) {
		if (index % filesPerTurn === 0) await setImmediate();
		const file = from.cached && !existsSync(from.source) ? undefined : tree.write(from);
		if (file && (!from.cached || from.cached.sha256 === file.sha256)) entries.push({ ...file, made });
		else if (from.cached) damaged.add(from.cached.folder);
	}
	if (damaged.size > 0) throw new DamagedCacheError([...damaged]);
	return entries;
}

async function renderTargets(
	targets: readonly Target<Output>[],
	tree: FileTree,
	{ contentDirectory, site, components, workers, progress }: WriteOptions,
): Promise<ManifestEntry[]> {
	progress.start(strings.rendering, targets.length);
	const made = new Map(targets.map(({ address, made }) => [address, made]));
	const entries: ManifestEntry[] = [];
	const keep = (files: readonly WrittenFile[]) => {
		for (const file of files) entries.push({ ...file, made: made.get(file.address) ?? "" });
		progress.advance(files.length);
	};
	const outputs = targets.map(({ from }) => from).sort(byDay);
	const batchOf = (part: readonly Output[]) => ({
		outputs: part.map(({ template, address, view }) => ({ template, address, view: view() })),
		site,
		contentDirectory,
		components,
		directory: tree.root,
	});
	const parts = partsOf(outputs, batchSize);
	if (outputs.length < worthWorkers) {
		// Loaded on demand, because loading Eleventy takes long.
		const [{ renderBatch }, { loadTemplates }] = await Promise.all([
			import("./render-batch.ts"),
			import("../../site/pages/load-templates.ts"),
		]);
		for (const part of parts) keep(await renderBatch(batchOf(part), loadTemplates));
	} else {
		await workers.run(
			parts.map((part) => () => ({ kind: "render" as const, batch: batchOf(part) })),
			keep,
			{ ahead: 1 },
		);
	}
	progress.done();
	return entries;
}

/** Sorts outputs by day: those of a day show the same bodies and cards, which a batch then renders only once. */
function byDay(one: Output, other: Output): number {
	const a = one.day ?? "";
	const b = other.day ?? "";
	return a < b ? -1 : a > b ? 1 : 0;
}
