import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { CmsConfig } from "decap-cms-core";
import { build } from "esbuild";
import { leaveOutUnusedParts } from "./decap-parts.ts";

export interface EditorBundleOptions {
	/** The site's output directory; the editor is written below it, in `admin/`. */
	readonly outputDirectory: string;
	/** Where finished bundles are kept, so that the next build only copies one. */
	readonly cacheDirectory: string;
	/** What the editor reads at its start; written beside it as `config.json`. */
	readonly config: CmsConfig;
}

const projectDirectory = fileURLToPath(new URL("../../", import.meta.url));

/** Everything that the bundle is made of; a change in any of it makes a new one. */
const sources = [
	"admin",
	"src/editor/forms",
	"src/content/markdown",
	"src/editor",
	"src/model",
	"src/site/components",
	"src/site/strings.ts",
	"src/text",
];

/** Builds the editor's page, or takes it from the cache, and writes it with its configuration. */
export async function bundleEditor({
	outputDirectory,
	cacheDirectory,
	config,
}: EditorBundleOptions): Promise<void> {
	const bundle = path.join(cacheDirectory, "editor", await digestOfSources());
	if (!(await isWhole(bundle))) await makeBundle(bundle);
	const admin = path.join(outputDirectory, "admin");
	await mkdir(admin, { recursive: true });
	await cp(bundle, admin, { recursive: true });
	await writeFile(path.join(admin, "config.json"), JSON.stringify(config));
}

async function makeBundle(bundle: string): Promise<void> {
	const unfinished = `${bundle}.${process.pid}`;
	const { outputFiles } = await build({
		absWorkingDir: projectDirectory,
		entryPoints: { editor: "admin/main.ts" },
		outdir: unfinished,
		bundle: true,
		// Written below, so that what the disk refuses is told as everywhere else.
		write: false,
		format: "esm",
		target: "es2022",
		minify: true,
		charset: "utf8",
		legalComments: "linked",
		mainFields: ["module", "browser", "main"],
		define: { "process.env.NODE_ENV": '"production"', global: "window" },
		// The configuration is checked where it is made; the checker's generated code would need eval in the page.
		alias: {
			ajv: "./admin/ajv-stub.ts",
			"ajv-errors": "./admin/ajv-stub.ts",
			"ajv-keywords/dist/keywords": "./admin/ajv-stub.ts",
		},
		plugins: [leaveOutUnusedParts()],
		loader: { ".wasm": "file" },
		logLevel: "error",
	});
	await mkdir(unfinished, { recursive: true });
	for (const file of outputFiles) await writeFile(file.path, file.contents);
	await cp(path.join(projectDirectory, "admin/index.html"), path.join(unfinished, "index.html"));
	const digest = await digestOfBundle(unfinished);
	try {
		await rm(bundle, { recursive: true, force: true });
		await rename(unfinished, bundle);
		await writeFile(digestFile(bundle), digest);
	} catch (error) {
		// Another build was quicker with the same bundle.
		await rm(unfinished, { recursive: true, force: true });
		if (!(await isWhole(bundle))) throw error;
	}
}

/** Holds the digest of a finished bundle, and lies beside it. */
function digestFile(bundle: string): string {
	return `${bundle}.sha256`;
}

/** Whether a bundle is there as it was made. */
async function isWhole(bundle: string): Promise<boolean> {
	try {
		return (await readFile(digestFile(bundle), "utf8")) === (await digestOfBundle(bundle));
	} catch {
		return false;
	}
}

async function digestOfBundle(bundle: string): Promise<string> {
	const hash = createHash("sha256");
	for (const name of (await readdir(bundle, { recursive: true })).sort()) {
		const file = path.join(bundle, name);
		if ((await stat(file)).isFile()) hash.update(`${name}\0`).update(await readFile(file));
	}
	return hash.digest("hex");
}

async function digestOfSources(): Promise<string> {
	const files = (await Promise.all(sources.map(filesOf))).flat().sort();
	const hash = createHash("sha256");
	for (const file of ["package-lock.json", ...files]) {
		hash.update(`${file}\0`).update(await readFile(path.join(projectDirectory, file)));
	}
	return hash.digest("hex").slice(0, 16);
}

/** A file, or every file below a directory but tests; as paths relative to the project. */
async function filesOf(source: string): Promise<string[]> {
	const absolute = path.join(projectDirectory, source);
	if ((await stat(absolute)).isFile()) return [source];
	const entries = await readdir(absolute, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
		.map((entry) => path.relative(projectDirectory, path.join(entry.parentPath, entry.name)));
}
