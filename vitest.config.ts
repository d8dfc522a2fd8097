import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: "unit",
					include: ["src/**/*.test.{ts,tsx}", "scripts/**/*.test.ts", "admin/**/*.test.ts"],
					// Some start processes, and two cores may be busy.
					testTimeout: 30_000,
				},
			},
			{
				extends: true,
				test: {
					name: "portal",
					include: ["test/*.test.ts"],
					testTimeout: 60_000,
					hookTimeout: 180_000,
				},
			},
			{
				extends: true,
				test: {
					name: "browser",
					include: ["test/browser/*.test.ts"],
					globalSetup: ["test/browser/global-setup.ts"],
					testTimeout: 60_000,
					hookTimeout: 180_000,
				},
			},
		],
	},
});
