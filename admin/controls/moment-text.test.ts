import { describe, expect, test } from "vitest";
import { readMoment, writeMoment } from "./moment-text.ts";

describe("readMoment", () => {
	test.each([
		["2026-11-22T08:30:00+07:00", { day: "22/11/2026", time: "08:30" }],
		["2026-11-21T20:30:00-05:00", { day: "22/11/2026", time: "08:30" }],
		["2026-11-22", { day: "22/11/2026", time: "" }],
		["", { day: "", time: "" }],
		["hôm nay", { day: "", time: "" }],
	])("%s", (value, parts) => {
		expect(readMoment(value)).toEqual(parts);
	});
});

describe("writeMoment", () => {
	test.each([
		["22/11/2026", "8:30", "2026-11-22T08:30:00+07:00"],
		["22-11-2026", "8h30", "2026-11-22T08:30:00+07:00"],
		["22.11.2026", "8g05", "2026-11-22T08:05:00+07:00"],
		["1/2/2026", "14h", "2026-02-01T14:00:00+07:00"],
		["22112026", "14.15", "2026-11-22T14:15:00+07:00"],
		["31/11/2026", "8:30", undefined],
		["22/11/2026", "25:00", undefined],
		["22/11/2026", "", undefined],
		["", "8:30", undefined],
	])("%s %s → %s", (day, time, moment) => {
		expect(writeMoment({ day, time })).toBe(moment);
	});
});
