/** From a content folder to a published site. */
import { join, resolve } from "node:path";
import type { ContentProblem } from "../content/index.ts";
import { readPortal } from "../content/index.ts";
import type { IsoDateTime, UrlPath } from "../model/ids.ts";
import type { Progress } from "../model/progress.ts";
import { silentProgress } from "../model/progress.ts";
import { fileOf } from "../site/plan/output.ts";
import { planPortal } from "../site/plan/plan.ts";
import { createCodeDigests } from "./code-digest.ts";
import { sha256 } from "./digest.ts";
import type { ManifestEntry } from "./manifest.ts";
import { manifestFile, readManifest, writeManifest } from "./manifest.ts";
import { openPlanMemory } from "./plan-memory.ts";
import { prepareFiles } from "./prepare-files.ts";
import { findTrees, switchTrees, TreeWriter } from "./site-tree.ts";
import { staticFiles } from "./static-files.ts";
import type { Target } from "./target.ts";
import { outputTargets, staticTargets } from "./target.ts";
import { withWorkDirectory } from "./work-directory.ts";
import { writeTargets } from "./write-targets.ts";

export interface BuildOptions {
	readonly contentDirectory: string;
	/** Becomes a symbolic link to the published tree. */
	readonly outputDirectory: string;
	/** Kept from build to build. Losing it costs time and nothing else. */
	readonly cacheDirectory: string;
	/** Decides what is published. */
	readonly now: IsoDateTime;
	/** Whether the search index is made. */
	readonly search: boolean;
	/** @default silentProgress */
	readonly progress?: Progress;
}

/** What a build changed. */
export interface BuildReport {
	readonly articles: number;
	readonly files: number;
	readonly added: readonly UrlPath[];
	readonly changed: readonly UrlPath[];
	readonly removed: readonly UrlPath[];
	/** Bytes of the files that were added or changed. */
	readonly bytesWritten: number;
}

export type BuildResult =
	| { readonly report: BuildReport; readonly problems: readonly [] }
	| { readonly report?: undefined; readonly problems: readonly ContentProblem[] };

/**
 * Builds the site and publishes it in one step. Content with problems is not built: all of them are handed back, and
 * the published site stays as it was. So it does when the build throws.
 */
export async function buildPortal(options: BuildOptions): Promise<BuildResult> {
	const { contentDirectory, cacheDirectory, now, progress = silentProgress } = options;
	const code = createCodeDigests();
	const key = sha256(`${resolve(contentDirectory)}\n${resolve(options.outputDirectory)}`).slice(0, 16);
	const read = await readPortal({
		directory: contentDirectory,
		now,
		progress,
		cache: {
			file: join(cacheDirectory, `content-${key}`),
			version: await code.of("src/content/read-portal.ts"),
		},
	});
	if (!read.portal) return { problems: read.problems };
	const prepared = await prepareFiles(read.portal, options, progress);
	if (prepared.problems.length > 0) return { problems: prepared.problems };
	const plan = planPortal(read.portal, prepared, { search: options.search });
	const memory = await openPlanMemory(join(cacheDirectory, `plan-${key}`));
	const report = await withWorkDirectory(options.cacheDirectory, async (workDirectory) => {
		const made = await staticFiles(plan.context, { ...options, workDirectory }, progress);
		const targets = [
			...(await outputTargets(plan, code, memory)),
			...staticTargets([...prepared.files, ...made]),
		];
		return publish(targets, plan, options);
	});
	await memory.save();
	return { report: { articles: read.portal.articles.length, ...report }, problems: [] };
}

/** Brings the tree that is not published up to the targets, and publishes it. */
async function publish(
	targets: readonly Target[],
	plan: Parameters<typeof writeTargets>[1],
	{ contentDirectory, outputDirectory, progress = silentProgress }: BuildOptions,
): Promise<Omit<BuildReport, "articles">> {
	const trees = await findTrees(outputDirectory);
	const published = trees.published ? await readManifest(trees.published) : undefined;
	const before = published ?? new Map<UrlPath, ManifestEntry>();
	const isCurrent = ({ address, made }: Target) => before.get(address)?.made === made;
	const addresses = new Set(targets.map(({ address }) => address));
	const removed = [...before.keys()].filter((address) => !addresses.has(address));
	if (published && removed.length === 0 && targets.every(isCurrent)) {
		return { files: targets.length, added: [], changed: [], removed, bytesWritten: 0 };
	}

	const there = (await readManifest(trees.next)) ?? (await emptyTree(trees.next));
	const tree = new TreeWriter(trees.next);
	await tree.remove(manifestFile);
	const gone = [...there.keys()].filter((address) => !addresses.has(address)).map(fileOf);
	for (const file of gone) await tree.remove(file);
	await tree.removeEmptyFolders(gone);

	const entries: ManifestEntry[] = [];
	const toWrite: Target[] = [];
	for (const target of targets) {
		const current = before.get(target.address);
		const standing = there.get(target.address);
		if (current?.made === target.made && trees.published) {
			if (standing?.sha256 !== current.sha256) await tree.linkFrom(trees.published, fileOf(target.address));
			entries.push(current);
		} else {
			await tree.remove(fileOf(target.address));
			toWrite.push(target);
		}
	}
	const written = await writeTargets(toWrite, plan, tree, { contentDirectory, progress });
	await writeManifest(trees.next, [...entries, ...written]);
	await switchTrees(outputDirectory, trees);
	const differing = written.filter(({ address, sha256 }) => before.get(address)?.sha256 !== sha256);
	return {
		files: targets.length,
		added: differing.map(({ address }) => address).filter((address) => !before.has(address)),
		changed: differing.map(({ address }) => address).filter((address) => before.has(address)),
		removed,
		bytesWritten: differing.reduce((sum, { size }) => sum + size, 0),
	};
}

async function emptyTree(tree: string): Promise<Map<UrlPath, ManifestEntry>> {
	await new TreeWriter(tree).remove("");
	return new Map();
}
