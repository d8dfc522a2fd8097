import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { siteView } from "../../../test/support/site-view.ts";
import { asIsoDay } from "../../model/ids.ts";
import { folded, renderCalendar } from "./calendar.ts";

const week = asIsoDay("2026-11-23");

describe("a calendar", () => {
	const text = renderCalendar(
		{
			weeks: [
				{
					week,
					items: [
						{
							date: week,
							from: "07:30",
							until: "09:00",
							what: "Giao ban; nghe báo cáo, tuần 48",
							where: "Phòng họp A, tầng 2",
							kind: "work",
						},
						{ date: week, what: "Trực cơ quan", kind: "work" },
						{ date: week, what: "Trực cơ quan", kind: "work" },
					],
				},
			],
		},
		siteView,
	);

	test("has CRLF line ends and no line of more than 75 octets", () => {
		expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
		// With a method, the host's Content-Type would have to name it, too (section 3.7.2).
		expect(text).not.toContain("METHOD");
		const lines = text.split("\r\n");
		expect(lines.join("").includes("\n")).toBe(false);
		for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
	});

	test("gives times with Vietnam's time zone, and whole days without", () => {
		expect(text).toContain("TZID:Asia/Ho_Chi_Minh");
		expect(text).toContain(
			"DTSTART;TZID=Asia/Ho_Chi_Minh:20261123T073000\r\nDTEND;TZID=Asia/Ho_Chi_Minh:20261123T090000",
		);
		expect(text).toContain("DTSTART;VALUE=DATE:20261123\r\n");
		expect(text).toContain("SUMMARY:Giao ban\\; nghe báo cáo\\, tuần 48");
	});

	test("has a unique id for each event", () => {
		const uids = [...text.replaceAll("\r\n ", "").matchAll(/^UID:(.*)\r$/gm)].map(([, uid]) => uid);
		expect(uids).toHaveLength(3);
		expect(new Set(uids).size).toBe(3);
		expect(text.match(/^DTSTAMP:20261123T000000Z\r$/gm)).toHaveLength(3);
	});
});

test("a folded line is restored by unfolding", () => {
	fc.assert(
		fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
			const line = text.replace(/[\r\n]/g, "");
			expect(folded(line).replaceAll("\r\n ", "")).toBe(line);
			for (const part of folded(line).split("\r\n")) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
		}),
	);
});
