/** The files of a built site. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Every file of a site with its digest, in order. The build's own manifest is left out. */
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

/** The most differences that are listed. */
const enough = 5;

/** The files in which two sites differ, including their manifests, each with its first difference. */
export function differences(expected: string, actual: string): string[] {
	const { added, changed, removed } = compareTrees(readTree(expected), readTree(actual));
	const manifests = [expected, actual].map((site) => readFileSync(join(site, "manifest.json"), "utf8"));
	return [
		...added.map((file) => `${file} is too much`),
		...removed.map((file) => `${file} is missing`),
		...changed
			.slice(0, enough)
			.map((file) => `${file}: ${firstDifference(join(expected, file), join(actual, file))}`),
		...(manifests[0] === manifests[1]
			? []
			: [`manifest: ${firstDifference(join(expected, "manifest.json"), join(actual, "manifest.json"))}`]),
	];
}

function firstDifference(expected: string, actual: string): string {
	const [wanted = "", found = ""] = [expected, actual].map((file) => readFileSync(file, "utf8"));
	const at = [...wanted].findIndex((character, index) => found[index] !== character);
	const around = (text: string) => text.slice(Math.max(0, at - 40), at + 60);
	return `“${around(wanted)}” became “${around(found)}”`;
}
