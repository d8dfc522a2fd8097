/**
 * What `.eleventy.js` configures. A build hands its job over before the configuration is read (src/build/writing/render-batch.ts);
 * a bare `npx @11ty/eleventy` has none, so the whole portal is planned here.
 */
import type { EleventyConfig } from "@11ty/eleventy";
import { prepareFiles } from "./build/static-files/prepare-files.ts";
import { formatProblems, readPortal } from "./content/index.ts";
import { asIsoDateTime } from "./model/ids.ts";
import { silentProgress } from "./model/progress.ts";
import { everyOutput, planPortal } from "./site/plan/plan.ts";
import { hasJob, site } from "./site/plugin.ts";
import { toVietnamMoment } from "./text/index.ts";

const contentDirectory = "content";

export default async function portal(eleventyConfig: EleventyConfig): Promise<void> {
	if (hasJob(eleventyConfig)) return;
	const now = asIsoDateTime(toVietnamMoment(Date.now()));
	const read = await readPortal({ directory: contentDirectory, now });
	if (!read.portal) throw new Error(formatProblems(read.problems, contentDirectory));
	const files = await prepareFiles(
		read.portal,
		{ contentDirectory, cacheDirectory: ".cache" },
		silentProgress,
	);
	if (files.problems.length > 0) throw new Error(formatProblems(files.problems, contentDirectory));
	const plan = planPortal(read.portal, files, { search: false });
	eleventyConfig.addPlugin(site, { outputs: everyOutput(plan), site: plan.site, contentDirectory });
}
