// @ts-check
/**
 * Bundles of our code. Each is kept until one of its source files changes. esbuild reports which files it read; no list
 * is maintained.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join, posix, relative } from "node:path";
import { licencesOf } from "./package-licences.js";
import { hasSource, productFolder } from "./product-folder.js";

/**
 * A file that went into a bundle.
 *
 * @typedef {object} BundleInput
 * @property {string} sha256 of its bytes; for a folder, of the names in it
 * @property {readonly string[]} imports the files of ours that it imports, as paths from the product's folder
 */

/**
 * What a bundle was made from and what it contains. It is stored beside the bundle's folder as `<folder>.json`.
 *
 * @typedef {object} BundleRecord
 * @property {string} digest changes whenever an input does
 * @property {Readonly<Record<string, BundleInput>>} inputs by their paths from the product's folder
 * @property {Readonly<Record<string, string>>} outputs SHA-256 of each file, by its path below the bundle's folder
 */

/**
 * A finished bundle.
 *
 * @typedef {object} Bundle
 * @property {string} folder
 * @property {BundleRecord} record
 */

/**
 * How a bundle is made.
 *
 * @typedef {object} BundleDefinition
 * @property {string} name in kebab-case; also the bundle's folder in the installed package
 * @property {string} recipe the module that holds this definition; it and what it imports decide what is made
 * @property {readonly string[]} entries the modules that the bundler begins with, from the product's folder
 * @property {(directory: string) => Promise<BundleSources>} make writes its files below a folder that is empty
 */

/**
 * What a bundle was made from.
 *
 * @typedef {object} BundleSources
 * @property {readonly import("esbuild").Metafile[]} metafiles of what esbuild did, in the product's folder
 * @property {readonly string[]} [copied] other files, and folders whose lists of files count, from the product's folder
 */

/** @typedef {import("node:fs").Stats} Status */

/** The files that affect every bundle. The lock file represents the packages. */
const settings = ["package-lock.json", "tsconfig.json"];

/**
 * Milliseconds: if a file was written more recently than this before it was read, it may have been written again since.
 */
const unsettled = 2000;

/** Milliseconds for which an old bundle is kept, as processes may still run it. */
const keptFor = 24 * 60 * 60 * 1000;

/**
 * The bundle of the current source. An installed package contains it.
 *
 * @param {BundleDefinition} definition
 * @returns {Promise<Bundle>}
 */
export async function followedBundle(definition) {
	if (!hasSource) return readyBundle(join(productFolder, "dist", definition.name));
	const home = join(productFolder, ".cache/compiled", definition.name);
	const stampsFile = `${home}.json`;
	const stamps = readStamps(stampsFile);
	if (stamps) {
		const folder = join(home, stamps.digest);
		const isSame = sameInputs(stamps);
		if (isSame !== "no" && isWhole(folder)) {
			if (isSame === "touched") await writeStamps(stampsFile, readyBundle(folder).record);
			return readyBundle(folder);
		}
	}
	await mkdir(home, { recursive: true });
	const bundle = await makeBundle(definition, home);
	await writeStamps(stampsFile, bundle.record);
	await forgetOlder(home, bundle.record.digest);
	return bundle;
}

/**
 * Makes a bundle in another folder: `<directory>/<name>`, with its record and the licences of its packages beside it.
 *
 * @param {BundleDefinition} definition
 * @param {string} directory
 * @returns {Promise<void>}
 */
export async function writeBundleTo({ name, make, recipe }, directory) {
	const folder = join(directory, name);
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	const made = await make(folder);
	await writeFile(`${folder}.json`, JSON.stringify(await recordOf(made, folder, recipe)));
	await writeFile(`${folder}-licences.txt`, licencesOf(made.metafiles));
}

/**
 * Reads a finished bundle.
 *
 * @param {string} folder
 * @returns {Bundle}
 */
export function readyBundle(folder) {
	return { folder, record: JSON.parse(readFileSync(`${folder}.json`, "utf8")) };
}

/**
 * @param {BundleDefinition} definition
 * @param {string} home
 * @returns {Promise<Bundle>}
 */
async function makeBundle({ make, recipe }, home) {
	const unfinished = join(home, `unfinished-${process.pid}`);
	try {
		for (let attempt = 1; ; attempt++) {
			await rm(unfinished, { recursive: true, force: true });
			await mkdir(unfinished);
			const began = Date.now();
			const record = await recordOf(await make(unfinished), unfinished, recipe);
			// A file was saved meanwhile, so it is unknown which version went into the bundle.
			const isTorn = Object.keys(record.inputs).some((path) => changedAt(statusOf(path)) >= began);
			if (isTorn && attempt < 5) continue;
			const folder = join(home, record.digest);
			// Another process may have made the same bundle meanwhile, and may be running it.
			if (!isWhole(folder)) {
				await rm(folder, { recursive: true, force: true });
				await writeFile(`${folder}.json`, JSON.stringify(record));
				await rename(unfinished, folder).catch((error) => {
					if (!isWhole(folder)) throw error;
				});
			}
			return readyBundle(folder);
		}
	} finally {
		await rm(unfinished, { recursive: true, force: true });
	}
}

/**
 * @param {BundleSources} sources
 * @param {string} folder
 * @param {string} recipe
 * @returns {Promise<BundleRecord>}
 */
async function recordOf({ metafiles, copied = [] }, folder, recipe) {
	/** @type {Map<string, string[]>} */
	const imports = new Map([...settings, ...modulesFrom(recipe), ...copied].map((path) => [path, []]));
	for (const { inputs } of metafiles) {
		for (const [path, input] of Object.entries(inputs)) {
			if (!isOurs(path)) continue;
			const imported = input.imports.filter(({ external, path }) => !external && isOurs(path));
			imports.set(path, [...new Set([...(imports.get(path) ?? []), ...imported.map(({ path }) => path)])]);
		}
	}
	const paths = [...imports.keys()].sort();
	const inputs = Object.fromEntries(
		paths.map((path) => [path, { sha256: digestOfInput(path), imports: imports.get(path) ?? [] }]),
	);
	const digest = sha256(paths.map((path) => `${path} ${inputs[path]?.sha256}`).join("\n")).slice(0, 16);
	return { digest, inputs, outputs: await digestsBelow(folder) };
}

/**
 * A module and all of our modules that it imports, found in their source, as esbuild has not bundled them.
 *
 * @param {string} path
 * @param {Set<string>} found
 */
function modulesFrom(path, found = new Set()) {
	if (found.has(path) || !existsSync(join(productFolder, path))) return found;
	found.add(path);
	const text = readFileSync(join(productFolder, path), "utf8");
	for (const [, name = ""] of text.matchAll(/^\s*(?:import|export)\b[^"';]*?["'](\.[^"']+)["']/gm)) {
		modulesFrom(posix.join(posix.dirname(path), name), found);
	}
	return found;
}

/**
 * Whether a path is a file of ours. Packages are represented by the lock file.
 *
 * @param {string} path
 */
function isOurs(path) {
	return !/(?:^|\/)node_modules\/|^<|^[a-z-]{2,}:/.test(path);
}

/**
 * @param {string} folder
 * @returns {Promise<Record<string, string>>}
 */
async function digestsBelow(folder) {
	/** @type {Record<string, string>} */
	const digests = {};
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	for (const entry of entries) {
		if (!entry.isFile()) continue;
		const file = join(entry.parentPath, entry.name);
		digests[relative(folder, file).replaceAll("\\", "/")] = sha256(readFileSync(file));
	}
	return digests;
}

/**
 * Whether a bundle is undamaged.
 *
 * @param {string} folder
 */
function isWhole(folder) {
	try {
		const { outputs } = readyBundle(folder).record;
		return Object.entries(outputs).every(
			([path, digest]) => sha256(readFileSync(join(folder, path))) === digest,
		);
	} catch {
		return false;
	}
}

/**
 * The state of the inputs when the current bundle was made.
 *
 * @typedef {object} Stamps
 * @property {string} digest of the bundle
 * @property {number} at when they were taken, in epoch milliseconds
 * @property {Readonly<Record<string, { readonly stamp: string; readonly sha256: string }>>} inputs
 */

/**
 * @param {string} file
 * @returns {Stamps | undefined}
 */
function readStamps(file) {
	try {
		return JSON.parse(readFileSync(file, "utf8"));
	} catch {
		return undefined;
	}
}

/**
 * @param {string} file
 * @param {BundleRecord} record
 */
async function writeStamps(file, { digest, inputs }) {
	const entries = Object.entries(inputs).map(([path, { sha256 }]) => [
		path,
		{ stamp: stampOf(statusOf(path)), sha256 },
	]);
	/** @type {Stamps} */
	const stamps = { digest, at: Date.now(), inputs: Object.fromEntries(entries) };
	const unfinished = `${file}.${process.pid}`;
	await writeFile(unfinished, JSON.stringify(stamps));
	await rename(unfinished, file);
}

/**
 * Whether the inputs are unchanged: by their stamps alone ("yes"), or only by their content ("touched").
 *
 * @param {Stamps} stamps
 * @returns {"yes" | "touched" | "no"}
 */
function sameInputs({ at, inputs }) {
	let isTouched = false;
	for (const [path, { stamp, sha256 }] of Object.entries(inputs)) {
		const status = statusOf(path);
		if (stampOf(status) === stamp && changedAt(status) < at - unsettled) continue;
		isTouched = true;
		try {
			if (digestOfInput(path) !== sha256) return "no";
		} catch {
			return "no";
		}
	}
	return isTouched ? "touched" : "yes";
}

/**
 * @param {string} path
 * @returns {Status | undefined}
 */
function statusOf(path) {
	return statSync(join(productFolder, path), { throwIfNoEntry: false });
}

/** @param {Status | undefined} status */
function stampOf(status) {
	return status ? `${status.size} ${status.mtimeMs} ${status.ctimeMs} ${status.ino}` : "";
}

/** @param {Status | undefined} status */
function changedAt(status) {
	return status ? Math.max(status.mtimeMs, status.ctimeMs) : Number.POSITIVE_INFINITY;
}

/** @param {string} path */
function digestOfInput(path) {
	const file = join(productFolder, path);
	if (!existsSync(file)) return "";
	return sha256(statSync(file).isDirectory() ? readdirSync(file).sort().join("\n") : readFileSync(file));
}

/** @param {string | Uint8Array} content */
function sha256(content) {
	return createHash("sha256").update(content).digest("hex");
}

/**
 * @param {string} home
 * @param {string} current
 */
async function forgetOlder(home, current) {
	for (const name of await readdir(home)) {
		if (name.startsWith(current)) continue;
		const path = join(home, name);
		const status = await stat(path).catch(() => undefined);
		if (status && status.mtimeMs < Date.now() - keptFor) await rm(path, { recursive: true, force: true });
	}
}
