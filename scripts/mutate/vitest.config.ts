import { defineConfig } from "vitest/config";

/**
 * The tests that detect mutants: those beside the modules, and those of `test/` that ask the plan in this process. A
 * test that starts a process would run code that is not mutated.
 */
export default defineConfig({
	test: {
		include: [
			"src/{text,model,build,export}/**/*.test.ts",
			"src/site/{plan,kinds}/**/*.test.{ts,tsx}",
			"test/{fields,plan-reach}.test.ts",
		],
		exclude: ["**/*.process.test.ts"],
		// Each mutant starts all of its tests anew: modules are loaded once for them, as in the unit tests.
		isolate: false,
		testTimeout: 300_000,
	},
});
