import type { EleventyConfig } from "@11ty/eleventy";

const mark = "tintinh";

/** Says to the plugin in the portal's `.eleventy.js` that a build runs Eleventy, which has planned everything already. */
export function runByBuild(eleventyConfig: EleventyConfig): void {
	eleventyConfig.addGlobalData(mark, () => ({ isBuild: true }));
}

/** Whether a build runs this Eleventy. */
export function isRunByBuild(eleventyConfig: EleventyConfig): boolean {
	return Object.hasOwn(eleventyConfig.globalData, mark);
}
