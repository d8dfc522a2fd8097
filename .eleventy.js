import tintinh from "tintinh";

export default async function portal(eleventyConfig) {
	await eleventyConfig.addPlugin(tintinh);
}

export const config = { dir: { input: "src/site/pages", output: "_site" } };
