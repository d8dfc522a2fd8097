/** Switches each mutant on and runs the tests that reach it. */
import { mkdirSync, writeFileSync } from "node:fs";
import { expect, inject, test } from "vitest";
import { createRandom } from "../bench/random.ts";
import { type RememberedTest, rememberedTests, stryker } from "./remembering-runner.ts";

const seed = 15;
const report = ".cache/mutants.json";
/** A test that runs longer than this, in milliseconds, has noticed the mutant. */
const patience = 20_000;

test("mutants", async () => {
	const { static: whileLoading, perTest } = stryker.mutantCoverage ?? { static: {}, perTest: {} };
	// What runs from here on is not counted.
	stryker.mutantCoverage = { static: {}, perTest: {} };
	const tests = await repeatable([...rememberedTests].sort((one, other) => one.took - other.took));
	const random = createRandom(seed);
	const all = inject("mutants").map((mutant) => ({ ...mutant, rank: random.below(2 ** 31) }));
	const tried = all.sort((one, other) => one.rank - other.rank).slice(0, inject("mostMutants"));
	expect(tests.length).toBeGreaterThan(0);
	const results: (Omit<(typeof tried)[number], "rank"> & { readonly result: string })[] = [];
	for (const { rank: _, ...mutant } of tried) {
		const reaching = tests.filter(({ id }) => perTest[id]?.[mutant.id]);
		const unreached = whileLoading[mutant.id] ? "loading" : "unreached";
		const result = reaching.length === 0 ? unreached : await tryMutant(mutant.id, reaching, perTest);
		results.push({ ...mutant, result });
	}
	mkdirSync(".cache", { recursive: true });
	writeFileSync(report, JSON.stringify(results, undefined, "\t"));
	const count = (name: string) => results.filter(({ result }) => result === name).length;
	const [noticed, missed, unreached] = [count("noticed"), count("missed"), count("unreached")];
	const share = (of: number) => `${((100 * noticed) / of).toFixed(0)} %`;
	console.log(
		`${results.length} of ${all.length} changes, without ${count("loading")} that only loading runs: ` +
			`${noticed} noticed, ${missed} missed, ${unreached} in no test. ` +
			`Score ${share(noticed + missed + unreached)}, of the code in tests ${share(noticed + missed)}. ${report}`,
	);
	const broken = tests.length - (await repeatable(tests)).length;
	if (broken > 0) console.log(`A change left something in memory: ${broken} tests fail from then on.`);
});

/** Those that pass again without a mutant. Others need something that was removed after their file ran. */
async function repeatable(tests: readonly RememberedTest[]): Promise<RememberedTest[]> {
	const passing: RememberedTest[] = [];
	for (const each of tests) {
		if (await passes(each)) passing.push(each);
		else console.log(`Cannot be repeated: ${each.name}`);
	}
	return passing;
}

/** @returns false if it fails or does not end */
function passes({ run }: RememberedTest): Promise<boolean> {
	return Promise.race([
		run().then(
			() => true,
			() => false,
		),
		new Promise<false>((resolve) => setTimeout(resolve, patience, false).unref()),
	]);
}

async function tryMutant(
	mutant: string,
	tests: readonly RememberedTest[],
	coverage: Readonly<Record<string, Readonly<Record<string, number>>>>,
): Promise<"noticed" | "missed"> {
	for (const each of tests) {
		const hitLimit = Math.max(10_000, 100 * (coverage[each.id]?.[mutant] ?? 0));
		Object.assign(stryker, { activeMutant: mutant, hitCount: 0, hitLimit });
		const hasPassed = (await passes(each)) && (stryker.hitCount ?? 0) <= hitLimit;
		Object.assign(stryker, { activeMutant: undefined, hitCount: undefined });
		if (!hasPassed) return "noticed";
	}
	return "missed";
}
