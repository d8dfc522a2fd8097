import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { asUrlPath } from "../model/ids.ts";
import type { StaticFile } from "./static-file.ts";
import { readStaticFile } from "./static-file.ts";

const styles = "src/site/styles";
const fonts = join(styles, "fonts");

/** What five-year-old phones understand. */
const scriptTarget = "es2020";
const styleTarget = ["chrome90", "firefox90", "safari14"];

/**
 * Bundles the site's style sheet and scripts into a folder, under names without a digest: a change of style must not
 * change a hundred thousand pages.
 */
export async function bundleAssets(directory: string): Promise<void> {
	await build({
		entryPoints: {
			site: "src/site/client/site.ts",
			search: "src/search/client/search-page.ts",
		},
		outdir: directory,
		bundle: true,
		minify: true,
		format: "esm",
		target: scriptTarget,
		external: ["*/pagefind.js"],
		logLevel: "error",
	});
	await build({
		entryPoints: { site: join(styles, "site.css") },
		outdir: directory,
		bundle: true,
		minify: true,
		target: styleTarget,
		external: ["/assets/*"],
		logLevel: "error",
	});
}

/** The files that are served as they stand: fonts and the site's icon. */
export async function plainAssets(): Promise<StaticFile[]> {
	const names = (await readdir(fonts)).filter((name) => name.endsWith(".woff2"));
	return Promise.all([
		...names.sort().map((name) => readStaticFile(join(fonts, name), asUrlPath(`/assets/fonts/${name}`))),
		readStaticFile(join(styles, "icon.svg"), asUrlPath("/assets/icon.svg")),
	]);
}
