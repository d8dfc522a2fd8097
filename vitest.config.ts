import { existsSync, statfsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { defineConfig, type Plugin, type TestProjectConfiguration } from "vitest/config";

/**
 * Temporary files are kept in memory where the system has a disk for that, with room: tests write hundreds of thousands,
 * most of which are gone in a second. Containers often have 64 MB of it, which is too little.
 */
const memoryDisk = "/dev/shm";
if (process.env.TMPDIR === undefined && existsSync(memoryDisk)) {
	const { bavail, bsize } = statfsSync(memoryDisk);
	if (bavail * bsize > 2 * 1024 ** 3) process.env.TMPDIR = memoryDisk;
}

/**
 * An import with a variable in its path is compiled to a list of the files that exist. The cache of compiled modules
 * does not know of a new one, such as a new kind of page.
 */
const importsByVariable: Plugin = {
	name: "imports-by-variable",
	configureVitest: ({ experimental_defineCacheKeyGenerator: defineCacheKey }) =>
		defineCacheKey(({ sourceCode }) => (sourceCode.includes("import(`") ? false : undefined)),
};

/** On two busy cores a browser or a process may be starved. A test that fails three times is wrong. */
const retry = process.env.CI === undefined ? 0 : 2;

/** Tests beside the source that start processes carry it in their names: they run with those of whole portals. */
const processTests = "**/*.process.test.ts";

/**
 * Tests with a collection of real articles and documents: all of it where `TINTINH_REAL_TEXTS` names its folder, a sample
 * where it lies beside the repository. Without it there are no such tests, and a message says so.
 */
const realTexts = {
	extends: true,
	test: {
		name: "real texts",
		include: ["test/real-texts/*.test.ts"],
		isolate: false,
		testTimeout: 300_000,
		hookTimeout: 300_000,
	},
} satisfies TestProjectConfiguration;

const hasRealTexts =
	process.env.TINTINH_REAL_TEXTS !== undefined ||
	existsSync(resolve(import.meta.dirname, "../shared/corpus"));
// Other programs read this file too.
if (!hasRealTexts && process.env.VITEST !== undefined) {
	console.warn("No collection of real texts: the tests of test/real-texts do not run (CONTRIBUTING, 6.3).");
}

export default defineConfig({
	plugins: [importsByVariable],
	test: {
		// Each module is compiled once for all projects and runs. The cache key holds its whole text.
		experimental: { fsModuleCache: true },
		// What is polled for comes when the machine is free. A test that expects nothing cannot fail.
		expect: { poll: { timeout: 20_000 }, requireAssertions: true },
		setupFiles: ["test/support/property-seed.ts"],
		// Most tests wait for disks, processes and browsers: one worker more than cores keeps the cores busy.
		maxWorkers: availableParallelism() + 1,
		projects: [
			{
				extends: true,
				test: {
					name: "unit",
					include: ["src/**/*.test.{ts,tsx}", "scripts/**/*.test.ts", "admin/**/*.test.ts"],
					exclude: [processTests],
					// Pure functions: loading their modules once takes a quarter of the time of loading them for each file.
					pool: "threads",
					isolate: false,
					testTimeout: 30_000,
				},
			},
			{
				extends: true,
				test: {
					name: "processes",
					include: ["test/*.test.ts", `src/${processTests}`, `scripts/${processTests}`],
					// Modules are loaded once for all files. Threads would not do: tests change variables of their process.
					isolate: false,
					retry,
					testTimeout: 60_000,
					hookTimeout: 180_000,
				},
			},
			{
				extends: true,
				test: {
					name: "browser",
					include: ["test/browser/*.test.ts"],
					// One browser is for all files of a worker.
					isolate: false,
					retry,
					globalSetup: ["test/browser/global-setup.ts"],
					testTimeout: 60_000,
					hookTimeout: 180_000,
				},
			},
			...(hasRealTexts ? [realTexts] : []),
		],
	},
});
