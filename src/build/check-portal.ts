import { join } from "node:path";
import type { ContentProblem, ReadPortalResult } from "../content/index.ts";
import { readPortal } from "../content/index.ts";
import type { IsoDateTime } from "../model/ids.ts";
import type { Portal } from "../model/portal.ts";
import type { Progress } from "../model/progress.ts";
import { silentProgress } from "../model/progress.ts";
import { planPortal } from "../site/plan/plan.ts";
import { withWorkDirectory } from "./cache/work-directory.ts";
import { ownAddressesBeside, renderOwnPagesBeside } from "./own-pages.ts";
import { readThemeBeside } from "./read-theme-beside.ts";
import { inspectFiles } from "./static-files/inspect-files.ts";

export interface CheckOptions {
	readonly contentDirectory: string;
	/** Keeps which pictures were found sound. Losing it costs time and nothing else. */
	readonly cacheDirectory: string;
	/** Decides what is published. */
	readonly now: IsoDateTime;
	/** @default silentProgress */
	readonly progress?: Progress;
}

/** What was found in a content folder. A portal is there where nothing keeps it from being built. */
export interface CheckResult {
	readonly portal: Portal | undefined;
	readonly problems: readonly ContentProblem[];
	readonly warnings: readonly ContentProblem[];
}

/**
 * Checks a whole content folder, the bytes of its pictures and attachments included, and builds nothing. What passes
 * here can be built.
 */
export async function checkPortal({
	contentDirectory,
	cacheDirectory,
	now,
	progress = silentProgress,
}: CheckOptions): Promise<CheckResult> {
	const { problems: ofTheme } = await readThemeBeside(contentDirectory);
	const read = await readPortal({
		directory: contentDirectory,
		now,
		otherPages: ownAddressesBeside(contentDirectory),
		progress,
	});
	const ofPages = read.portal ? await problemsOfOwnPages(read.portal, contentDirectory, cacheDirectory) : [];
	const problems = [
		...ofTheme,
		...ofPages,
		...(await problemsWithFiles(read, { contentDirectory, cacheDirectory }, progress)),
	];
	return { portal: problems.length > 0 ? undefined : read.portal, problems, warnings: read.warnings };
}

/** The problems of what was read, and those of the files that it names. */
export async function problemsWithFiles(
	{ problems, used }: ReadPortalResult,
	directories: Pick<CheckOptions, "contentDirectory" | "cacheDirectory">,
	progress: Progress,
): Promise<readonly ContentProblem[]> {
	if (!used) return problems;
	const faults = await inspectFiles(used.all(), directories, progress);
	return faults.size === 0 ? problems : [...problems, ...used.problemsOf(faults)];
}

/** Renders the portal's own templates for nothing but to see that it can be done. */
async function problemsOfOwnPages(
	portal: Portal,
	contentDirectory: string,
	cacheDirectory: string,
): Promise<readonly ContentProblem[]> {
	return withWorkDirectory(cacheDirectory, async (workDirectory) => {
		const unprepared = { pictures: new Map(), attachments: new Map(), shareCards: new Map() };
		const { problems } = await renderOwnPagesBeside(contentDirectory, join(workDirectory, "own-pages"), () =>
			planPortal(portal, unprepared, { search: false }),
		);
		return problems;
	});
}
