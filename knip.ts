import type { KnipConfig } from "knip";
import { bundles } from "./scripts/bundles.ts";

const config: KnipConfig = {
	entry: [
		...bundles.flatMap(({ entries }) => entries),
		// Modules of the forms that `load-templates.ts` asks for.
		"src/site/pages/*.11ty.tsx",
		"src/site/kinds/*/*-page.tsx",
		// The desk's API: it is written down for clients that may ask for more than our editor does.
		"src/desk/messages.ts",
		// The bundle of the editor has it in the place of Decap's own.
		"admin/broken-form.tsx",
		"scripts/*.ts",
		"scripts/mutate/remembering-runner.ts",
		// Netlify loads them by their folders.
		"scripts/netlify-cache/index.js",
		"scripts/netlify-functions/voice.ts",
	],
	vitest: { config: ["vitest.config.ts", "scripts/mutate/vitest.config.ts"] },
	project: ["src/**/*.{ts,tsx}", "admin/**/*.{ts,tsx}", "scripts/**/*.{ts,js}", "test/**/*.ts"],
	ignoreBinaries: [
		"apt-get",
		"hugo",
		"java",
		"mount",
		"nginx",
		"openssl",
		"truncate",
		"umount",
		"zimcheck",
		"zimdump",
		"zimsearch",
	],
	ignoreExportsUsedInFile: { interface: true, type: true },
	ignoreDependencies: ["decap-cms-.+"],
};

export default config;
