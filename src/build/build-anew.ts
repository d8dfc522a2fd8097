/** The steps of a build, once something has changed: docs/architecture.md describes them one by one. */
import { join } from "node:path";
import type { ContentListing, ContentProblem, ReadCache } from "../content/index.ts";
import { readPortal } from "../content/index.ts";
import type { IsoDateTime } from "../model/ids.ts";
import type { Portal } from "../model/portal.ts";
import { silentProgress } from "../model/progress.ts";
import { nextChange } from "../site/plan/next-change.ts";
import { type Plan, planPortal } from "../site/plan/plan.ts";
import type { Theme } from "../theme/index.ts";
import { yearArchives } from "./archives/year-archives.ts";
import type { BuildOptions, BuildReport, BuildResult } from "./build-options.ts";
import { type FolderFiles, type FolderNames, isCurrent } from "./cache/cached-folders.ts";
import { problemsWithFiles } from "./check-portal.ts";
import type { CodeDigests } from "./incremental/code-digest.ts";
import type { LastBuild } from "./incremental/last-build.ts";
import { openPlanMemory, type PlanMemory } from "./incremental/plan-memory.ts";
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
import { loadOwnComponents, type OwnComponentFiles } from "./own-components.ts";
import { ownAddressesBeside, renderOwnPagesBeside } from "./own-pages.ts";
import { inspectFiles } from "./static-files/inspect-files.ts";
import { type Preparation, prepareFiles } from "./static-files/prepare-files.ts";
import { readAhead } from "./workers/read-ahead.ts";
import type { Workers } from "./workers/workers.ts";
import { type Changes, writeSite } from "./writing/write-site.ts";

/** The most warnings that the next build can repeat if it reads nothing. */
const rememberedWarnings = 500;

export interface BuildMeans {
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

/** Content that cannot be built. */
interface Refusal {
	readonly problems: readonly ContentProblem[];
}

/** @returns the result, and the record for the next build */
export async function buildAnew(
	options: BuildOptions,
	means: BuildMeans,
): Promise<BuildResult & { readonly memory?: LastBuild }> {
	const read = await readBuildable(options, means);
	const { warnings } = read;
	if ("problems" in read) return { problems: read.problems, warnings };
	const planned = await planSite(read, options, means);
	if ("problems" in planned) return { problems: planned.problems, warnings };
	const { changes, folders } = await writePlan(planned, options, means);
	const { portal, prepared, until } = read;
	const articles = portal.articles.length;
	const report: BuildReport = {
		articles,
		until,
		...changes,
		...(means.isFirst && { awaited: Object.fromEntries(prepared.awaited) }),
	};
	const memory: LastBuild = {
		articles,
		files: changes.files,
		from: options.now,
		until,
		folders,
		warnings: warnings.slice(0, rememberedWarnings),
	};
	return { report, problems: [], warnings, memory };
}

interface Buildable {
	readonly portal: Portal;
	readonly prepared: Preparation;
	/** From this moment on, the same content may give a different site. */
	readonly until: IsoDateTime;
}

/** Steps 2 and 3: reads and checks the content, and prepares its pictures and attachments. */
async function readBuildable(
	options: BuildOptions,
	{ theme, content, readCache, workers, isFirst }: BuildMeans,
): Promise<(Buildable | Refusal) & { readonly warnings: readonly ContentProblem[] }> {
	const { contentDirectory, now, progress = silentProgress } = options;
	const read = await readPortal({
		directory: contentDirectory,
		...(content && { listing: content }),
		now,
		otherPages: ownAddressesBeside(contentDirectory),
		progress,
		cache: readCache,
		readAhead: (files, onRead) => readAhead(files, contentDirectory, workers, onRead),
	});
	const { warnings } = read;
	const moved = read.portal ? await problemsOfMovedTags(read.portal, options) : [];
	if (!read.portal || moved.length > 0)
		return { problems: [...moved, ...(await problemsWithFiles(read, options, progress))], warnings };
	const { portal, used, until } = read;
	const prepared = await prepareFiles(
		portal,
		{ ...options, accent: theme.accent, foresee: isFirst },
		progress,
	);
	const faults = new Map([
		...prepared.faults,
		...(await inspectFiles(used.unpublished(), options, progress)),
	]);
	if (faults.size > 0) return { problems: used.problemsOf(faults), warnings };
	return { portal, prepared, until: nextChange(portal, until), warnings };
}

interface PlannedSite extends Pick<FolderFiles, "files"> {
	readonly plan: Plan;
	/** Whether search indexes are made. */
	readonly search: boolean;
}

/** Step 4: lists every file of the site. The portal's own templates are rendered first. */
async function planSite(
	{ portal, prepared }: Buildable,
	options: BuildOptions,
	{ theme, components, workDirectory, isFirst }: BuildMeans,
): Promise<PlannedSite | Refusal> {
	const { contentDirectory, otherBackend, mostRead = [], progress = silentProgress } = options;
	const search = options.search && portal.site.features.search;
	await loadOwnComponents(components);
	const archives = isFirst
		? { offers: [], files: [] }
		: await yearArchives(portal, { ...options, prepared, theme, workDirectory, progress });
	const withArchives = { ...prepared, archives: archives.offers };
	const own = await renderOwnPagesBeside(contentDirectory, join(workDirectory, "own-pages"), () =>
		planPortal(portal, withArchives, { search, theme }),
	);
	if (own.problems.length > 0) return { problems: own.problems };
	const plan = planPortal(portal, withArchives, {
		search,
		theme,
		ownPages: own.addresses,
		// Feeds state the sizes of their pictures, which the first build does not know yet.
		feeds: !isFirst,
		editorOrigins: otherBackend?.origins ?? [],
		mostRead,
	});
	return { plan, search: search && !isFirst, files: [...prepared.files, ...archives.files, ...own.files] };
}

/** Steps 5 to 8: makes indexes, compares digests with the last build's, and writes what is stale. */
async function writePlan(
	planned: PlannedSite,
	options: BuildOptions,
	means: BuildMeans,
): Promise<Pick<FolderFiles, "folders"> & { readonly changes: Changes }> {
	const { plan, files } = planned;
	const { key, code, components, current, assets, workers, isFirst } = means;
	const { contentDirectory, cacheDirectory, outputDirectory, progress = silentProgress } = options;
	const bases = templateBases(plan, code);
	const memory = await openPlanMemory(join(cacheDirectory, `plan-${key}`), {
		base: digestOfBases(bases),
		keys: plan.context.index.all.map((entry) => entry.key),
	});
	// Folders can only be reused from the tree that the last build wrote, which the memory describes.
	const unchanged = current ? plan.folders.filter(memory.isUnchanged) : [];
	const reused = new Set(unchanged.map(({ address }) => address));
	const parts = Promise.all([{ files, folders: [] }, assets, ...indexFiles(planned, options, means, memory)]);
	// It may fail while targets are still being computed; the error is handled where it is awaited.
	parts.catch(() => {});
	const pages = await outputTargets(plan, bases, { memory, reused });
	const changes = await writeSite(pages, copiedFiles(parts, current), {
		// Listings state the sizes of pictures, which the first build does not have yet.
		listings: isFirst ? [] : plan.listings,
		listingTarget: (listing, view) => listingTarget(listing, view, bases),
		outputDirectory,
		contentDirectory,
		site: plan.site,
		components,
		reused,
		reusable: current?.keys() ?? [],
		workers,
		progress: progress.beside(),
	});
	await memory.save();
	return { changes, folders: (await parts).flatMap((part) => part.folders) };
}

/** The indexes of both searches. */
function indexFiles(
	{ plan, search }: PlannedSite,
	{ contentDirectory, cacheDirectory, progress = silentProgress }: BuildOptions,
	{ current, code, workers }: BuildMeans,
	memory: PlanMemory,
): readonly Promise<FolderFiles>[] {
	if (!search) return [];
	const indexing = { contentDirectory, cacheDirectory, current, code, memory, workers };
	return [
		finderFiles(plan, { ...indexing, progress }),
		pagefindFiles(plan, { ...indexing, progress: progress.beside() }),
	];
}

/** What is copied, without the folders that the current tree already has. */
async function copiedFiles(making: Promise<readonly FolderFiles[]>, current: FolderNames | undefined) {
	const parts = await making;
	const folders = parts.flatMap((part) => part.folders).filter((folder) => isCurrent(current, folder));
	return {
		targets: staticTargets(parts.flatMap((part) => part.files)),
		reused: new Set(folders.map(({ address }) => address)),
	};
}
