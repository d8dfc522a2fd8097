import type { Progress } from "../../src/model/progress.ts";
import { type ArchiveOptions, changingArchive } from "./archive.ts";
import { type Measurement, TimeLimitError } from "./measure.ts";
import { type CountedChanges, compareSites } from "./site-changes.ts";
import { medianOf } from "./statistics.ts";
import { strings } from "./strings.ts";
import { type ScenarioName, type Subject, scenarioNames } from "./subject.ts";

/** A scenario as one generator went through it, run by run. */
export interface ScenarioResult {
	readonly subject: string;
	readonly scenario: ScenarioName;
	readonly runs: readonly Measurement[];
	/** Of each figure by itself. */
	readonly median: Measurement;
	/** Of the last run. */
	readonly changes?: CountedChanges;
	/** Set if the generator was stopped because it took longer than this many seconds. */
	readonly endedAfter?: number;
}

export interface ScenarioOptions {
	readonly contentDirectory: string;
	readonly archive: ArchiveOptions;
	readonly scenarios: readonly ScenarioName[];
	readonly runs: number;
	/** In seconds; what a subject that is stopped was given. */
	readonly limit: number;
	readonly progress: Progress;
}

interface Collected {
	readonly subject: Subject;
	readonly scenario: ScenarioName;
	readonly runs: Measurement[];
	changes?: CountedChanges;
	endedAfter?: number;
}

/**
 * Takes all subjects through the scenarios in turn, run after run, so that what disturbs the machine for a while
 * disturbs them all. The archive is as before afterwards.
 */
export async function runScenarios(
	subjects: readonly Subject[],
	options: ScenarioOptions,
): Promise<ScenarioResult[]> {
	const { contentDirectory, archive, runs, limit, progress } = options;
	const wanted = scenarioNames.filter((name) => options.scenarios.includes(name));
	const collected: Collected[] = wanted.flatMap((scenario) =>
		subjects
			.filter((subject) => subject.scenarios.includes(scenario))
			.map((subject) => ({ subject, scenario, runs: [] })),
	);
	const stopped = new Set<Subject>();
	await changingArchive(contentDirectory, archive, async (changes) => {
		for (const subject of subjects) {
			progress.start(strings.preparing(subject.name), 0);
			await subject.prepare();
			if (!wanted.includes("full")) await subject.build();
		}
		for (let run = 1; run <= runs; run++) {
			for (const scenario of wanted) {
				if (scenario === "publish" || scenario === "edit") {
					const article = await changes[scenario]();
					for (const subject of subjects) await subject.take(article);
				}
				for (const results of collected.filter((each) => each.scenario === scenario)) {
					if (stopped.has(results.subject)) continue;
					progress.start(strings.running(results.subject.name, scenario, run, runs), 0);
					try {
						await runOnce(results);
					} catch (error) {
						if (!(error instanceof TimeLimitError)) throw error;
						results.endedAfter = limit;
						stopped.add(results.subject);
					}
				}
			}
		}
	});
	progress.done();
	return collected.map(({ subject, ...results }) => ({
		...results,
		subject: subject.name,
		median: medianMeasurement(results.runs),
	}));
}

async function runOnce(results: Collected): Promise<void> {
	const { subject, scenario, runs } = results;
	if (scenario === "full") await subject.clear();
	const before = scenario === "full" ? undefined : await subject.files();
	runs.push(await subject.build());
	const after = before && (await subject.files());
	if (before && after) results.changes = compareSites(before, after);
}

function medianMeasurement(runs: readonly Measurement[]): Measurement {
	return {
		wall: medianOf(runs, ({ wall }) => wall),
		cpu: medianOf(runs, ({ cpu }) => cpu),
		peakMemory: medianOf(runs, ({ peakMemory }) => peakMemory),
	};
}
