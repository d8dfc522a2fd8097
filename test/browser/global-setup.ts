/** Runs once before all browser tests: finds a browser, and builds and serves the sample portal. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { findBrowser } from "../../scripts/browser/find-browser.ts";
import { buildSite } from "../support/build-site.ts";
import { commonCache } from "../support/fixture.ts";
import { sampleNow } from "../support/sample.ts";
import { serveSite } from "../support/serve-site.ts";

declare module "vitest" {
	interface ProvidedContext {
		browserPath: string;
		/** The address of the served sample portal, without a trailing slash. */
		siteUrl: string;
		/** The folder of the built sample portal. */
		siteDirectory: string;
	}
}

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
	project.provide(
		"browserPath",
		findBrowser((line) => console.log(line)),
	);
	const directory = await mkdtemp(join(tmpdir(), "tintinh-sample-"));
	const outputDirectory = join(directory, "site");
	await buildSite({
		contentDirectory: "content",
		outputDirectory,
		cacheDirectory: commonCache(),
		now: sampleNow,
		search: true,
	});
	const site = await serveSite(outputDirectory);
	project.provide("siteUrl", site.url);
	project.provide("siteDirectory", outputDirectory);
	return async () => {
		await site.close();
		await rm(directory, { recursive: true, force: true });
	};
}
