import tintinh from "tintinh";

export default async function portal(eleventyConfig) {
	await eleventyConfig.addPlugin(tintinh);
}

export { config } from "tintinh";
