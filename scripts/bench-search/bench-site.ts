import { join } from "node:path";
import { archiveNow, makeArchive } from "../bench/archive.ts";
import { measure } from "../bench/measure.ts";

/** Enough for a page of every year and several months of this one. */
const articles = 240;

/**
 * Builds a small portal whose pages and scripts are those of every portal; the server puts the large indexes in the
 * places of its own.
 *
 * @returns the folder of the built site
 */
export async function buildBenchSite(directory: string): Promise<string> {
	const contentDirectory = join(directory, "site-content");
	const site = join(directory, "site");
	await makeArchive(contentDirectory, { articles, seed: 1 });
	await measure(process.execPath, [
		...["scripts/tintinh.js", "build", "--now", archiveNow],
		...["--content", contentDirectory, "--output", site, "--cache", join(directory, "site-cache")],
	]);
	return site;
}
