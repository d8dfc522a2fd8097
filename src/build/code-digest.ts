import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { sha256 } from "../content/index.ts";
import { filesBelow } from "./files-below.ts";

const relativeImport = /(?:from|import)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']/g;

/** Tells, for any module of ours, whether its code or that of anything it imports has changed. */
export interface CodeDigests {
	/** @param module path of a TypeScript file, relative to the project */
	of(module: string): Promise<string>;
}

/**
 * Digests of modules with all that they import. Packages count by the lock file, which a new version of any changes.
 * Each file is read once.
 */
export function createCodeDigests(): CodeDigests {
	const files = new Map<string, Promise<{ digest: string; imports: string[] }>>();
	const known = new Map<string, Promise<string>>();
	let packages: Promise<string> | undefined;

	async function read(file: string) {
		const text = await readFile(file, "utf8");
		const imports = [...text.matchAll(relativeImport)].map((match) => join(dirname(file), match[1] ?? ""));
		return { digest: sha256(text), imports };
	}

	async function closure(file: string, found: Map<string, string>): Promise<void> {
		if (found.has(file)) return;
		found.set(file, "");
		const reading = files.get(file) ?? read(file);
		files.set(file, reading);
		const { digest, imports } = await reading;
		found.set(file, digest);
		for (const imported of imports) await closure(imported, found);
	}

	async function digestOf(module: string): Promise<string> {
		const found = new Map<string, string>();
		await closure(module, found);
		packages ??= readFile("package-lock.json").then(sha256);
		const lines = [...found].map(([file, digest]) => `${file} ${digest}`).sort();
		return sha256([await packages, ...lines].join("\n"));
	}

	return {
		of(module) {
			const digest = known.get(module) ?? digestOf(module);
			known.set(module, digest);
			return digest;
		},
	};
}

/** Everything of ours that a build runs or bundles. */
const codeFolders = ["src", "admin", "scripts"];
const codeFiles = [".eleventy.js", "package-lock.json", "tsconfig.json"];

/** Of the code that this process runs: it is started anew when that changes. */
let allCode: Promise<string> | undefined;

export function digestOfAllCode(): Promise<string> {
	allCode ??= readAllCode();
	return allCode;
}

async function readAllCode(): Promise<string> {
	const parts: string[] = [];
	for (const folder of codeFolders) {
		for (const file of await filesBelow(folder)) parts.push(file, sha256(await readFile(join(folder, file))));
	}
	for (const file of codeFiles) parts.push(file, sha256(await readFile(file)));
	return sha256(parts.join("\n"));
}
