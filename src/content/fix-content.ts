/** The fixes of `tintinh check --fix`: changes of content that need no decision. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeFileAtomically } from "../disk/atomic-write.ts";
import { toNfc } from "../text/index.ts";
import { listContentFiles } from "./content-files.ts";
import { strings } from "./strings.ts";

/** A change of content files. An upgrade that changes the rules of content includes one. Each is idempotent. */
export interface ContentFix {
	/** The product's version from which content must satisfy the rule: `0.2.0`. */
	readonly since: string;
	/** What it does, in Vietnamese; shown after the file's name. */
	readonly summary: string;
	/** @param path below the content folder */
	readonly fix: (text: string, path: string) => string;
}

/** In the order in which they are run. */
const contentFixes: readonly ContentFix[] = [
	{ since: "0.1.0", summary: strings.fixedNormalForm, fix: (text) => toNfc(text) },
];

/** A file that was changed, and how. */
export interface FixedFile {
	/** Below the content folder. */
	readonly path: string;
	readonly summaries: readonly string[];
}

/** Files that may be fixed: articles, pages and settings, but no pictures or attachments. */
const textFile = /\.(?:md|ya?ml)$/;

/** Fixes a content folder. Files that are not UTF-8 are left to the check. */
export async function fixContent(
	directory: string,
	fixes: readonly ContentFix[] = contentFixes,
): Promise<FixedFile[]> {
	const fixed: FixedFile[] = [];
	if (!existsSync(directory)) return fixed;
	for (const path of listContentFiles(directory).files.paths) {
		if (!textFile.test(path)) continue;
		const file = join(directory, path);
		const before = textOf(readFileSync(file));
		if (before === undefined) continue;
		let text = before;
		const summaries: string[] = [];
		for (const { fix, summary } of fixes) {
			const after = fix(text, path);
			if (after !== text) summaries.push(summary);
			text = after;
		}
		if (text === before) continue;
		await writeFileAtomically(file, text);
		fixed.push({ path, summaries });
	}
	return fixed;
}

function textOf(bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return undefined;
	}
}
