import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readManifest } from "../../src/build/writing/manifest.ts";
import { archiveNow } from "./archive.ts";
import { measure } from "./measure.ts";
import type { Discard } from "./set-aside.ts";
import { type ScenarioName, type Subject, scenarioNames } from "./subject.ts";

export interface PortalSubjectOptions {
	readonly name: string;
	readonly contentDirectory: string;
	/** Where the site and its cache go. */
	readonly workDirectory: string;
	readonly search: boolean;
	readonly discard: Discard;
	readonly scenarios?: readonly ScenarioName[];
}

/** This project's `npm run build`, as a process of its own. */
export function portalSubject(options: PortalSubjectOptions): Subject {
	const { name, contentDirectory, workDirectory, search, discard, scenarios = scenarioNames } = options;
	const site = join(workDirectory, "site");
	const cache = join(workDirectory, "cache");
	const output = join(site, "public");
	return {
		name,
		scenarios,
		output,
		async prepare() {},
		async take() {},
		async clear() {
			await discard(site);
			await discard(cache);
		},
		build: () =>
			measure(process.execPath, [
				...buildWords(),
				...["--content", contentDirectory, "--output", output, "--cache", cache, "--now", archiveNow],
				...(search ? [] : ["--no-search"]),
			]),
		files: async () => await readManifest(output),
	};
}

/** What `npm run build` runs Node with. */
function buildWords(): string[] {
	const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
		readonly scripts: { readonly build: string };
	};
	return scripts.build.split(" ").slice(1);
}
