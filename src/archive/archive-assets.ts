import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Messages, putMessagesIn } from "../messages/index.ts";
import type { Bundle, BundleDefinition } from "../program/followed-bundle.js";
import { followedBundle } from "../program/followed-bundle.js";
import { productFolder } from "../program/product-folder.js";

/** What phones that are five years old support. */
const scriptTarget = "es2020";
const styleTarget = ["chrome90", "firefox90", "safari14"];

const scriptEntries = { search: "src/archive/client/search.ts", cover: "src/archive/client/cover.ts" };

/** The style sheet and the classic scripts of archives. They are the same in every archive except for their texts. */
export const archiveDefinition: BundleDefinition = {
	name: "archive",
	recipe: "src/archive/archive-assets.ts",
	entries: Object.values(scriptEntries),
	async make(directory) {
		// An installed package has the bundle ready, and no bundler.
		const { build } = await import("esbuild");
		const common = {
			absWorkingDir: productFolder,
			bundle: true,
			minify: true,
			outdir: directory,
			charset: "utf8",
			metafile: true,
			logLevel: "error",
		} as const;
		const scripts = await build({
			...common,
			entryPoints: scriptEntries,
			// A page from a disk may not load modules.
			format: "iife",
			target: scriptTarget,
			// It may not start a worker either. The page's script tells its own worker where the finder is.
			define: { finderWorker: '""' },
		});
		const sheet = await build({
			...common,
			entryPoints: { archive: "src/archive/archive.css", book: "src/archive/book/book.css" },
			target: styleTarget,
		});
		return { metafiles: [scripts.metafile, sheet.metafile] };
	},
};

/** A digest of all of them. */
export async function archivesDigest(): Promise<string> {
	return (await followedBundle(archiveDefinition)).record.digest;
}

/** What an archive adds to the files of the site. */
export interface ArchiveAssets {
	readonly css: string;
	/** The style sheet of books. */
	readonly bookCss: string;
	readonly searchScript: string;
	readonly coverScript: string;
}

/** @param messages texts of the scripts */
export async function archiveAssets(messages: Messages): Promise<ArchiveAssets> {
	const bundle: Bundle = await followedBundle(archiveDefinition);
	const read = (name: string) => readFile(join(bundle.folder, name), "utf8");
	const said = { ...messages, "search.failed": messages["offline.searchFailed"] };
	const search = putMessagesIn("search.js", await read("search.js"), said);
	return {
		css: await read("archive.css"),
		bookCss: await read("book.css"),
		searchScript: putMessagesIn("suggest.js", search, said),
		coverScript: await read("cover.js"),
	};
}
