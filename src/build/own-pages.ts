import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ContentProblem } from "../content/index.ts";
import { shortDigest } from "../disk/digest.ts";
import { filesBelow } from "../disk/files-below.ts";
import { asUrlPath, type UrlPath } from "../model/ids.ts";
import { declaredAddresses } from "../own-pages/declared-addresses.ts";
import type { Plan } from "../site/plan/plan.ts";
import { foldersBeside } from "./portal-folders.ts";
import { readStaticFile, type StaticFile } from "./static-files/static-file.ts";

/** The pages rendered from a portal's own templates. */
export interface OwnPages {
	readonly files: readonly StaticFile[];
	/** The addresses of those that are pages, for the sitemap. */
	readonly addresses: readonly UrlPath[];
	readonly problems: readonly ContentProblem[];
}

const none: OwnPages = { files: [], addresses: [], problems: [] };

function pagesFolder(contentDirectory: string): string | undefined {
	const pages = foldersBeside(contentDirectory)?.pages;
	return pages !== undefined && existsSync(pages) ? pages : undefined;
}

/** The addresses that a portal's own templates declare. */
export function ownAddressesBeside(contentDirectory: string): Set<string> {
	const pages = foldersBeside(contentDirectory)?.pages;
	return pages === undefined ? new Set() : declaredAddresses(pages);
}

/** A digest of the portal's own templates and its Eleventy configuration; empty if it has none. */
export async function digestOfOwnPages(contentDirectory: string): Promise<string> {
	const pages = pagesFolder(contentDirectory);
	if (pages === undefined) return "";
	const config = join(dirname(pages), ".eleventy.js");
	const files = (await filesBelow(pages)).map((file) => join(pages, file));
	if (existsSync(config)) files.push(config);
	const parts = await Promise.all(files.map(async (file) => `${file}\n${await readFile(file, "base64")}`));
	return shortDigest(parts.join("\n"));
}

/**
 * Renders a portal's own templates.
 *
 * @param plan called only if there are templates
 * @param directory does not exist yet; must exist as long as the returned files are used
 */
export async function renderOwnPagesBeside(
	contentDirectory: string,
	directory: string,
	plan: () => Plan,
): Promise<OwnPages> {
	const pagesDirectory = pagesFolder(contentDirectory);
	if (pagesDirectory === undefined) return none;
	// Most portals have none, so Eleventy is loaded only on demand.
	const { renderOwnPages } = await import("../own-pages/index.ts");
	const problems = await renderOwnPages(plan(), { pagesDirectory, directory });
	if (problems.length > 0) return { ...none, problems };
	const paths = existsSync(directory) ? await filesBelow(directory) : [];
	const addresses = paths.map((path) => asUrlPath(`/${path.replace(/(^|\/)index\.html$/, "$1")}`));
	const files = await Promise.all(
		paths.map((path, at) => readStaticFile(join(directory, path), addresses[at] ?? asUrlPath(`/${path}`))),
	);
	return { files, addresses: addresses.filter((address) => /(?:\/|\.html)$/.test(address)), problems };
}
