/** The plugin that a portal's `.eleventy.js` adds: a bare `npx @11ty/eleventy` plans and writes the whole portal. */
import type { EleventyConfig } from "@11ty/eleventy";
import { readThemeBeside } from "./build/read-theme-beside.ts";
import { prepareFiles } from "./build/static-files/prepare-files.ts";
import { formatProblems, readPortal } from "./content/index.ts";
import { asIsoDateTime } from "./model/ids.ts";
import { silentProgress } from "./model/progress.ts";
import { loadTemplates } from "./site/pages/load-templates.ts";
import { everyOutput, planPortal } from "./site/plan/plan.ts";
import { site } from "./site/plugin.ts";
import { toVietnamMoment } from "./text/index.ts";

const contentDirectory = "content";

export default async function portal(eleventyConfig: EleventyConfig): Promise<void> {
	const now = asIsoDateTime(toVietnamMoment(Date.now()));
	const { theme, problems } = await readThemeBeside(contentDirectory);
	const read = await readPortal({ directory: contentDirectory, now });
	if (!read.portal || problems.length > 0) {
		throw new Error(formatProblems([...problems, ...read.problems], contentDirectory));
	}
	const files = await prepareFiles(
		read.portal,
		{ contentDirectory, cacheDirectory: ".cache", accent: theme.accent },
		silentProgress,
	);
	if (files.faults.size > 0) {
		throw new Error(formatProblems(read.used.problemsOf(files.faults), contentDirectory));
	}
	const plan = planPortal(read.portal, files, { search: false, theme });
	const outputs = everyOutput(plan);
	const templates = await loadTemplates(new Set(outputs.map(({ template }) => template)));
	site(eleventyConfig, { outputs, site: plan.site, contentDirectory, templates });
}
