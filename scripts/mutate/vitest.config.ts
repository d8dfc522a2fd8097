/**
 * `npm run mutate` changes the code in one place after the other and finds out whether a unit test notices. Stryker's
 * instrumenter puts all changes into the code at once, each behind a switch, so code and tests are loaded only once.
 *
 * `MUTATE=src/text` names folders, separated by commas; `MUTANTS=500` tries only so many changes, chosen at random.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Instrumenter } from "@stryker-mutator/instrumenter";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

declare module "vitest" {
	interface ProvidedContext {
		mutants: readonly { readonly id: string; readonly place: string; readonly change: string }[];
		/** How many of them are tried. */
		mostMutants: number;
	}
}

const root = resolve(import.meta.dirname, "../..");
const folders = (process.env.MUTATE ?? "src/text,src/model,src/site,src/build,src/export").split(",");

/** Folders whose tests also test another one. */
const furtherTests: Readonly<Record<string, string>> = {
	"src/model": "src/content",
	"src/site/plan": "src/site",
	"src/site/kinds": "src/site",
};
const tested = folders.flatMap((folder) => [folder, furtherTests[folder] ?? []].flat());

const isData = /(?:\.test|\.d|\/strings|\/province-data)\.ts$/;
const files = folders
	.flatMap((folder) =>
		readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) =>
			join(root, folder, name),
		),
	)
	.filter((file) => file.endsWith(".ts") && !isData.test(file));

/** What the instrumenter reports is of no use here. */
const silent = { isDebugEnabled: () => false, debug() {}, info() {} };
const { files: changed, mutants } = await new Instrumenter(silent as never).instrument(
	files.map((name) => ({ name, mutate: true, content: readFileSync(name, "utf8") })),
	{ plugins: null, excludedMutations: ["StringLiteral"], ignorers: [] },
);
const wanted = mutants.filter(({ status }) => status !== "Ignored");
const code = new Map(changed.map(({ name, content }) => [name, content]));

/** Tries the mutants when all tests have run. */
class MutantsLast extends BaseSequencer {
	override async sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
		const isLast = ({ moduleId }: TestSpecification) => Number(moduleId.endsWith("try-mutants.ts"));
		return [...specifications].sort((one, other) => isLast(one) - isLast(other));
	}
}

export default defineConfig({
	root,
	plugins: [
		{
			name: "mutants",
			enforce: "pre",
			transform(_, id) {
				const mutated = code.get(id.split("?")[0] ?? "");
				return mutated === undefined ? undefined : { code: mutated, map: null };
			},
		},
	],
	test: {
		include: [...tested.map((folder) => `${folder}/**/*.test.{ts,tsx}`), "scripts/mutate/try-mutants.ts"],
		// A process would run code that is not mutated.
		exclude: ["**/*.process.test.ts"],
		maxWorkers: 1,
		isolate: false,
		runner: "scripts/mutate/remembering-runner.ts",
		sequence: { sequencer: MutantsLast },
		provide: {
			mutants: wanted.map(({ id, fileName, location, mutatorName, replacement }) => ({
				id,
				place: `${fileName.slice(root.length + 1)}:${location.start.line + 1}`,
				change: `${mutatorName}: ${replacement}`,
			})),
			mostMutants: Number(process.env.MUTANTS ?? wanted.length),
		},
		testTimeout: 24 * 3_600_000,
	},
});
