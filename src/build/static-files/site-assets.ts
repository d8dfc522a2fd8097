import { readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { shortDigest } from "../../disk/digest.ts";
import { editorBundle, editorFilesFor } from "../../editor/bundle.ts";
import type { OtherBackend } from "../../editor/forms/index.ts";
import { drawAppIcons } from "../../images/index.ts";
import { english } from "../../messages/english.ts";
import { isSpeaking, putMessagesIn } from "../../messages/index.ts";
import { defaultAccent } from "../../model/accent.ts";
import { asUrlPath } from "../../model/ids.ts";
import type { Bundle } from "../../program/followed-bundle.js";
import type { Theme } from "../../theme/index.ts";
import type { CachedFolder } from "../cache/cached-folders.ts";
import { digestOfAllCode } from "../incremental/code-digest.ts";
import { assetsBundle } from "./bundle-assets.ts";
import type { StaticFile } from "./static-file.ts";
import { readStaticFile } from "./static-file.ts";

/** The folders of the site that contain only assets. Their names depend on the code and the theme. */
export async function assetFolders(theme: Theme, backend?: OtherBackend): Promise<CachedFolder[]> {
	const name = shortDigest(`${await digestOfAllCode()}\n${theme.digest}\n${digestOfBackend(backend)}`);
	return ["/assets/", "/admin/"].map(asUrlPath).map((address) => ({ address, root: address, name }));
}

/**
 * The files of the site that are the same whatever its content: styles, scripts, fonts, the editor.
 *
 * @param workDirectory an empty folder, which must exist as long as the returned files are used
 */
export async function siteAssets(
	workDirectory: string,
	theme: Theme,
	backend?: OtherBackend,
): Promise<StaticFile[]> {
	return [...(await readersAssets(workDirectory, theme)), ...(await editorFiles(workDirectory, backend))];
}

/** A digest of the editor's backend settings; empty for a desk. */
export function digestOfBackend(backend: OtherBackend | undefined): string {
	return backend ? JSON.stringify(backend) : "";
}

/**
 * The assets that readers need: all but the editor.
 * @param workDirectory as for `siteAssets`
 */
export async function readersAssets(workDirectory: string, theme: Theme): Promise<StaticFile[]> {
	return assetFiles(await assetsBundle(), workDirectory, theme);
}

async function editorFiles(workDirectory: string, backend: OtherBackend | undefined): Promise<StaticFile[]> {
	// Loaded on demand: most builds reuse the published assets.
	const { cmsConfig, deskBackend } = await import("../../editor/forms/index.ts");
	const config = join(workDirectory, "config.json");
	const door = backend
		? { backend: backend.config, contentFolder: backend.contentFolder }
		: { backend: deskBackend, contentFolder: "" };
	await writeFile(config, JSON.stringify(cmsConfig(door)));
	const bundle = await editorBundle();
	const names = new Set(await editorFilesFor(bundle, backend?.name));
	return [
		...filesOf(bundle, "/admin/").filter(({ address }) => names.has(address.slice("/admin/".length))),
		await readStaticFile(config, asUrlPath("/admin/config.json")),
	];
}

/** The bundle's files with the theme's changes applied. */
async function assetFiles(bundle: Bundle, workDirectory: string, theme: Theme): Promise<StaticFile[]> {
	const read = (name: string) => readFile(join(bundle.folder, name), "utf8");
	const own = async (name: string): Promise<string | undefined> => {
		if (isSpeaking(name)) return putMessagesIn(name, await read(name), theme.messages);
		if (name.endsWith(".css") && theme.css) return `${await read(name)}${theme.css}`;
		if (name === "icon.svg" && theme.icon) return theme.icon;
		if (name === "icon.svg" && theme.accent !== defaultAccent) {
			return (await read(name)).replaceAll(defaultAccent, theme.accent);
		}
		return undefined;
	};
	const icon = await own("icon.svg");
	const icons = new Map(
		icon === undefined
			? []
			: (await drawAppIcons(icon, theme.accent)).map(({ name, bytes }) => [name, bytes] as const),
	);
	const bundled = filesOf(bundle, "/assets/").map(async (file) => {
		const name = basename(file.address);
		const content = icons.get(name) ?? (await own(name));
		if (content === undefined) return file;
		const source = join(workDirectory, name);
		await writeFile(source, content);
		return readStaticFile(source, file.address);
	});
	const inEnglish = join(workDirectory, "search-en.js");
	await writeFile(inEnglish, putMessagesIn("search.js", await read("search.js"), english));
	const englishSearch = await readStaticFile(inEnglish, asUrlPath("/assets/search-en.js"));
	const added = theme.files.map(({ address, source, sha256 }) => ({ address, source, identity: sha256 }));
	return [...(await Promise.all(bundled)), englishSearch, ...added];
}

function filesOf({ folder, record }: Bundle, address: string): StaticFile[] {
	return Object.entries(record.outputs).map(([path, digest]) => ({
		address: asUrlPath(`${address}${path}`),
		source: join(folder, path),
		identity: digest,
	}));
}
