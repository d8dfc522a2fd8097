import { expect, test } from "vitest";
import { lastPartOf } from "./pagefind-periods.ts";

/** The times of a month's articles. */
function month(days: number, perDay: number): string[] {
	return Array.from({ length: days * perDay }, (_, place) => {
		const day = String(1 + Math.floor(place / perDay)).padStart(2, "0");
		return `2026-11-${day}T08:00:00+07:00`;
	});
}

test.each([
	["that has no articles", [], undefined],
	["with few articles", month(30, 5), undefined],
	["with many on its first days", month(10, 20), undefined],
	["with many, on its eleventh day", month(11, 14), "2026-11-11"],
	["with many, on its twentieth day", month(20, 14), "2026-11-11"],
	["with many, at its end", month(30, 14), "2026-11-21"],
] as const)("a month %s is split at %j", (_, dates, expected) => {
	expect(lastPartOf(dates)).toBe(expected);
});
