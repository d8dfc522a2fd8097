import { join } from "node:path";
import { asUrlPath } from "../../model/ids.ts";
import type { KeptFolder } from "../cache/cached-folders.ts";
import { digestOfAllCode } from "../incremental/code-digest.ts";
import { filesBelow } from "./files-below.ts";
import type { StaticFile } from "./static-file.ts";
import { readStaticFile } from "./static-file.ts";

/** The folders of the site that hold them, and nothing else. They follow from the code. */
export async function assetFolders(): Promise<KeptFolder[]> {
	const name = await digestOfAllCode();
	return ["/assets/", "/admin/"].map(asUrlPath).map((address) => ({ address, root: address, name }));
}

/**
 * The files of the site that are the same whatever its content: styles, scripts, fonts, the editor.
 *
 * @param workDirectory an empty folder, which has to outlive the files that are named
 */
export async function siteAssets(workDirectory: string, cacheDirectory: string): Promise<StaticFile[]> {
	// Most builds find the assets made, and need none of this.
	const [{ cmsConfig, localBackend }, { bundleEditor }, { bundleAssets, plainAssets }] = await Promise.all([
		import("../../editor/forms/index.ts"),
		import("../../editor/bundle.ts"),
		import("./bundle-assets.ts"),
	]);
	const assets = join(workDirectory, "assets");
	const editor = join(workDirectory, "editor");
	const bundles = await Promise.allSettled([
		bundleAssets(join(assets, "assets")),
		bundleEditor({
			outputDirectory: editor,
			cacheDirectory,
			config: cmsConfig({ backend: localBackend, contentFolder: "" }),
		}),
	]);
	// Not before both are done, as the folder may be removed then.
	for (const bundle of bundles) if (bundle.status === "rejected") throw bundle.reason;
	return [...(await laidOut(assets)), ...(await plainAssets()), ...(await laidOut(editor))];
}

/** The files of a folder that is laid out as the site is. */
async function laidOut(directory: string): Promise<StaticFile[]> {
	const paths = await filesBelow(directory);
	return Promise.all(paths.map((path) => readStaticFile(join(directory, path), asUrlPath(`/${path}`))));
}
