import type { EleventyConfig } from "@11ty/eleventy";
import { hasJob } from "./site/plugin.ts";
export default async function portal(eleventyConfig: EleventyConfig): Promise<void> {
	if (hasJob(eleventyConfig)) return;
}
