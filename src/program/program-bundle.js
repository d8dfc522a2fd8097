// @ts-check
/** Our compiled code for Node, which the commands, a build's workers and Eleventy's configuration run. */
import { copyFile, mkdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { followedBundle } from "./followed-bundle.js";
import { productFolder } from "./product-folder.js";

/** The entry points of processes and threads. Each is a file of the bundle. */
const entryPoints = {
	tintinh: "scripts/run-tintinh.ts",
	eleventy: "src/eleventy.ts",
	worker: "src/build/workers/worker.ts",
	"build-process": "src/desk/online/build-process.ts",
	"heic-process": "src/desk/uploads/heic-process.ts",
	"database-thread": "src/disk/database-thread.js",
	"list-content-process": "src/content/list-content-process.ts",
};

/** @typedef {keyof typeof entryPoints} ProgramEntry */

/** Fonts that the code reads from `fonts/`, with their licences. */
const fonts = [
	"source-serif-600.ttf",
	"OFL-source-serif.txt",
	"be-vietnam-400.ttf",
	"OFL-be-vietnam.txt",
].map((name) => `src/images/fonts/${name}`);

/** Globals that CommonJS packages expect. */
const commonJs = `import { createRequire as createRequireHere } from "node:module";
const require = createRequireHere(import.meta.url), __dirname = import.meta.dirname, __filename = import.meta.filename;`;

/** A portal installs it only for its types. Reading its hundred files takes longer than a small command. */
const installedForTypes = "zod";

/** The packages that a portal installs. All others that our code imports become part of the bundle. */
async function dependencies() {
	const { dependencies, name } = JSON.parse(await readFile(join(productFolder, "package.json"), "utf8"));
	return [name, "esbuild", ...Object.keys(dependencies)]
		.filter((each) => each !== installedForTypes)
		.flatMap((each) => [each, `${each}/*`]);
}

/** @type {import("./followed-bundle.js").BundleDefinition} */
export const programBundle = {
	name: "program",
	recipe: "src/program/program-bundle.js",
	entries: Object.values(entryPoints),
	async make(directory) {
		const { build } = await import("esbuild");
		const { metafile } = await build({
			absWorkingDir: productFolder,
			entryPoints,
			outdir: directory,
			bundle: true,
			splitting: true,
			format: "esm",
			platform: "node",
			target: "node20.19",
			external: await dependencies(),
			banner: { js: commonJs },
			charset: "utf8",
			metafile: true,
			logLevel: "error",
		});
		await mkdir(join(directory, "fonts"));
		for (const font of fonts) {
			await copyFile(join(productFolder, font), join(directory, "fonts", basename(font)));
		}
		return { metafiles: [metafile], copied: fonts };
	},
};

/** The compiled program. It is made again if the source has changed. */
export function compiledProgram() {
	return followedBundle(programBundle);
}
