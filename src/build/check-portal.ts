import { join } from "node:path";
import type { ContentProblem, ReadPortalResult } from "../content/index.ts";
import { readPortal } from "../content/index.ts";
import type { IsoDateTime } from "../model/ids.ts";
import type { Portal } from "../model/portal.ts";
import type { Progress } from "../model/progress.ts";
import { silentProgress } from "../model/progress.ts";
import { OwnComponentError } from "../site/components/replaceable.ts";
import { everyOutput, planPortal } from "../site/plan/plan.ts";
import type { Theme } from "../theme/index.ts";
import { withWorkDirectory } from "./cache/work-directory.ts";
import { problemsOfMovedTags } from "./moved-tags.ts";
import { copyOwnComponents, problemOfComponent } from "./own-components.ts";
import { ownAddressesBeside, renderOwnPagesBeside } from "./own-pages.ts";
import { readThemeBeside } from "./read-theme-beside.ts";
import { inspectFiles } from "./static-files/inspect-files.ts";
import { prepareFiles } from "./static-files/prepare-files.ts";

export interface CheckOptions {
	readonly contentDirectory: string;
	/** The site that was built last, if there is one: its addresses must stay. */
	readonly outputDirectory?: string;
	/** Records which pictures are valid. Losing it costs only time. */
	readonly cacheDirectory: string;
	/** Decides what is published. */
	readonly now: IsoDateTime;
	/** @default silentProgress */
	readonly progress?: Progress;
}

/** What was found in a content folder. There is a portal if it can be built. */
export interface CheckResult {
	readonly portal: Portal | undefined;
	readonly problems: readonly ContentProblem[];
	readonly warnings: readonly ContentProblem[];
}

/**
 * Checks a whole content folder without building it, including the bytes of pictures and attachments. Content that
 * passes can be built.
 */
export async function checkPortal({
	contentDirectory,
	outputDirectory,
	cacheDirectory,
	now,
	progress = silentProgress,
}: CheckOptions): Promise<CheckResult> {
	const { theme, problems: ofTheme } = await readThemeBeside(contentDirectory);
	const read = await readPortal({
		directory: contentDirectory,
		now,
		otherPages: ownAddressesBeside(contentDirectory),
		progress,
	});
	const ofPages = read.portal ? await problemsOfOwnPages(read.portal, contentDirectory, cacheDirectory) : [];
	const ofComponents = read.portal
		? await problemsOfComponents(read.portal, theme, cacheDirectory, contentDirectory)
		: [];
	const moved =
		read.portal && outputDirectory !== undefined
			? await problemsOfMovedTags(read.portal, { contentDirectory, outputDirectory })
			: [];
	const problems = [
		...moved,
		...ofTheme,
		...ofComponents,
		...ofPages,
		...(await problemsWithFiles(read, { contentDirectory, cacheDirectory }, progress)),
	];
	return { portal: problems.length > 0 ? undefined : read.portal, problems, warnings: read.warnings };
}

/** The problems of the documents and of the files that they refer to. */
export async function problemsWithFiles(
	{ problems, used }: ReadPortalResult,
	directories: Pick<CheckOptions, "contentDirectory" | "cacheDirectory">,
	progress: Progress,
): Promise<readonly ContentProblem[]> {
	if (!used) return problems;
	const faults = await inspectFiles(used.all(), directories, progress);
	return faults.size === 0 ? problems : [...problems, ...used.problemsOf(faults)];
}

/** Renders the portal's own templates, only to find their errors. */
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

/** Renders a page of each kind with the portal's own components, only to find their errors. */
async function problemsOfComponents(
	portal: Portal,
	theme: Theme,
	cacheDirectory: string,
	contentDirectory: string,
): Promise<readonly ContentProblem[]> {
	if (!theme.components) return [];
	const [{ renderBatch }, { loadTemplates }] = await Promise.all([
		import("./writing/render-batch.ts"),
		import("../site/pages/load-templates.ts"),
	]);
	// Addresses and sizes are enough: no picture is encoded.
	const files = await prepareFiles(
		portal,
		{ contentDirectory, cacheDirectory, accent: theme.accent, foresee: true },
		silentProgress,
	);
	if (files.faults.size > 0) return [];
	const plan = planPortal(portal, files, { search: portal.site.features.search, theme });
	const components = await copyOwnComponents(theme.components, cacheDirectory);
	const samples = new Map(everyOutput(plan).map((output) => [output.template, output]));
	const problems = new Map<string, ContentProblem>();
	await withWorkDirectory(cacheDirectory, async (directory) => {
		for (const { template, address, view } of samples.values()) {
			const outputs = [{ template, address, view: view() }];
			const batch = { outputs, site: plan.site, contentDirectory, components, directory };
			await renderBatch(batch, loadTemplates).catch((error: unknown) => {
				if (!(error instanceof OwnComponentError)) throw error;
				problems.set(error.component, problemOfComponent(error));
			});
		}
	});
	return [...problems.values()];
}
