import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";

/** The relative paths of all files below a folder, with forward slashes, in code unit order. */
export async function filesBelow(directory: string): Promise<string[]> {
	const entries = await readdir(directory, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => relative(directory, join(parentPath, name)).replaceAll("\\", "/"))
		.sort();
}
