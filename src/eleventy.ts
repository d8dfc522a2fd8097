/** The plugin that a portal's `.eleventy.js` adds: a bare `npx @11ty/eleventy` plans and writes the whole portal. */
import { existsSync, lstatSync, mkdirSync } from "node:fs";
import { copyFile, mkdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { EleventyConfig } from "@11ty/eleventy";
import { copyOwnComponents, loadOwnComponents } from "./build/own-components.ts";
import { ownAddressesBeside } from "./build/own-pages.ts";
import { foldersBeside } from "./build/portal-folders.ts";
import { readThemeBeside } from "./build/read-theme-beside.ts";
import { prepareFiles } from "./build/static-files/prepare-files.ts";
import { siteAssets } from "./build/static-files/site-assets.ts";
import type { StaticFile } from "./build/static-files/static-file.ts";
import { formatProblems, readPortal } from "./content/index.ts";
import { asIsoDateTime } from "./model/ids.ts";
import { silentProgress } from "./model/progress.ts";
import { extendEleventy, isRunByBuild, strings } from "./own-pages/index.ts";
import { loadTemplates } from "./site/pages/load-templates.ts";
import { fileOf } from "./site/plan/output.ts";
import { everyOutput, planPortal } from "./site/plan/plan.ts";
import { site } from "./site/plugin.ts";
import { toVietnamMoment } from "./text/index.ts";

const contentDirectory = "content";
const cacheDirectory = ".cache";
const folders = foldersBeside(contentDirectory);

/**
 * The folders of a bare Eleventy. It reads the portal's own templates; ours are virtual. The output is not a published
 * site, so it has a folder of its own.
 */
export const config = {
	dir: {
		input: inputFolder(),
		output: "_eleventy",
	},
};

/** Eleventy needs an existing folder. */
function inputFolder(): string {
	if (folders && existsSync(folders.pages)) return "pages";
	const empty = join(cacheDirectory, "eleventy-input");
	mkdirSync(empty, { recursive: true });
	return empty;
}

export default async function portal(eleventyConfig: EleventyConfig): Promise<void> {
	if (isRunByBuild(eleventyConfig)) return;
	const now = asIsoDateTime(toVietnamMoment(Date.now()));
	const { theme, problems } = await readThemeBeside(contentDirectory);
	const read = await readPortal({
		directory: contentDirectory,
		now,
		otherPages: ownAddressesBeside(contentDirectory),
	});
	if (!read.portal || problems.length > 0) {
		throw new Error(formatProblems([...problems, ...read.problems], contentDirectory));
	}
	const files = await prepareFiles(
		read.portal,
		{ contentDirectory, cacheDirectory, accent: theme.accent },
		silentProgress,
	);
	if (files.faults.size > 0) {
		throw new Error(formatProblems(read.used.problemsOf(files.faults), contentDirectory));
	}
	await loadOwnComponents(await copyOwnComponents(theme.components, cacheDirectory));
	const plan = planPortal(read.portal, files, { search: false, theme });
	const outputs = everyOutput(plan);
	const templates = await loadTemplates(new Set(outputs.map(({ template }) => template)));
	site(eleventyConfig, { outputs, site: plan.site, contentDirectory, templates });
	extendEleventy(eleventyConfig, plan.context, { site: plan.site, pagesDirectory: folders?.pages ?? "" });
	for (const folder of [contentDirectory, "theme"]) {
		eleventyConfig.addWatchTarget(`${folder}/`, { resetConfig: true });
	}
	eleventyConfig.on("eleventy.before", ({ directories: { output } }) => refuseLink(output));
	eleventyConfig.on("eleventy.after", async ({ directories: { output } }) => {
		const assetsDirectory = join(cacheDirectory, "eleventy-assets");
		await mkdir(assetsDirectory, { recursive: true });
		const assets = await siteAssets(assetsDirectory, theme);
		await copyMissing([...files.files, ...assets], output);
	});
}

/** `_site` is a link to a built site. Files written through it would be published with the next build. */
function refuseLink(output: string): void {
	const path = output.replace(/[/\\]+$/, "");
	if (!lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return;
	// If a listener throws here, Eleventy never ends.
	console.error(strings.linkedOutput(path));
	process.exit(1);
}

/** Copies pictures, styles and scripts. If their bytes change, their size or name does. */
async function copyMissing(files: readonly StaticFile[], output: string): Promise<void> {
	for (const { address, source } of files) {
		const target = join(output, fileOf(address));
		const [there, wanted] = await Promise.all([stat(target).catch(() => undefined), stat(source)]);
		if (there?.size === wanted.size && there.mtimeMs >= wanted.mtimeMs) continue;
		await mkdir(dirname(target), { recursive: true });
		await copyFile(source, target);
	}
}
