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
	/** Present where the generator was ended, as it took longer than so many seconds. */
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
	readonly measurements: Measurement[];
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
	const { contentDirectory, archive, scenarios, runs, limit, progress } = options;
	const collected = new Map<string, Collected>();
	const stopped = new Set<Subject>();
	const go = async (subject: Subject, scenario: ScenarioName, run: number) => {
		if (stopped.has(subject) || !subject.scenarios.includes(scenario)) return;
		progress.start(strings.running(subject.name, scenario, run, runs), 0);
		const key = `${subject.name} ${scenario}`;
		const results = collected.get(key) ?? { measurements: [] };
		collected.set(key, results);
		const before = scenario === "full" ? undefined : await subject.files();
		try {
			results.measurements.push(await subject.build());
		} catch (error) {
			if (!(error instanceof TimeLimitError)) throw error;
			results.endedAfter = limit;
			stopped.add(subject);
		}
		const after = before && (await subject.files());
		if (before && after) results.changes = compareSites(before, after);
	};
	await changingArchive(contentDirectory, archive, async (changes) => {
		for (const subject of subjects) {
			await subject.prepare();
			await subject.clear();
			if (!scenarios.includes("full")) await subject.build();
		}
		for (let run = 1; run <= runs; run++) {
			for (const scenario of scenarioNames.filter((name) => scenarios.includes(name))) {
				if (scenario === "publish" || scenario === "edit") {
					const article = await changes[scenario]();
					for (const subject of subjects) await subject.take(article);
				}
				for (const subject of subjects) {
					if (scenario === "full" && subject.scenarios.includes("full")) await subject.clear();
					await go(subject, scenario, run);
				}
			}
		}
	});
	progress.done();
	return [...collected].map(([key, { measurements, ...rest }]) => {
		const [subject = "", scenario] = splitKey(key);
		return { subject, scenario, runs: measurements, median: medianMeasurement(measurements), ...rest };
	});
}

function splitKey(key: string): [string, ScenarioName] {
	const at = key.lastIndexOf(" ");
	return [key.slice(0, at), key.slice(at + 1) as ScenarioName];
}

function medianMeasurement(runs: readonly Measurement[]): Measurement {
	return {
		wall: medianOf(runs, ({ wall }) => wall),
		cpu: medianOf(runs, ({ cpu }) => cpu),
		peakMemory: medianOf(runs, ({ peakMemory }) => peakMemory),
	};
}
