import { relative } from "node:path";
import Eleventy from "@11ty/eleventy";
import type { RenderJob } from "../site/plugin.ts";
import { site } from "../site/plugin.ts";

/** Has Eleventy write the job's outputs below a folder. Throws what a template throws. */
export async function render(job: RenderJob, outputDirectory: string): Promise<void> {
	const eleventy = new Eleventy("src/site/pages", relative("", outputDirectory), {
		configPath: ".eleventy.js",
		source: "cli",
		quietMode: true,
		config: (eleventyConfig) => site(eleventyConfig, job),
	});
	eleventy.disableLogger();
	await eleventy.write();
}
