import { copyFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Bundle, BundleDefinition } from "../program/followed-bundle.js";
import { followedBundle } from "../program/followed-bundle.js";
import { productFolder } from "../program/product-folder.js";
import { leaveOutUnusedParts } from "./decap-parts.ts";
import { translateFixedPhrases } from "./decap-phrases.ts";

const page = "admin/index.html";

/** The editor's page with its scripts, as it is served below `/admin/`; it reads its configuration from `config.json` there. */
export const editorDefinition: BundleDefinition = {
	name: "editor",
	recipe: "src/editor/bundle.ts",
	async make(directory) {
		// An installed package has the editor ready, and no bundler.
		const { build } = await import("esbuild");
		const { outputFiles, metafile } = await build({
			absWorkingDir: productFolder,
			entryPoints: { editor: "admin/main.ts", desk: "admin/desk/desk.ts" },
			outdir: directory,
			bundle: true,
			// Written below, so that what the disk refuses is told as everywhere else.
			write: false,
			metafile: true,
			format: "esm",
			target: "es2022",
			minify: true,
			charset: "utf8",
			legalComments: "linked",
			mainFields: ["module", "browser", "main"],
			define: { "process.env.NODE_ENV": '"production"', global: "window" },
			// The configuration is checked where it is made; the checker's generated code would need eval in the page.
			alias: {
				localforage: "./admin/no-storage.ts",
				ajv: "./admin/ajv-stub.ts",
				"ajv-errors": "./admin/ajv-stub.ts",
				"ajv-keywords/dist/keywords": "./admin/ajv-stub.ts",
			},
			plugins: [leaveOutUnusedParts(), translateFixedPhrases()],
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
