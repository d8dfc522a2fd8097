import { type RunnerTestCase, TestRunner } from "vitest";

/** What Stryker's instrumented code reads and writes. */
interface Stryker {
	activeMutant?: string | undefined;
	/** How often the active mutant ran. Above the limit it throws, as a change may make a loop endless. */
	hitCount?: number | undefined;
	hitLimit?: number;
	currentTestId?: string | undefined;
	/** How often each mutant ran, as modules were loaded and by test. */
	mutantCoverage?: {
		static: Readonly<Record<string, number>>;
		perTest: Readonly<Record<string, Readonly<Record<string, number>>>>;
	};
}

export interface RememberedTest {
	readonly id: string;
	readonly name: string;
	readonly run: () => Promise<void>;
	/** In milliseconds. */
	readonly took: number;
}

const shared = globalThis as { __stryker__?: Stryker; rememberedTests?: RememberedTest[] };
shared.__stryker__ ??= {};
shared.rememberedTests ??= [];

export const stryker = shared.__stryker__;
export const rememberedTests = shared.rememberedTests;

/** Keeps all tests, so that they can be run again, and tells Stryker which one runs. */
export default class RememberingRunner extends TestRunner {
	#began = 0;

	override onBeforeTryTask(test: RunnerTestCase): void {
		super.onBeforeTryTask(test);
		stryker.currentTestId = test.id;
		this.#began = performance.now();
	}

	override onAfterTryTask(test: RunnerTestCase): void {
		const took = performance.now() - this.#began;
		stryker.currentTestId = undefined;
		super.onAfterTryTask(test);
		const run = async () => await TestRunner.getTestFn(test)();
		rememberedTests.push({ id: test.id, name: `${test.file.name}: ${test.name}`, run, took });
	}
}
