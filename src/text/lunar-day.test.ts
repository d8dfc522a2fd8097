import { expect, test } from "vitest";
import { lunarDayOf, stemAndBranchOf } from "./lunar-day.ts";

test.each([
	["2007-02-17", "a day before the Chinese one", { day: 1, month: 1, year: 2007, isLeap: false }],
	["1985-01-21", "a month before the Chinese one", { day: 1, month: 1, year: 1985, isLeap: false }],
	["1968-01-29", "as the North kept it", { day: 1, month: 1, year: 1968, isLeap: false }],
	["2030-02-02", "a day before the Chinese one", { day: 1, month: 1, year: 2030, isLeap: false }],
	["2053-02-18", "a day before the Chinese one", { day: 1, month: 1, year: 2053, isLeap: false }],
	["2026-02-17", "this year's", { day: 1, month: 1, year: 2026, isLeap: false }],
])("Tết of %s: %s", (day, _, expected) => {
	expect(lunarDayOf(day)).toEqual(expected);
});

test("a leap month is marked", () => {
	expect(lunarDayOf("2025-07-25")).toEqual({ day: 1, month: 6, year: 2025, isLeap: true });
	expect(lunarDayOf("2025-08-22")).toEqual({ day: 29, month: 6, year: 2025, isLeap: true });
});

test("each day is the next day of its month or begins a month", () => {
	let before = lunarDayOf("1967-12-31");
	const last = Date.UTC(2099, 11, 31);
	for (let time = Date.UTC(1968, 0, 1); time <= last; time += 86_400_000) {
		const day = new Date(time).toISOString().slice(0, 10);
		const lunar = lunarDayOf(day);
		if (lunar.day !== 1) expect(lunar, day).toEqual({ ...before, day: before.day + 1 });
		else expect(before.day, day).toBeGreaterThanOrEqual(29);
		before = lunar;
	}
});

test("years have their stem and branch", () => {
	expect(stemAndBranchOf(2024)).toEqual({ stem: 1, branch: 5 });
	expect(stemAndBranchOf(2026)).toEqual({ stem: 3, branch: 7 });
	expect(stemAndBranchOf(1984)).toEqual({ stem: 1, branch: 1 });
});
