import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { cmsConfig, localBackend } from "../cms/index.ts";
import { bundleEditor } from "../editor/bundle.ts";
import { asUrlPath } from "../model/ids.ts";
import type { Progress } from "../model/progress.ts";
import type { PlanContext } from "../site/plan/context.ts";
import { bundleAssets, plainAssets } from "./assets.ts";
import { searchFiles } from "./search-files.ts";
import type { StaticFile } from "./static-file.ts";
import { readStaticFile } from "./static-file.ts";

export interface StaticFilesOptions {
	readonly contentDirectory: string;
	readonly cacheDirectory: string;
	/** An empty folder, which has to outlive the files that are named. */
	readonly workDirectory: string;
	readonly search: boolean;
}

/** The files of the site that no template renders: styles, scripts, fonts, the editor and the search index. */
export async function staticFiles(
	context: PlanContext,
	options: StaticFilesOptions,
	progress: Progress,
): Promise<StaticFile[]> {
	const assets = join(options.workDirectory, "assets");
	const editor = join(options.workDirectory, "editor");
	await Promise.all([
		bundleAssets(join(assets, "assets")),
		bundleEditor({
			outputDirectory: editor,
			cacheDirectory: options.cacheDirectory,
			config: cmsConfig({ backend: localBackend, contentFolder: "" }),
		}),
	]);
	return [
		...(await filesBelow(assets)),
		...(await plainAssets()),
		...(await filesBelow(editor)),
		...(options.search && context.portal.site.features.search
			? await searchFiles(context, options, progress)
			: []),
	];
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
