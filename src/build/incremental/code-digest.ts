import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sha256 } from "../../content/index.ts";
import { filesBelow } from "../static-files/files-below.ts";

const relativeImport = /(?:from|import)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']/g;

/** Tells, for any module of ours, whether its code or that of anything it imports has changed. */
export interface CodeDigests {
	/** @param module path of a TypeScript file, relative to the project */
	of(module: string): string;
}

/**
 * Digests of modules with all that they import. Packages count by the lock file, which a new version of any changes.
 * Each file is read once.
 */
export function createCodeDigests(): CodeDigests {
	const files = new Map<string, { digest: string; imports: string[] }>();
	const known = new Map<string, string>();
	let packages: string | undefined;

	function read(file: string) {
		const text = readFileSync(file, "utf8");
		const imports = [...text.matchAll(relativeImport)].map((match) => join(dirname(file), match[1] ?? ""));
		return { digest: sha256(text), imports };
	}

	function closure(file: string, found: Map<string, string>): void {
		if (found.has(file)) return;
		found.set(file, "");
		const source = files.get(file) ?? read(file);
		files.set(file, source);
		const { digest, imports } = source;
		found.set(file, digest);
		for (const imported of imports) closure(imported, found);
	}

	function digestOf(module: string): string {
		const found = new Map<string, string>();
		closure(module, found);
		packages ??= sha256(readFileSync("package-lock.json"));
		const lines = [...found].map(([file, digest]) => `${file} ${digest}`).sort();
		return sha256([packages, ...lines].join("\n"));
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
		for (const file of await filesBelow(folder)) parts.push(file, sha256(readFileSync(join(folder, file))));
	}
	for (const file of codeFiles) parts.push(file, sha256(readFileSync(file)));
	return sha256(parts.join("\n"));
}
