import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type ContentProblem, nearest } from "../content/index.ts";
import { shortDigest } from "../disk/digest.ts";
import { type ReplaceableName, replaceableNames } from "../site/components/replaceable.ts";
import { strings } from "./strings.ts";

/** The components that a portal has in place of the product's. */
export interface ThemeComponents {
	/** The portal's `theme/components`. */
	readonly directory: string;
	/** Paths below it: of the components, and of whatever else they import. */
	readonly files: readonly string[];
	readonly names: readonly ReplaceableName[];
	/** Changes whenever one of the files does. */
	readonly digest: string;
}

/** Reads which components a portal replaces, and runs none of them. @param directory need not exist */
export async function readComponents(directory: string): Promise<{
	readonly components: ThemeComponents | undefined;
	readonly problems: readonly ContentProblem[];
}> {
	if (!existsSync(directory)) return { components: undefined, problems: [] };
	const entries = await readdir(directory, { recursive: true, withFileTypes: true });
	const files = entries
		.filter((entry) => entry.isFile() && !entry.name.startsWith("."))
		.map((entry) =>
			join(entry.parentPath, entry.name)
				.slice(directory.length + 1)
				.replaceAll("\\", "/"),
		)
		.sort();
	const names: ReplaceableName[] = [];
	const problems: ContentProblem[] = [];
	for (const file of files.filter((path) => !path.includes("/"))) {
		const [, written = "", ending] = /^(.+?)(\.[^.]+)?$/.exec(file) ?? [];
		const name = replaceableNames.find((known) => known === written);
		const refuse = (wording: { readonly message: string; readonly remedy: string }) =>
			problems.push({ file: `../theme/components/${file}`, ...wording });
		if (ending !== ".js") refuse(strings.notJavaScript());
		else if (name) names.push(name);
		else refuse(strings.unknownComponent(written, nearest(written, replaceableNames)));
	}
	if (files.length === 0) return { components: undefined, problems };
	const contents = await Promise.all(files.map((file) => readFile(join(directory, file), "base64")));
	const digest = shortDigest(JSON.stringify(files.map((file, at) => [file, contents[at]])));
	return { components: { directory, files, names, digest }, problems };
}
