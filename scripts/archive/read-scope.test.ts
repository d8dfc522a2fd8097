import { describe, expect, test } from "vitest";
import { CommandError } from "../command.ts";
import { readScope, type ScopeOptions } from "./read-scope.ts";

const none: ScopeOptions = {
	year: undefined,
	all: false,
	from: undefined,
	to: ["kho.zip"],
	committee: undefined,
	province: undefined,
};

describe("readScope", () => {
	test.each<[string, Partial<ScopeOptions>, object]>([
		["a year", { year: "2024" }, { from: "2024-01-01", to: "2024-12-31" }],
		["everything", { all: true }, {}],
		[
			"days, with the file after them",
			{ from: "2024-01-05", to: ["2024-03-31", "kho.zip"] },
			{ from: "2024-01-05", to: "2024-03-31" },
		],
		[
			"days, with the file before them",
			{ from: "2024-01-05", to: ["kho.zip", "2024-03-31"] },
			{ from: "2024-01-05", to: "2024-03-31" },
		],
		["months", { from: "2024-02", to: ["kho.zip", "2024-02"] }, { from: "2024-02-01", to: "2024-02-29" }],
		["years", { from: "2020", to: ["kho.zip", "2024"] }, { from: "2020-01-01", to: "2024-12-31" }],
		["all from a day on", { from: "2024-02-03" }, { from: "2024-02-03" }],
		["a committee's", { committee: "ban-dan-van" }, { committee: "ban-dan-van" }],
		[
			"a province's of a year",
			{ year: "2024", province: "dong-nai" },
			{ from: "2024-01-01", to: "2024-12-31", province: "dong-nai" },
		],
	])("reads %s", (_, options, scope) => {
		expect(readScope({ ...none, ...options })).toEqual({ scope, output: "kho.zip" });
	});

	test.each<[string, Partial<ScopeOptions>]>([
		["nothing chosen", {}],
		["no file", { all: true, to: [] }],
		["no file, only a day", { from: "2024", to: ["2024"] }],
		["two files", { all: true, to: ["a.zip", "b.zip"] }],
		["two ways to choose", { all: true, year: "2024" }],
		["a year and days", { year: "2024", from: "2024-01-01" }],
		["no year", { year: "24" }],
		["a day that is none", { from: "2024-02-30" }],
		["a month that is none", { from: "2024-13" }],
		["days the wrong way round", { from: "2024-05", to: ["kho.zip", "2024-04"] }],
		["a committee by its name", { committee: "Ban Dân vận" }],
	])("refuses %s with a remedy", (_, options) => {
		expect(() => readScope({ ...none, ...options })).toThrow(CommandError);
	});
});
