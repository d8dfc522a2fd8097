import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asIsoDay } from "../../model/ids.ts";
import { daysOfMonth, weekdayOf } from "../../text/index.ts";
import { calendarWeeks } from "./calendar-weeks.ts";

function month(name: string) {
	return daysOfMonth(name).map((day) => ({ day: asIsoDay(day), count: 0 }));
}

describe("calendarWeeks", () => {
	test.each([
		{ name: "a month that begins on a Sunday", month: "2026-11", weeks: 6, before: 6, after: 6 },
		{ name: "a month that begins on a Monday", month: "2026-06", weeks: 5, before: 0, after: 5 },
		{ name: "a February of four whole weeks", month: "2027-02", weeks: 4, before: 0, after: 0 },
		{ name: "a leap year's February", month: "2024-02", weeks: 5, before: 3, after: 3 },
	])("lays out $name", ({ month: name, weeks, before, after }) => {
		const places = calendarWeeks(month(name)).flat();
		expect(places).toHaveLength(weeks * 7);
		expect(places.findIndex((place) => place !== undefined)).toBe(before);
		expect([...places].reverse().findIndex((place) => place !== undefined)).toBe(after);
	});

	test("puts every day of any month exactly once, in order, under its weekday", () => {
		fc.assert(
			fc.property(fc.integer({ min: 1990, max: 2100 }), fc.integer({ min: 1, max: 12 }), (year, number) => {
				const days = month(`${year}-${String(number).padStart(2, "0")}`);
				const weeks = calendarWeeks(days);
				expect(weeks.flat().filter((place) => place !== undefined)).toEqual(days);
				for (const week of weeks) {
					expect(week).toHaveLength(7);
					for (const [place, day] of week.entries()) {
						if (day) expect(weekdayOf(day.day)).toBe(place + 1);
					}
				}
			}),
		);
	});

	test("has no week without days", () => {
		expect(calendarWeeks([])).toEqual([]);
	});
});
