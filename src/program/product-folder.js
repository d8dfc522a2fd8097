// @ts-check
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder of the package `tintinh`, whether this module runs as source, compiled, or installed. */
export const productFolder = nearestWith("package.json", import.meta.dirname) ?? import.meta.dirname;

/** Whether the product's source is available. An installed package has only compiled code. */
export const hasSource = existsSync(join(productFolder, "src/program/program-bundle.js"));

/**
 * The nearest folder, from `folder` upwards, that contains `name`.
 *
 * @param {string} name a file or folder, as a path
 * @param {string} folder absolute
 * @returns {string | undefined}
 */
export function nearestWith(name, folder) {
	if (existsSync(join(folder, name))) return folder;
	const above = dirname(folder);
	return above === folder ? undefined : nearestWith(name, above);
}
