import type { EleventyConfig } from "@11ty/eleventy";

const mark = "tintinh";

/**
 * Tells the plugin in the portal's `.eleventy.js` that a build runs Eleventy, so that it does not plan the portal
 * again.
 */
export function runByBuild(eleventyConfig: EleventyConfig): void {
	eleventyConfig.addGlobalData(mark, () => ({ isBuild: true }));
}

/** Whether a build runs this Eleventy. */
export function isRunByBuild(eleventyConfig: EleventyConfig): boolean {
	return Object.hasOwn(eleventyConfig.globalData, mark);
}
