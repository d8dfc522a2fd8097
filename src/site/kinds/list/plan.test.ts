import { describe, expect, test } from "vitest";
import { asUrlPath } from "../../../model/ids.ts";
import type { Entry } from "../../plan/archive-index.ts";
import type { ListEntryView, ListView } from "../../views.ts";
import { listPages } from "./plan.ts";

/** A list of `count` articles. Their titles are their numbers, counted from the oldest. */
function listOf(count: number) {
	const entries = Array.from({ length: count }, (_, at) => {
		const date = `2026-01-${String(1 + (at % 28)).padStart(2, "0")}T08:00:00+07:00`;
		return {
			place: at,
			withdrawn: false,
			key: `${at}`,
			article: { title: `${at + 1}`, date },
		} as unknown as Entry;
	});
	const pages = [
		...listPages({
			landing: asUrlPath("/tu-khoa/x/"),
			heading: "X",
			about: { kind: "latest", scope: {} },
			entries,
			entryView: ({ article }) => ({ title: article.title }) as unknown as ListEntryView,
		}),
	];
	return pages.map(({ address, view, through }) => ({ address, through, view: view() as ListView }));
}

function titlesOf({ entries }: ListView): number[] {
	return entries.map(({ title }) => Number(title));
}

/** The numbers from the newest down to the oldest. */
function downFrom(newest: number, oldest: number): number[] {
	return Array.from({ length: newest - oldest + 1 }, (_, at) => newest - at);
}

describe("a list", () => {
	test.each([0, 1, 19, 20, 21, 39, 40])("of %i articles is one page", (count) => {
		const [landing, ...numbered] = listOf(count);
		expect(numbered).toEqual([]);
		expect(titlesOf(landing?.view as ListView)).toEqual(downFrom(count, 1));
		expect(landing?.view).not.toHaveProperty("older");
	});

	test.each([
		{ count: 41, landingFrom: 21, older: 1, pages: 3 },
		{ count: 60, landingFrom: 21, older: 1, pages: 3 },
		{ count: 61, landingFrom: 41, older: 2, pages: 4 },
		{ count: 80, landingFrom: 41, older: 2, pages: 4 },
		{ count: 81, landingFrom: 61, older: 3, pages: 5 },
	])("of $count articles shows the newest from $landingFrom on, and $pages pages", (expected) => {
		const [landing, ...numbered] = listOf(expected.count);
		expect(titlesOf(landing?.view as ListView)).toEqual(downFrom(expected.count, expected.landingFrom));
		expect(landing?.view.older).toBe(`/tu-khoa/x/${expected.older}.html`);
		expect(numbered.map(({ address }) => address)).toEqual(
			Array.from({ length: expected.pages }, (_, at) => `/tu-khoa/x/${at + 1}.html`),
		);
		const shown = numbered.map(({ view }) => titlesOf(view));
		expect(shown.toReversed().flat()).toEqual(downFrom(expected.count, 1));
		expect(shown.slice(0, -1).every((titles) => titles.length === 20)).toBe(true);
	});

	test("links each numbered page to its neighbours, and the newest to the landing page", () => {
		const [, first, second, third] = listOf(45);
		expect(first?.view).toMatchObject({ number: 1, newer: "/tu-khoa/x/2.html" });
		expect(first?.view).not.toHaveProperty("older");
		expect(second?.view).toMatchObject({ newer: "/tu-khoa/x/3.html", older: "/tu-khoa/x/1.html" });
		expect(third?.view).toMatchObject({ newer: "/tu-khoa/x/", older: "/tu-khoa/x/2.html" });
	});

	test("limits a page's reach to the first article of the next page", () => {
		const reaches = listOf(61).map(({ through }) => through);
		// Page 1 exists only once there is a third page.
		expect(reaches).toEqual([undefined, 40, 40, 60, undefined]);
	});
});
