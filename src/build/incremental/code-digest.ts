import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "../../disk/digest.ts";
import { editorBundle } from "../../editor/bundle.ts";
import type { BundleRecord } from "../../program/followed-bundle.js";
import { nearestWith, productFolder } from "../../program/product-folder.js";
import { runningProgram } from "../../program/running-program.ts";
import { assetsBundle } from "../static-files/bundle-assets.ts";

/** Digests that change with a module's code or with anything that it imports. */
export interface CodeDigests {
	/** @param module path of a TypeScript file, relative to the product's folder */
	of(module: string): string;
	/** Every module of the program, by the same paths. */
	readonly modules: readonly string[];
}

/**
 * Digests of modules with everything that they import, as of the compilation of the running program. Packages are
 * represented by the lock file, which changes with each of their versions.
 */
export async function openCodeDigests(): Promise<CodeDigests> {
	const { inputs } = await runningProgram();
	return codeDigests(inputs, packagesDigest());
}

/**
 * @param inputs the files of the program
 * @param packages digest of the packages that they import
 */
export function codeDigests(inputs: BundleRecord["inputs"], packages: string): CodeDigests {
	const known = new Map<string, string>();

	function closure(module: string, found: Set<string>): Set<string> {
		if (found.has(module)) return found;
		found.add(module);
		for (const imported of inputs[module]?.imports ?? []) closure(imported, found);
		return found;
	}

	function digestOf(module: string): string {
		if (!inputs[module]) throw new Error(`${module} is not part of the program`);
		const lines = [...closure(module, new Set())].map((file) => `${file} ${inputs[file]?.sha256}`).sort();
		return sha256([packages, ...lines].join("\n"));
	}

	return {
		modules: Object.keys(inputs),
		of(module) {
			const digest = known.get(module) ?? digestOf(module);
			known.set(module, digest);
			return digest;
		},
	};
}

/** Computed once: a process is restarted when its code changes. */
let allCode: Promise<string> | undefined;

/** A digest of all of the product's code that a build runs or bundles, and of the packages. */
export function digestOfAllCode(): Promise<string> {
	allCode ??= readAllCode();
	return allCode;
}

async function readAllCode(): Promise<string> {
	const [program, assets, editor] = await Promise.all([runningProgram(), assetsBundle(), editorBundle()]);
	return sha256([packagesDigest(), program.digest, assets.record.digest, editor.record.digest].join("\n"));
}

/** A digest of the lock file of this repository, or of the portal in which the product is installed. */
function packagesDigest(): string {
	const folder = nearestWith("package-lock.json", productFolder);
	return folder === undefined ? "" : sha256(readFileSync(join(folder, "package-lock.json")));
}
