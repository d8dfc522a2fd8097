import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { editorBundle } from "../../editor/bundle.ts";
import { type Messages, strings } from "../../messages/index.ts";
import { asUrlPath } from "../../model/ids.ts";
import type { Bundle } from "../../program/followed-bundle.js";
import type { CachedFolder } from "../cache/cached-folders.ts";
import { digestOfAllCode } from "../incremental/code-digest.ts";
import { assetsBundle } from "./bundle-assets.ts";
import { isSpeaking, putMessagesIn } from "./script-messages.ts";
import type { StaticFile } from "./static-file.ts";
import { readStaticFile } from "./static-file.ts";

/** The folders of the site that hold them, and nothing else. They follow from the code. */
export async function assetFolders(): Promise<CachedFolder[]> {
	const name = await digestOfAllCode();
	return ["/assets/", "/admin/"].map(asUrlPath).map((address) => ({ address, root: address, name }));
}

/**
 * The files of the site that are the same whatever its content: styles, scripts, fonts, the editor.
 *
 * @param workDirectory an empty folder, which has to outlive the files that are named
 */
export async function siteAssets(workDirectory: string): Promise<StaticFile[]> {
	// Most builds find the assets published, and need none of this.
	const { cmsConfig, localBackend } = await import("../../editor/forms/index.ts");
	const config = join(workDirectory, "config.json");
	await mkdir(workDirectory, { recursive: true });
	await writeFile(config, JSON.stringify(cmsConfig({ backend: localBackend, contentFolder: "" })));
	return [
		...(await assetFiles(await assetsBundle(), workDirectory, strings)),
		...filesOf(await editorBundle(), "/admin/"),
		await readStaticFile(config, asUrlPath("/admin/config.json")),
	];
}

async function assetFiles(bundle: Bundle, workDirectory: string, messages: Messages): Promise<StaticFile[]> {
	return Promise.all(
		filesOf(bundle, "/assets/").map(async (file) => {
			const name = basename(file.address);
			if (!isSpeaking(name)) return file;
			return readStaticFile(await putMessagesIn(name, bundle.folder, workDirectory, messages), file.address);
		}),
	);
}

function filesOf({ folder, record }: Bundle, address: string): StaticFile[] {
	return Object.entries(record.outputs).map(([path, digest]) => ({
		address: asUrlPath(`${address}${path}`),
		source: join(folder, path),
		identity: digest,
	}));
}
