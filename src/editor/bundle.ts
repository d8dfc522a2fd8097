import { copyFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Bundle, BundleDefinition } from "../program/followed-bundle.js";
import { followedBundle } from "../program/followed-bundle.js";
import { productFolder } from "../program/product-folder.js";
import { replaceLinesOfDecap } from "./decap-lines.ts";
import { leaveOutUnusedParts } from "./decap-parts.ts";
import { type OtherBackendName, otherBackends } from "./forms/index.ts";

const page = "admin/index.html";
const entryPoints = { editor: "admin/main.ts", desk: "admin/desk/desk.ts" };
/** Modules of ours in place of packages, by the names of these. */
const standIns = {
	localforage: "./admin/no-storage.ts",
	topbar: "./admin/progress-line.ts",
	// The configuration is checked where it is made; the checker's generated code would need eval in the page.
	ajv: "./admin/ajv-stub.ts",
	"ajv-errors": "./admin/ajv-stub.ts",
	"ajv-keywords/dist/keywords": "./admin/ajv-stub.ts",
};

/**
 * The editor's page with its scripts, as it is served below `/admin/`. It reads its configuration from `config.json`
 * there.
 */
export const editorDefinition: BundleDefinition = {
	name: "editor",
	recipe: "src/editor/bundle.ts",
	entries: [...Object.values(entryPoints), ...Object.values(standIns)],
	async make(directory) {
		// An installed package has the editor ready, and no bundler.
		const { build } = await import("esbuild");
		const { outputFiles, metafile } = await build({
			absWorkingDir: productFolder,
			entryPoints,
			outdir: directory,
			bundle: true,
			// The files are written below, so that disk errors are reported as everywhere else.
			write: false,
			metafile: true,
			format: "esm",
			// Decap's own backends are scripts of their own, which most sites leave out.
			splitting: true,
			target: "es2022",
			minify: true,
			charset: "utf8",
			legalComments: "linked",
			mainFields: ["module", "browser", "main"],
			define: { "process.env.NODE_ENV": '"production"', global: "window" },
			alias: standIns,
			plugins: [leaveOutUnusedParts(), replaceLinesOfDecap()],
			loader: { ".wasm": "file" },
			logLevel: "error",
		});
		for (const file of outputFiles) await writeFile(file.path, file.contents);
		await copyFile(join(productFolder, page), join(directory, "index.html"));
		return { metafiles: [metafile], copied: [page] };
	},
};

/** The editor for the source as it is now. */
export function editorBundle(): Promise<Bundle> {
	return followedBundle(editorDefinition);
}

/**
 * The files of the bundle that a site needs: without the scripts of Decap's own backends, but for the one that is named.
 */
export async function editorFilesFor(
	{ folder, record }: Bundle,
	backend: OtherBackendName | undefined,
): Promise<readonly string[]> {
	const all = Object.keys(record.outputs);
	const isOther = (name: string) =>
		otherBackends.some((each) => each !== backend && new RegExp(`^${each}-[A-Z0-9]+\\.js$`).test(name));
	const needed = new Set<string>();
	const waiting = ["editor.js", "desk.js"];
	for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
		if (needed.has(name) || isOther(name)) continue;
		needed.add(name);
		const script = await readFile(join(folder, name), "utf8");
		for (const [, imported = ""] of script.matchAll(/["']\.\/([\w-]+\.js)["']/g)) {
			if (all.includes(imported)) waiting.push(imported);
		}
	}
	return all.filter(
		(name) => !/\.js(?:\.LEGAL\.txt)?$/.test(name) || needed.has(name.replace(/\.LEGAL\.txt$/, "")),
	);
}
