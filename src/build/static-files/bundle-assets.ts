import { existsSync, readdirSync, readFileSync } from "node:fs";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { BuildOptions, Format, Metafile, Plugin } from "esbuild";
import { shortDigest } from "../../disk/digest.ts";
import { drawAppIcons } from "../../images/index.ts";
import { defaultAccent } from "../../model/accent.ts";
import type { Bundle, BundleDefinition } from "../../program/followed-bundle.js";
import { followedBundle } from "../../program/followed-bundle.js";
import { productFolder } from "../../program/product-folder.js";

const styles = "src/site/styles";
const fonts = `${styles}/fonts`;
const icon = `${styles}/icon.svg`;
const kinds = "src/site/kinds";

/** The oldest supported browsers: those of five-year-old phones. */
const scriptTarget = "es2020";
const styleTarget = ["chrome90", "firefox90", "safari14"];

/**
 * The style sheets: for most pages, for articles, for printed articles, for the keep dialog, and for comments and
 * numbers.
 */
const sheets = ["site", "article", "print", "keep-dialog", "voice"];

/** The scripts of pages, by the name of the served file. */
const scripts = {
	site: "src/site/client/site.ts",
	voice: "src/site/client/voice.ts",
	"count-elsewhere": "src/site/client/count-elsewhere.ts",
	"most-read": "src/site/client/most-read.ts",
	enlarge: "src/site/client/enlarge.ts",
	"read-aloud": "src/site/client/read-aloud.ts",
	"save-page": "src/site/client/save-page.ts",
	today: "src/site/client/today.ts",
	comments: "src/site/client/comments.ts",
	"official-documents": "src/site/client/official-documents.ts",
	letter: "src/site/client/letter.ts",
	suggest: "src/search/client/suggest.ts",
	search: "src/search/client/search-page.ts",
	"archive-search": "src/search/client/pagefind/archive-page.ts",
	"archive-worker": "src/search/client/pagefind/archive-worker.ts",
	keep: "src/offline/client/keep-dialog.ts",
	kept: "src/offline/client/kept-page.ts",
} as const;
/** The service worker that `/sw.js` loads. It is a classic script, because Firefox supports no modules here. */
const offlineWorker = "src/offline/worker/main.ts";
/** The worker that answers suggestions and the search page, and the script that it loads on demand. */
const finder = "src/search/client/finder-worker.ts";
const secondLook = "src/search/client/second-look-script.ts";

/**
 * The files below `/assets/`: style sheets, scripts, fonts, icon. Their names have no digest, because a change of style
 * must not change a hundred thousand pages.
 */
export const assetsDefinition: BundleDefinition = {
	name: "assets",
	recipe: "src/build/static-files/bundle-assets.ts",
	entries: [...Object.values(scripts), offlineWorker, finder, secondLook],
	async make(directory) {
		const fontFiles = readdirSync(join(productFolder, fonts)).filter((name) => name.endsWith(".woff2"));
		const copied = [...fontFiles.map((name) => `${fonts}/${name}`), icon];
		await mkdir(join(directory, "fonts"));
		for (const file of copied) {
			const target = join(directory, file === icon ? "" : "fonts", basename(file));
			await copyFile(join(productFolder, file), target);
		}
		for (const { name, bytes } of await drawAppIcons(
			await readFile(join(productFolder, icon), "utf8"),
			defaultAccent,
		))
			await writeFile(join(directory, name), bytes);
		const addressOf = (name: string) => {
			const digest = shortDigest(readFileSync(join(directory, `${name}.js`), "utf8"));
			return JSON.stringify(`/assets/${name}.js?v=${digest}`);
		};
		// The worker contains the addresses of the scripts that it loads, so these are bundled first.
		const look = await bundleScripts({ "second-look": secondLook }, directory, {}, "iife");
		const worker = await bundleScripts({ finder }, directory, { secondLookScript: addressOf("second-look") });
		const finderScripts = { finderWorker: addressOf("finder"), secondLookScript: addressOf("second-look") };
		const pages = await bundleScripts(scripts, directory, finderScripts);
		const offline = await bundleScripts(
			{ "offline-worker": offlineWorker },
			directory,
			finderScripts,
			"iife",
		);
		const sheet = await writeBundles({
			entryPoints: Object.fromEntries(sheets.map((name) => [name, join(styles, `${name}.css`)])),
			outdir: directory,
			target: styleTarget,
			external: ["/assets/*"],
			plugins: [stylesOfOtherKinds],
		});
		return {
			metafiles: [look, worker, offline, pages, sheet],
			copied: [fonts, kinds, ...foldersOfKinds(), ...copied],
		};
	},
};

export function assetsBundle(): Promise<Bundle> {
	return followedBundle(assetsDefinition);
}

function bundleScripts(
	entryPoints: Readonly<Record<string, string>>,
	directory: string,
	define: Readonly<Record<string, string>> = {},
	format: Format = "esm",
): Promise<Metafile> {
	return writeBundles({
		entryPoints,
		outdir: directory,
		format,
		// Vietnamese is not escaped: each escaped letter would take six bytes.
		charset: "utf8",
		target: scriptTarget,
		// Makes libraries leave out their development checks.
		define: { ...define, "process.env.NODE_ENV": '"production"' },
	});
}

function foldersOfKinds(): string[] {
	const entries = readdirSync(join(productFolder, kinds), { withFileTypes: true });
	return entries.filter((entry) => entry.isDirectory()).map(({ name }) => `${kinds}/${name}`);
}

/** `@import "../kinds/*"` includes the style sheets of all kinds of page that the sheet does not import by name. */
const stylesOfOtherKinds: Plugin = {
	name: "styles of other kinds",
	setup({ onResolve, onLoad }) {
		onResolve({ filter: /^\.\.\/kinds\/\*$/ }, ({ importer }) => ({ path: importer, namespace: "kinds" }));
		onLoad({ filter: /.*/, namespace: "kinds" }, ({ path }) => {
			const named =
				readFileSync(path, "utf8") + readFileSync(join(productFolder, styles, "reading.css"), "utf8");
			const others = foldersOfKinds()
				.map((folder) => `../kinds/${basename(folder)}/${basename(folder)}-page.css`)
				.filter((sheet) => !named.includes(sheet) && existsSync(join(productFolder, styles, sheet)));
			const contents = others.map((sheet) => `@import "${sheet}";`).join("\n");
			return { contents, loader: "css", resolveDir: join(productFolder, styles) };
		});
	},
};

/** Writes the files here, not in esbuild, so that errors of the file system are reported like all others. */
async function writeBundles(options: BuildOptions & { readonly outdir: string }): Promise<Metafile> {
	// An installed package contains the finished bundles and no bundler, so this import is lazy.
	const { build } = await import("esbuild");
	const common = { absWorkingDir: productFolder, bundle: true, minify: true, write: false } as const;
	const { outputFiles, metafile } = await build({ ...options, ...common, metafile: true, logLevel: "error" });
	for (const { path, contents } of outputFiles) await writeFile(path, contents);
	return metafile;
}
