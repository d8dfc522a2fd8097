import { describe, expect, test } from "vitest";
import { rivalRatios } from "./report.ts";
import type { ScenarioResult } from "./run-scenarios.ts";
import { strings } from "./strings.ts";

function result(
	subject: string,
	scenario: ScenarioResult["scenario"],
	wall: number,
	cpu: number,
): ScenarioResult {
	const median = { wall, cpu, peakMemory: 1 };
	return { subject, scenario, runs: [median], median };
}

describe("rivalRatios", () => {
	test("compares full builds without search, and the rival's rebuild with publishing", () => {
		const lines = rivalRatios([
			result(strings.withoutSearch, "full", 40, 50),
			result(strings.withSearch, "full", 400, 500),
			result("hugo", "full", 50, 100),
			result(strings.withoutSearch, "publish", 2, 2),
			result(strings.withSearch, "publish", 4, 5),
			result("hugo", "publish", 60, 100),
		]);
		expect(lines).toEqual([
			strings.fullRatio("hugo", 0.5, 0.8),
			strings.publishRatio("hugo", strings.withoutSearch, 30, 50),
			strings.publishRatio("hugo", strings.withSearch, 15, 20),
		]);
	});

	test("leaves out a rival that did not finish", () => {
		const ended = { ...result("eleventy", "full", 0, 0), runs: [], endedAfter: 600 };
		expect(rivalRatios([result(strings.withoutSearch, "full", 1, 1), ended])).toEqual([]);
	});
});
