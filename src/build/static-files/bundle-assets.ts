import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type BuildOptions, build } from "esbuild";
import { shortDigest } from "../../content/index.ts";
import { asUrlPath } from "../../model/ids.ts";
import type { StaticFile } from "./static-file.ts";
import { readStaticFile } from "./static-file.ts";

const styles = "src/site/styles";
const fonts = join(styles, "fonts");

/** What five-year-old phones understand. */
const scriptTarget = "es2020";
const styleTarget = ["chrome90", "firefox90", "safari14"];

/** The scripts of pages, by the name under which they are served. */
const scripts = {
	site: "src/site/client/site.ts",
	suggest: "src/search/client/suggest.ts",
	search: "src/search/client/search-page.ts",
	"archive-search": "src/search/client/pagefind/archive-page.ts",
	"archive-worker": "src/search/client/pagefind/archive-worker.ts",
} as const;
/** The worker that suggestions and the search page ask. */
const finder = "src/search/client/finder-worker.ts";

/**
 * Bundles the site's style sheet and scripts into a folder, under names without a digest: a change of style must not
 * change a hundred thousand pages.
 */
export async function bundleAssets(directory: string): Promise<void> {
	await bundleScripts({ finder }, directory);
	const digest = shortDigest(await readFile(join(directory, "finder.js"), "utf8"));
	await bundleScripts(scripts, directory, { finderWorker: JSON.stringify(`/assets/finder.js?v=${digest}`) });
	await writeBundles({
		entryPoints: { site: join(styles, "site.css") },
		outdir: directory,
		target: styleTarget,
		external: ["/assets/*"],
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

async function bundleScripts(
	entryPoints: Readonly<Record<string, string>>,
	directory: string,
	define: Readonly<Record<string, string>> = {},
): Promise<void> {
	await writeBundles({
		entryPoints,
		outdir: directory,
		format: "esm",
		// Vietnamese as it is: escaped, each letter would take six bytes.
		charset: "utf8",
		target: scriptTarget,
		define,
	});
}

/** Written here, so that what the disk refuses is told as everywhere else. */
async function writeBundles(options: BuildOptions & { readonly outdir: string }): Promise<void> {
	const common = { bundle: true, minify: true, write: false, logLevel: "error" } as const;
	const { outputFiles } = await build({ ...options, ...common });
	await mkdir(options.outdir, { recursive: true });
	for (const { path, contents } of outputFiles) await writeFile(path, contents);
}
