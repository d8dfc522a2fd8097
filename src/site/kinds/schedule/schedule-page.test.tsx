import { expect, test } from "vitest";
import { asIsoDay, asUrlPath } from "../../../model/ids.ts";
import { sampleSite } from "../../components/sample-views.ts";
import { mostUnfolded } from "../../components/year-folds.tsx";
import { SchedulePage } from "./schedule-page.tsx";

test.each([
	[mostUnfolded, []],
	[mostUnfolded + 1, ["Năm 2026", "Năm 2025"]],
])("of %d weeks these years are folded: %j", (count, years) => {
	const first = Date.UTC(2026, 2, 30);
	const all = Array.from({ length: count }, (_, at) => {
		const week = asIsoDay(new Date(first - at * 7 * 86_400_000).toISOString().slice(0, 10));
		return { week, address: asUrlPath(`/lich-cong-tac/${week}.html`) };
	});
	const address = asUrlPath("/lich-cong-tac/");
	const html = String(
		<SchedulePage view={{ weeks: [], all }} site={sampleSite} address={address} bodyHtml="" />,
	);
	expect(html.match(/href="\/lich-cong-tac\/\d{4}-\d\d-\d\d\.html"/g)).toHaveLength(count);
	expect([...html.matchAll(/<summary>([^<]+)/g)].map(([, year]) => year)).toEqual(years);
});
