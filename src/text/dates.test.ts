import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	addDays,
	daysOfMonth,
	formatDay,
	isMonth,
	monthOf,
	readDay,
	readTime,
	toVietnamDay,
	toVietnamMoment,
	weekdayOf,
	yearOf,
} from "./dates.ts";

const moment = "2017-07-13T14:01:00+07:00";
const anyDay = fc
	.date({ min: new Date("1000-01-01T00:00:00Z"), max: new Date("9990-01-01T00:00:00Z"), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));

describe("forms of dates", () => {
	test.each([
		[formatDay(moment), "13/07/2017"],
		[formatDay("2026-11-22"), "22/11/2026"],
		[monthOf(moment), "2017-07"],
		[yearOf("2026-11-22"), "2026"],
	])("%s", (actual, expected) => {
		expect(actual).toBe(expected);
	});

	test("rejects invalid days", () => {
		expect(() => weekdayOf("hôm nay")).toThrow('Not a day or moment: "hôm nay"');
		expect(() => addDays("2026-02-30", 1)).toThrow('Not a day: "2026-02-30"');
	});
});

describe("weekdayOf", () => {
	test.each([
		["1970-01-01", 4],
		["1969-12-28", 7],
		["1930-02-03", 1],
		["2024-02-29", 4],
		["2026-11-22", 7],
		["2026-11-23T23:59:59+07:00", 1],
		// Still Sunday in Greenwich.
		["2026-11-23T00:30:00+07:00", 1],
	])("%s is weekday %i", (day, expected) => {
		expect(weekdayOf(day)).toBe(expected);
	});

	test("advances by one each day", () => {
		fc.assert(
			fc.property(anyDay, (day) => {
				expect(weekdayOf(addDays(day, 1))).toBe((weekdayOf(day) % 7) + 1);
			}),
		);
	});
});

describe("addDays", () => {
	test.each([
		["2026-12-31", 1, "2027-01-01"],
		["2024-03-01", -1, "2024-02-29"],
		["2026-11-22", 0, "2026-11-22"],
		["1970-01-01", -365, "1969-01-01"],
	])("%s plus %i days is %s", (day, count, expected) => {
		expect(addDays(day, count)).toBe(expected);
	});

	test("is undone by subtracting", () => {
		fc.assert(
			fc.property(anyDay, fc.integer({ min: -3000, max: 3000 }), (day, count) => {
				expect(addDays(addDays(day, count), -count)).toBe(day);
			}),
		);
	});
});

describe("daysOfMonth", () => {
	test.each([
		["2024-02", 29],
		["2026-02", 28],
		["2026-11", 30],
		["2026-12", 31],
	])("%s has %i days", (month, expected) => {
		const days = daysOfMonth(month);
		expect(days).toHaveLength(expected);
		expect(days[0]).toBe(`${month}-01`);
		expect(days.at(-1)).toBe(`${month}-${expected}`);
	});
});

describe("readTime", () => {
	test.each([
		["7h30", "07:30"],
		["7:05", "07:05"],
		["07:30", "07:30"],
		["14h", "14:00"],
		["13g45", "13:45"],
		["8 giờ 00", "08:00"],
		["8 giờ".normalize("NFD"), "08:00"],
		["23h59", "23:59"],
		["24h", undefined],
		["ngày 7h", undefined],
		["7h60", undefined],
		["7h5", undefined],
		["sáng", undefined],
		["7", undefined],
	])("%s is %s", (text, expected) => {
		expect(readTime(text)).toBe(expected);
	});
});

describe("toVietnamMoment", () => {
	test.each([
		[0, "1970-01-01T07:00:00+07:00"],
		[Date.UTC(2026, 10, 22, 1, 30, 0, 999), "2026-11-22T08:30:00+07:00"],
		[Date.UTC(2026, 11, 31, 17), "2027-01-01T00:00:00+07:00"],
	])("%i is %s", (epoch, expected) => {
		expect(toVietnamMoment(epoch)).toBe(expected);
	});

	test("names the same moment", () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 4e9 }), (seconds) => {
				expect(Date.parse(toVietnamMoment(seconds * 1000))).toBe(seconds * 1000);
			}),
		);
	});
});

test("toVietnamDay is the day in Vietnam, not in Greenwich", () => {
	expect(toVietnamDay(Date.UTC(2026, 11, 31, 16, 59, 59))).toBe("2026-12-31");
	expect(toVietnamDay(Date.UTC(2026, 11, 31, 17))).toBe("2027-01-01");
});

test.each([
	["2026-11", true],
	["2026-00", false],
	["2026-13", false],
	["2026-1", false],
	["2026-11-01", false],
])("isMonth of %s is %s", (text, expected) => {
	expect(isMonth(text)).toBe(expected);
});

describe("readDay", () => {
	test.each([
		["29/02/2028", "2028-02-29"],
		["29/02/2026", undefined],
		["22/11/26", undefined],
		[" 2 / 9 - 2026 ", "2026-09-02"],
		["2.9.2026", "2026-09-02"],
		["22112026", "2026-11-22"],
		["2211/2026", undefined],
		["221/12026", undefined],
		["ngày 22/11/2026", undefined],
		["22/11/20261", undefined],
	])("%s → %s", (text, day) => {
		expect(readDay(text)).toBe(day);
	});
});
