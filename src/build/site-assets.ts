import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { cmsConfig, localBackend } from "../cms/index.ts";
import { bundleEditor } from "../editor/bundle.ts";
import { asUrlPath } from "../model/ids.ts";
import { bundleAssets, plainAssets } from "./assets.ts";
import type { StaticFile } from "./static-file.ts";
import { readStaticFile } from "./static-file.ts";

/**
 * The files of the site that are the same whatever its content: styles, scripts, fonts, the editor.
 *
 * @param workDirectory an empty folder, which has to outlive the files that are named
 */
export async function siteAssets(workDirectory: string, cacheDirectory: string): Promise<StaticFile[]> {
	const assets = join(workDirectory, "assets");
	const editor = join(workDirectory, "editor");
	await Promise.all([
		bundleAssets(join(assets, "assets")),
		bundleEditor({
			outputDirectory: editor,
			cacheDirectory,
			config: cmsConfig({ backend: localBackend, contentFolder: "" }),
		}),
	]);
	return [...(await filesBelow(assets)), ...(await plainAssets()), ...(await filesBelow(editor))];
}

/** Every file below a folder, by the address that its place there gives it. */
async function filesBelow(directory: string): Promise<StaticFile[]> {
	const entries = await readdir(directory, { recursive: true, withFileTypes: true });
	const files = entries
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name));
	return Promise.all(
		files
			.sort()
			.map((file) => readStaticFile(file, asUrlPath(file.slice(directory.length).replaceAll("\\", "/")))),
	);
}
