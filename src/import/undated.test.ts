import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placeOfUndated, readMoment } from "./undated.ts";

describe("placeOfUndated", () => {
	test.each([
		{ position: 1, moment: "2008-01-01" },
		{ position: 2, moment: "2008-01-01" },
		{ position: 5, moment: "2008-01-02" },
		{ position: 26_300, moment: "2025-12-31" },
		{ position: 26_301, moment: "2008-01-01" },
	])("dates article $position $moment", ({ position, moment }) => {
		expect(placeOfUndated(position)).toBe(moment);
	});

	test("stays within the years 2008 to 2025", () => {
		fc.assert(
			fc.property(fc.integer({ min: 1 }), (position) => {
				const year = Number(placeOfUndated(position).slice(0, 4));
				expect(year).toBeGreaterThanOrEqual(2008);
				expect(year).toBeLessThanOrEqual(2025);
			}),
		);
	});
});

describe("readMoment", () => {
	test.each([
		{ text: "2024-11-23T17:11:03+07:00", moment: "2024-11-23T17:11:03+07:00" },
		{ text: "2024-11-23T17:11+07:00", moment: "2024-11-23T17:11:00+07:00" },
		{ text: "2024-11-23T17:11:03.250Z", moment: "2024-11-24T00:11:03+07:00" },
		{ text: "2024-11-23 17:11:03+0900", moment: "2024-11-23T15:11:03+07:00" },
		{ text: "2024-11-23 17:11", moment: "2024-11-23T17:11:00+07:00" },
		{ text: " 2023-03-26 ", moment: "2023-03-26" },
	])("reads $text", ({ text, moment }) => {
		expect(readMoment(text)).toBe(moment);
	});

	test.each(["", "2023-02-29", "2023-02-29T10:00:00Z", "26/03/2023", "2023-03-26T25:00", "hôm qua", "2023"])(
		"does not guess at “%s”",
		(text) => {
			expect(readMoment(text)).toBeUndefined();
		},
	);
});
