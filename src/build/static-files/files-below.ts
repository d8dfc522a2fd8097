import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** Every file below a folder, by its path there, with forward slashes and in code unit order. */
export async function filesBelow(directory: string): Promise<string[]> {
	const entries = await readdir(directory, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) =>
			join(parentPath, name)
				.slice(directory.length + 1)
				.replaceAll("\\", "/"),
		)
		.sort();
}
