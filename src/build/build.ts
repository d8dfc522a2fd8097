/** Builds the site of a content folder. */
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { ContentListing, ContentProblem, ReadCache } from "../content/index.ts";
import { listContent, openReadCache, readPortal } from "../content/index.ts";
import { sha256 } from "../disk/digest.ts";
import { LockFile } from "../disk/lock-file.ts";
import type { OtherBackend } from "../editor/forms/index.ts";
import type { ArticleId, IsoDateTime, UrlPath } from "../model/ids.ts";
import type { Progress } from "../model/progress.ts";
import { silentProgress } from "../model/progress.ts";
import { OwnComponentError } from "../site/components/replaceable.ts";
import { nextChange } from "../site/plan/next-change.ts";
import { planPortal } from "../site/plan/plan.ts";
import type { Theme } from "../theme/index.ts";
import { yearArchives } from "./archives/year-archives.ts";
import { type FolderFiles, type FolderNames, isCurrent } from "./cache/cached-folders.ts";
import { withWorkDirectory } from "./cache/work-directory.ts";
import { problemsWithFiles } from "./check-portal.ts";
import type { CodeDigests } from "./incremental/code-digest.ts";
import { openCodeDigests } from "./incremental/code-digest.ts";
import { type LastBuild, lastBuildMemory } from "./incremental/last-build.ts";
import { openPlanMemory } from "./incremental/plan-memory.ts";
import {
	digestOfBases,
	listingTarget,
	outputTargets,
	staticTargets,
	templateBases,
} from "./incremental/target.ts";
import { finderFiles } from "./indexing/finder-files.ts";
import { pagefindFiles } from "./indexing/pagefind-files.ts";
import { problemsOfMovedTags } from "./moved-tags.ts";
import {
	copyOwnComponents,
	loadOwnComponents,
	type OwnComponentFiles,
	problemOfComponent,
} from "./own-components.ts";
import { digestOfOwnPages, ownAddressesBeside, renderOwnPagesBeside } from "./own-pages.ts";
import { readThemeBeside } from "./read-theme-beside.ts";
import { inspectFiles } from "./static-files/inspect-files.ts";
import { prepareFiles } from "./static-files/prepare-files.ts";
import { assetFolders, digestOfBackend, readersAssets, siteAssets } from "./static-files/site-assets.ts";
import { DamagedCacheError } from "./static-files/static-file.ts";
import { readAhead } from "./workers/read-ahead.ts";
import type { Workers } from "./workers/workers.ts";
import { createWorkers } from "./workers/workers.ts";
import { discardManifests } from "./writing/site-trees.ts";
import type { Changes } from "./writing/write-site.ts";
import { writeSite } from "./writing/write-site.ts";

export interface BuildOptions {
	readonly contentDirectory: string;
	/** The folder's listing, if it is already being made. */
	readonly content?: Promise<ContentListing | undefined>;
	/** Becomes a symbolic link to the current tree. */
	readonly outputDirectory: string;
	/** Kept between builds. Losing it costs only time. */
	readonly cacheDirectory: string;
	/** Decides what is published. */
	readonly now: IsoDateTime;
	/** Whether the search index is made. */
	readonly search: boolean;
	/**
	 * Whether the first build of a site ends as soon as its pages can be read. Pictures that must be encoded, search
	 * indexes and the editor are left to the next build.
	 *
	 * @default false
	 */
	readonly pagesFirst?: boolean;
	/** The backend that the site's editor uses instead of a desk. @default a desk */
	readonly otherBackend?: OtherBackend | undefined;
	/**
	 * The most read articles up to yesterday, most read first. The home page shows them until a server answers. @default
	 * []
	 */
	readonly mostRead?: readonly ArticleId[];
	/** Writes every file again, whatever the manifest of the current tree says. @default false */
	readonly rewrite?: boolean;
	/** @default silentProgress */
	readonly progress?: Progress;
}

/** What a build changed. */
export interface BuildReport extends Changes {
	readonly articles: number;
	/** From this moment on, the same content may give a different site. */
	readonly until: IsoDateTime;
	/** Pictures that a first build with `pagesFirst` left to the next one: addresses with the path of each source. */
	readonly awaited?: Readonly<Record<UrlPath, string>>;
}

export type BuildResult = (
	| { readonly report: BuildReport; readonly problems: readonly [] }
	| { readonly report?: undefined; readonly problems: readonly ContentProblem[] }
) & {
	/** Problems that do not prevent the build. A build that reads nothing repeats the last build's first 500. */
	readonly warnings: readonly ContentProblem[];
};

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

/** The most warnings that the next build can repeat if it reads nothing. */
const rememberedWarnings = 500;

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
	const file = join(cacheDirectory, `last-build-${key}`);
	const last =
		content &&
		lastBuildMemory({
			file,
			outputDirectory,
			search,
			content,
			theme: [
				theme.digest,
				await digestOfOwnPages(contentDirectory),
				digestOfBackend(options.otherBackend),
				...(options.mostRead ?? []),
			].join(""),
		});
	const unchanged = await last?.find(now);
	if (unchanged) {
		const { articles, files, until, warnings } = unchanged;
		return {
			report: { articles, files, until, added: [], changed: [], removed: [], bytesWritten: 0 },
			problems: [],
			warnings,
		};
	}
	// Indexing a published article is work for one worker. Its pages are rendered in this process.
	if (search && content && content.files.paths.length > worthWarming) workers.warmUp();
	const current = await last?.currentFolders();
	// Few pages will have to be rendered, and this process does it. So Eleventy is loaded while content is read.
	if (current) import("./writing/render-batch.ts").catch(() => {});
	if (problems.length > 0) {
		const read = await readPortal({
			directory: contentDirectory,
			...(content && { listing: content }),
			now,
			otherPages: ownAddressesBeside(contentDirectory),
		});
		return { problems: [...problems, ...read.problems], warnings: read.warnings };
	}
	const components = await copyOwnComponents(theme.components, cacheDirectory);
	const isFirst = options.pagesFirst === true && !existsSync(outputDirectory);
	const folders = isFirst ? [] : await assetFolders(theme, options.otherBackend);
	const areThere = !isFirst && folders.every((folder) => isCurrent(current, folder));
	const makeAssets = isFirst ? readersAssets : siteAssets;
	return withWorkDirectory(cacheDirectory, async (workDirectory) => {
		// Other processes make them while this one reads.
		const making = areThere ? Promise.resolve([]) : makeAssets(workDirectory, theme, options.otherBackend);
		const assets = making.then((files) => ({ files, folders }));
		const assetsAreDone = assets.then(
			() => {},
			() => {},
		);
		try {
			const { memory, ...result } = await buildAnew(options, {
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
				isFirst,
			});
			if (memory && !isFirst) await last?.remember(memory);
			return result;
		} finally {
			await assetsAreDone;
		}
	});
}

/** A key for each pair of content folder and output. */
function keyOf({ contentDirectory, outputDirectory }: BuildOptions): string {
	return sha256(`${resolve(contentDirectory)}\n${resolve(outputDirectory)}`).slice(0, 16);
}

interface BuildMeans {
	/** The key of the content folder and the output. */
	readonly key: string;
	/** Digests of the code that this process runs. */
	readonly code: CodeDigests;
	readonly theme: Theme;
	readonly components: OwnComponentFiles | undefined;
	/** An empty folder, which is removed after the build. */
	readonly workDirectory: string;
	readonly content: ContentListing | undefined;
	readonly readCache: ReadCache;
	readonly current: FolderNames | undefined;
	readonly assets: Promise<FolderFiles>;
	readonly workers: Workers;
	/** Whether only pages are built. */
	readonly isFirst: boolean;
}

/** @returns the result, and the record for the next build */
async function buildAnew(
	options: BuildOptions,
	means: BuildMeans,
): Promise<BuildResult & { readonly memory?: LastBuild }> {
	const { key, code, theme, components, workDirectory, content, readCache } = means;
	const { current, assets, workers, isFirst } = means;
	const { contentDirectory, cacheDirectory, outputDirectory, now, progress = silentProgress } = options;
	const read = await readPortal({
		directory: contentDirectory,
		...(content && { listing: content }),
		now,
		otherPages: ownAddressesBeside(contentDirectory),
		progress,
		cache: readCache,
		readAhead: (files, onRead) => readAhead(files, contentDirectory, workers, onRead),
	});
	if (!read.portal)
		return { problems: await problemsWithFiles(read, options, progress), warnings: read.warnings };
	const { portal, used } = read;
	const moved = await problemsOfMovedTags(portal, options);
	if (moved.length > 0)
		return {
			problems: [...moved, ...(await problemsWithFiles(read, options, progress))],
			warnings: read.warnings,
		};
	const prepared = await prepareFiles(
		portal,
		{ ...options, accent: theme.accent, foresee: isFirst },
		progress,
	);
	const faults = new Map([
		...prepared.faults,
		...(await inspectFiles(used.unpublished(), options, progress)),
	]);
	if (faults.size > 0) return { problems: used.problemsOf(faults), warnings: read.warnings };
	const search = options.search && portal.site.features.search;
	await loadOwnComponents(components);
	const archives = isFirst
		? { offers: [], files: [] }
		: await yearArchives(portal, { ...options, prepared, theme, workDirectory, progress });
	const withArchives = { ...prepared, archives: archives.offers };
	const own = await renderOwnPagesBeside(contentDirectory, join(workDirectory, "own-pages"), () =>
		planPortal(portal, withArchives, { search, theme }),
	);
	if (own.problems.length > 0) return { problems: own.problems, warnings: read.warnings };
	const plan = planPortal(portal, withArchives, {
		search,
		theme,
		ownPages: own.addresses,
		// Feeds state the sizes of their pictures, which the first build does not know yet.
		feeds: !isFirst,
		editorOrigins: options.otherBackend?.origins ?? [],
		mostRead: options.mostRead ?? [],
	});
	const bases = templateBases(plan, code);
	const base = digestOfBases(bases);
	const memory = await openPlanMemory(join(cacheDirectory, `plan-${key}`), {
		base,
		keys: plan.context.index.all.map((entry) => entry.key),
	});
	// Folders can only be reused from the tree that the last build wrote, which the memory describes.
	const unchanged = current ? plan.folders.filter(memory.isUnchanged) : [];
	const reused = new Set(unchanged.map(({ address }) => address));
	const indexing = {
		contentDirectory,
		cacheDirectory,
		current,
		code,
		memory,
		workers,
	};
	const indexes =
		search && !isFirst
			? [
					finderFiles(plan, { ...indexing, progress }),
					pagefindFiles(plan, { ...indexing, progress: progress.beside() }),
				]
			: [];
	const parts = Promise.all([
		{ files: [...prepared.files, ...archives.files, ...own.files], folders: [] },
		assets,
		...indexes,
	]);
	// It may fail while targets are still being computed; the error is handled where it is awaited.
	parts.catch(() => {});
	const pages = await outputTargets(plan, bases, { memory, reused });
	const copied = async () => ({
		targets: staticTargets((await parts).flatMap((part) => part.files)),
		reused: new Set(
			(await parts)
				.flatMap((part) => part.folders)
				.filter((folder) => isCurrent(current, folder))
				.map(({ address }) => address),
		),
	});
	const { site } = plan;
	const changes = await writeSite(pages, copied(), {
		// Listings state the sizes of pictures, which the first build does not have yet.
		listings: isFirst ? [] : plan.listings,
		listingTarget: (listing, view) => listingTarget(listing, view, bases),
		outputDirectory,
		contentDirectory,
		site,
		components,
		reused,
		reusable: current?.keys() ?? [],
		workers,
		progress: progress.beside(),
	});
	await memory.save();
	const articles = portal.articles.length;
	const { files } = changes;
	const folders = (await parts).flatMap((part) => part.folders);
	const until = nextChange(portal, read.until);
	return {
		report: {
			articles,
			until,
			...changes,
			...(isFirst && { awaited: Object.fromEntries(prepared.awaited) }),
		},
		problems: [],
		warnings: read.warnings,
		memory: {
			articles,
			files,
			from: now,
			until,
			folders,
			warnings: read.warnings.slice(0, rememberedWarnings),
		},
	};
}
