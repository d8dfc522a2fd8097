/** A built site as its files. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Every file of a site below its folder, with its digest; in order. The build's own record is left out. */
export function readTree(directory: string): ReadonlyMap<string, string> {
	const files = readdirSync(`${directory}/`, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name).slice(directory.length).replaceAll("\\", "/"))
		.filter((file) => file !== "/manifest.json")
		.sort();
	return new Map(
		files.map((file) => [
			file,
			createHash("sha256")
				.update(readFileSync(join(directory, file)))
				.digest("hex"),
		]),
	);
}

export interface TreeDifference {
	readonly added: readonly string[];
	readonly changed: readonly string[];
	readonly removed: readonly string[];
}

export function compareTrees(
	before: ReadonlyMap<string, string>,
	after: ReadonlyMap<string, string>,
): TreeDifference {
	return {
		added: [...after.keys()].filter((file) => !before.has(file)),
		changed: [...after]
			.filter(([file, digest]) => (before.get(file) ?? digest) !== digest)
			.map(([file]) => file),
		removed: [...before.keys()].filter((file) => !after.has(file)),
	};
}

export const noDifference: TreeDifference = { added: [], changed: [], removed: [] };
