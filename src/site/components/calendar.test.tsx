import { describe, expect, test } from "vitest";
import { asIsoDay, asUrlPath } from "../../model/ids.ts";
import { daysOfMonth } from "../../text/index.ts";
import { Calendar } from "./calendar.tsx";
import { sampleSite } from "./sample-views.ts";

const calendar = {
	month: "2026-11",
	days: daysOfMonth("2026-11").map((day) => ({ day: asIsoDay(day), count: day.endsWith("-22") ? 3 : 0 })),
	previous: { label: "Tháng 9/2026", address: asUrlPath("/2026/09/") },
};

describe("Calendar", () => {
	const html = String(<Calendar site={sampleSite} calendar={calendar} size="large" />);

	test("links days with news and no others", () => {
		expect([...html.matchAll(/<td><a href="([^"]+)"/g)].map((match) => match[1])).toEqual(["/2026/11/22/"]);
		expect(html).toContain("<span>21</span>");
		expect(html).toContain("3 bài");
	});

	test("starts weeks on Monday and names the weekdays in full", () => {
		const weekdays = [...html.matchAll(/<abbr title="([^"]+)">/g)].map((match) => match[1]);
		expect(weekdays[0]).toBe("Thứ Hai");
		expect(weekdays[6]).toBe("Chủ Nhật");
	});

	test("links to the previous and next months, if there are any", () => {
		expect(html).toContain('<a href="/2026/09/" rel="prev">');
		expect(html).not.toContain('rel="next"');
	});
});
