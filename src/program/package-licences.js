// @ts-check
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { productFolder } from "./product-folder.js";

/**
 * The licences of the packages in bundles, as these licences require: each package with its version and its licence's
 * text. If a package has no such text, its home page is given.
 *
 * @param {readonly import("esbuild").Metafile[]} metafiles of what esbuild did, in the product's folder
 * @returns {string}
 */
export function licencesOf(metafiles) {
	const folders = new Set(
		metafiles.flatMap(({ inputs }) => Object.keys(inputs)).flatMap((path) => packageFolder(path) ?? []),
	);
	return [...folders].sort().map(licenceOf).join("\n\n");
}

/** @param {string} path of a bundle's input */
function packageFolder(path) {
	return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];
}

/** @param {string} folder */
function licenceOf(folder) {
	const directory = join(productFolder, folder);
	const manifest = join(directory, "package.json");
	if (!existsSync(manifest)) throw new Error(`${folder} has no package.json`);
	const { name, version, license, licenses, homepage } = JSON.parse(readFileSync(manifest, "utf8"));
	// Old packages give their licence as an object, or as a list of objects.
	const [kind] = [license ?? licenses ?? []].flat().map((each) => each.type ?? each);
	const file = readdirSync(directory).find((each) => /^(?:licen[cs]e|copying)/i.test(each));
	const text = file ? readFileSync(join(directory, file), "utf8").trim() : "";
	return `${name} ${version} (${kind ?? `see ${homepage}`})\n\n${text}`.trim();
}
