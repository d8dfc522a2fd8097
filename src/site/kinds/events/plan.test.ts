import { expect, test } from "vitest";
import { asSlug } from "../../../model/ids.ts";
import type { PlanContext } from "../../plan/context.ts";
import type { EventsView } from "../../views.ts";
import { eventsPage } from "./plan.ts";

test("the newest event comes first, those of one day by the alphabet, those whose beginning is not known last", () => {
	const events = new Map(
		[
			{ name: "Ẩm thực làng nghề" },
			{ name: "Đại hội Đảng bộ", since: "2025-09-01" },
			{ name: "Bầu cử", since: "2026-03-15" },
			{ name: "Ánh sáng vùng cao", since: "2026-03-15" },
			{ name: "Ba mươi năm", since: "2026-03-15" },
			{ name: "An cư" },
		].map((event, at) => [asSlug(`e${at}`), { id: asSlug(`e${at}`), file: `events/e${at}.yml`, ...event }]),
	);
	const pages = [...eventsPage({ portal: { records: { events } } } as unknown as PlanContext)];
	const names = pages.flatMap(({ view }) => (view() as EventsView).events.map(({ name }) => name));
	expect(names).toEqual([
		"Ánh sáng vùng cao",
		"Ba mươi năm",
		"Bầu cử",
		"Đại hội Đảng bộ",
		"An cư",
		"Ẩm thực làng nghề",
	]);
});
