import { expect, test } from "vitest";
import { asIsoDay, asUrlPath } from "../../../model/ids.ts";
import { sampleSite } from "../../components/sample-views.ts";
import { EventsPage } from "./events-page.tsx";

test("of many events the newest are shown with their summaries, and all others by year", () => {
	const events = Array.from({ length: 40 }, (_, at) => ({
		address: asUrlPath(`/su-kien/${at}/`),
		name: `Sự kiện ${at}`,
		summary: `Tóm tắt ${at}.`,
		...(at < 39 && { since: asIsoDay(`${2026 - Math.floor(at / 10)}-01-01`) }),
	}));
	const html = String(
		<EventsPage view={{ events }} site={sampleSite} address={asUrlPath("/su-kien/")} bodyHtml="" />,
	);
	expect([...html.matchAll(/href="\/su-kien\/(\d+)\/"/g)].map(([, at]) => Number(at))).toEqual(
		events.map((_, at) => at),
	);
	expect(html.match(/Tóm tắt/g)).toHaveLength(12);
	expect([...html.matchAll(/<summary>([^<]+)/g)].map(([, year]) => year)).toEqual([
		"Năm 2025",
		"Năm 2024",
		"Năm 2023",
		"Không rõ ngày",
	]);
});
