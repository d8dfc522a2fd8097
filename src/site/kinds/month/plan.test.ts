import { expect, test } from "vitest";
import { asArticleId, asIsoDateTime, asIsoDay, asUrlPath } from "../../../model/ids.ts";
import type { Entry } from "../../plan/archive-index.ts";
import type { PlanContext } from "../../plan/context.ts";
import type { MonthView } from "../../views.ts";
import { monthPage } from "./plan.ts";

/** A day's articles, the earliest first. */
function articles(day: number, count: number): Entry[] {
	return Array.from({ length: count }, (_, at) => {
		const id = asArticleId(`2026/11/${String(day).padStart(2, "0")}-bai-${at}`);
		return {
			article: {
				id,
				address: asUrlPath(`/2026/11/${day}/bai-${at}.html`),
				title: `Bài ${at}`,
				date: asIsoDateTime(
					`2026-11-${String(day).padStart(2, "0")}T08:${String(at % 60).padStart(2, "0")}:00+07:00`,
				),
			},
		} as unknown as Entry;
	});
}

function daysOf(...entries: readonly Entry[]): MonthView["days"] {
	const context = { index: { byDay: new Map(), byMonth: new Map() } } as unknown as PlanContext;
	const period = { key: "2026-11", entries, previous: undefined, next: undefined };
	return (monthPage(context, period).view() as MonthView).days;
}

test("a month of up to 150 articles has every headline", () => {
	const [second, first] = daysOf(...articles(10, 30), ...articles(11, 120));
	expect(second?.headlines).toHaveLength(120);
	expect(first?.headlines).toHaveLength(30);
	expect(second).not.toHaveProperty("count");
});

test("of a month of more, a day with more than ten has its newest eight and says how many there are", () => {
	const [second, first] = daysOf(...articles(10, 10), ...articles(11, 141));
	expect(second).toMatchObject({ day: asIsoDay("2026-11-11"), count: 141 });
	expect(second?.headlines.map(({ title }) => title)).toEqual(
		[140, 139, 138, 137, 136, 135, 134, 133].map((at) => `Bài ${at}`),
	);
	expect(first?.headlines).toHaveLength(10);
	expect(first).not.toHaveProperty("count");
});
