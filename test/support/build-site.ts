/** Builds sites from valid content. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildPortal } from "../../src/build/build.ts";
import type { BuildOptions, BuildReport } from "../../src/build/build-options.ts";
import { formatProblems } from "../../src/content/index.ts";
import { shareCache } from "./fixture.ts";

/** @throws with every problem of the content */
export async function buildSite(options: BuildOptions): Promise<BuildReport> {
	const { report, problems } = await buildPortal(options);
	if (!report) throw new Error(formatProblems(problems, options.contentDirectory));
	return report;
}

/** A site that several tests share. */
export interface TemporarySite {
	/** The folder that contains the site and other files of the test. */
	readonly directory: string;
	/** Its output folder. */
	readonly site: string;
	remove(): void;
}

export async function buildTemporarySite(
	options: Pick<BuildOptions, "contentDirectory" | "now" | "search">,
): Promise<TemporarySite> {
	const directory = mkdtempSync(join(tmpdir(), "tintinh-"));
	const site = join(directory, "site");
	const cacheDirectory = join(directory, "cache");
	shareCache(cacheDirectory);
	await buildSite({ ...options, outputDirectory: site, cacheDirectory });
	return { directory, site, remove: () => rmSync(directory, { recursive: true, force: true }) };
}
