/** Builds the site of a content folder, unless nothing has changed. */
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { ContentListing, ContentProblem } from "../content/index.ts";
import { listContent, openReadCache, readPortal } from "../content/index.ts";
import { sha256 } from "../disk/digest.ts";
import { LockFile } from "../disk/lock-file.ts";
import type { OtherBackend } from "../editor/forms/index.ts";
import { OwnComponentError } from "../site/components/replaceable.ts";
import type { Theme } from "../theme/index.ts";
import { buildAnew } from "./build-anew.ts";
import type { BuildOptions, BuildResult } from "./build-options.ts";
import { type FolderFiles, type FolderNames, isCurrent } from "./cache/cached-folders.ts";
import { withWorkDirectory } from "./cache/work-directory.ts";
import { openCodeDigests } from "./incremental/code-digest.ts";
import { type LastBuild, type LastBuildMemory, lastBuildMemory } from "./incremental/last-build.ts";
import { copyOwnComponents, problemOfComponent } from "./own-components.ts";
import { digestOfOwnPages, ownAddressesBeside } from "./own-pages.ts";
import { readThemeBeside } from "./read-theme-beside.ts";
import { assetFolders, digestOfBackend, readersAssets, siteAssets } from "./static-files/site-assets.ts";
import { DamagedCacheError } from "./static-files/static-file.ts";
import { createWorkers, type Workers } from "./workers/workers.ts";
import { discardManifests } from "./writing/site-trees.ts";

/**
 * Builds the site and switches to it atomically. If the content has problems, nothing is built and all problems are
 * returned. The current tree then stays unchanged, as it does when the build throws.
 *
 * @throws LockHeldError, ForeignOutputError, and errors of the file system
 */
export async function buildPortal(options: BuildOptions): Promise<BuildResult> {
	const output = resolve(options.outputDirectory);
	mkdirSync(dirname(output), { recursive: true });
	const lock = await LockFile.take(join(dirname(options.outputDirectory), `.${basename(output)}.lock`));
	const workers = createWorkers();
	try {
		if (options.rewrite) await discardManifests(options.outputDirectory);
		return await build(options, workers).catch((error: unknown) => {
			if (error instanceof OwnComponentError) return { problems: [problemOfComponent(error)], warnings: [] };
			if (!(error instanceof DamagedCacheError)) throw error;
			for (const folder of error.folders) rmSync(folder, { recursive: true, force: true });
			return build(options, workers);
		});
	} finally {
		await workers.close();
		await lock.release();
	}
}

/** The number of content files from which reading takes longer than starting a worker in parallel. */
const worthWarming = 20_000;

async function build(options: BuildOptions, workers: Workers): Promise<BuildResult> {
	const { contentDirectory, cacheDirectory, outputDirectory, now, search } = options;
	const key = keyOf(options);
	const reading = readThemeBeside(contentDirectory);
	// Its error is handled where it is awaited.
	reading.catch(() => {});
	const code = await openCodeDigests();
	const listing = options.content ?? Promise.resolve(listContent(contentDirectory));
	const readCache = openReadCache({
		directory: join(cacheDirectory, `documents-${key}`),
		version: code.of("src/content/read-portal.ts"),
	});
	const content = await listing;
	const { theme, problems } = await reading;
	const last =
		content && (await openLastBuild(join(cacheDirectory, `last-build-${key}`), options, content, theme));
	const unchanged = await last?.find(now);
	if (unchanged) return resultOf(unchanged);
	// Indexing a published article is work for one worker. Its pages are rendered in this process.
	if (search && content && content.files.paths.length > worthWarming) workers.warmUp();
	const current = await last?.currentFolders();
	const isFirst = options.pagesFirst === true && !existsSync(outputDirectory);
	// As a rule few pages have to be rendered, and this process does it. So Eleventy is loaded while content is read.
	if (current || isFirst) import("./writing/render-batch.ts").catch(() => {});
	if (problems.length > 0) return refusal(problems, options, content);
	const components = await copyOwnComponents(theme.components, cacheDirectory);
	return withWorkDirectory(cacheDirectory, async (workDirectory) => {
		// Other processes make them while this one reads.
		const assets = makeAssets({ theme, backend: options.otherBackend, workDirectory, current, isFirst });
		// It may fail before it is awaited, and needs the folder until it is done.
		const made = Promise.allSettled([assets]);
		const means = {
			key,
			code,
			theme,
			components,
			workDirectory,
			content,
			readCache,
			current,
			assets,
			workers,
		};
		try {
			const { memory, ...result } = await buildAnew(options, { ...means, isFirst });
			if (memory && !isFirst) await last?.remember(memory);
			return result;
		} finally {
			await made;
		}
	});
}

/** A key for each pair of content folder and output. */
function keyOf({ contentDirectory, outputDirectory }: BuildOptions): string {
	return sha256(`${resolve(contentDirectory)}\n${resolve(outputDirectory)}`).slice(0, 16);
}

async function openLastBuild(
	file: string,
	{ contentDirectory, outputDirectory, search, otherBackend, mostRead = [] }: BuildOptions,
	content: ContentListing,
	theme: Theme,
): Promise<LastBuildMemory> {
	const ownPages = await digestOfOwnPages(contentDirectory);
	const beside = [theme.digest, ownPages, digestOfBackend(otherBackend), ...mostRead];
	return lastBuildMemory({ file, outputDirectory, search, content, theme: beside.join("") });
}

/** The result of a build that finds everything as the last one left it. */
function resultOf({ articles, files, until, warnings }: LastBuild): BuildResult {
	const nothing = { added: [], changed: [], removed: [], bytesWritten: 0 };
	return { report: { articles, files, until, ...nothing }, problems: [], warnings };
}

/** The problems of the theme, with all those of the content. */
async function refusal(
	problems: readonly ContentProblem[],
	{ contentDirectory, now }: BuildOptions,
	content: ContentListing | undefined,
): Promise<BuildResult> {
	const read = await readPortal({
		directory: contentDirectory,
		...(content && { listing: content }),
		now,
		otherPages: ownAddressesBeside(contentDirectory),
	});
	return { problems: [...problems, ...read.problems], warnings: read.warnings };
}

interface AssetsOptions {
	readonly theme: Theme;
	readonly backend: OtherBackend | undefined;
	readonly workDirectory: string;
	readonly current: FolderNames | undefined;
	/** Whether only what readers need is made. */
	readonly isFirst: boolean;
}

/** Style sheet, scripts, fonts and the editor. They are made only if the current tree lacks one of their folders. */
async function makeAssets({
	theme,
	backend,
	workDirectory,
	current,
	isFirst,
}: AssetsOptions): Promise<FolderFiles> {
	if (isFirst) return { files: await readersAssets(workDirectory, theme), folders: [] };
	const folders = await assetFolders(theme, backend);
	if (folders.every((folder) => isCurrent(current, folder))) return { files: [], folders };
	return { files: await siteAssets(workDirectory, theme, backend), folders };
}
