import "tsx/esm";

const { default: portal } = await import("./src/eleventy.ts");

export default portal;

export const config = {
	dir: { input: "src/site/pages", output: "_site" },
	templateFormats: ["11ty.tsx"],
};
