import { expect, test } from "vitest";
import {
	type ContentFolder,
	soundFolder,
	writeContentFolder,
} from "../../../../test/support/content-folder.ts";
import { readPortal } from "../../../content/index.ts";
import { asIsoDateTime, asUrlPath } from "../../../model/ids.ts";
import { planPortal } from "../../plan/plan.ts";
import type { HomeView } from "../../views.ts";

async function recordsAt(day: string, more: ContentFolder): Promise<HomeView["records"]> {
	const directory = writeContentFolder({ ...soundFolder, ...more });
	const { portal, problems } = await readPortal({ directory, now: asIsoDateTime(`${day}T12:00:00+07:00`) });
	if (!portal) throw new Error(JSON.stringify(problems));
	const share = { src: asUrlPath("/anh/the.png"), width: 1200, height: 630 };
	const files = { pictures: new Map(), attachments: new Map(), shareCards: new Map([["", share]]) };
	const { outputs } = planPortal(portal, files, { search: false });
	const home = outputs.find(({ template }) => template === "home");
	return (home?.view() as HomeView | undefined)?.records;
}

const week = (monday: string, ...days: string[]) => ({
	[`schedules/${monday}.yml`]: `week: ${monday}\nitems:\n${days.map((day) => `  - { date: ${day}, what: Việc ngày ${day} }\n`).join("")}`,
});
const weeks = {
	...week("2026-11-16", "2026-11-17"),
	...week("2026-11-23", "2026-11-27", "2026-11-23", "2026-11-25"),
	...week("2026-11-30", "2026-12-01"),
};

test.each([
	["the rest of this week", "2026-11-25", true, ["2026-11-25", "2026-11-27"]],
	["the next week once nothing of this one is to come", "2026-11-28", false, ["2026-12-01"]],
])("shows %s", async (_, today, isThisWeek, days) => {
	const shown = (await recordsAt(today, weeks))?.week;
	expect(shown?.isThisWeek).toBe(isThisWeek);
	expect(shown?.items.map(({ date }) => date)).toEqual(days);
});

test("shows no week that is over, and nothing where there is nothing", async () => {
	expect(await recordsAt("2026-12-02", weeks)).toBeUndefined();
});

test("shows the newest official documents and questions, and a portal without articles has them too", async () => {
	const days = [11, 12, 13, 14, 15, 16];
	const records = await recordsAt("2026-11-20", {
		...Object.fromEntries(
			days.map((day) => [
				`official-documents/so-${day}.yml`,
				`number: ${day}-QĐ/BBT\nkind: decision\ndate: 2026-11-${day}\nsummary: Quyết định ngày ${day}.\nissuer: Ban\n`,
			]),
		),
		...Object.fromEntries(
			days.map((day) => [
				`questions/cau-${day}.yml`,
				`question: Câu hỏi ngày ${day}?\nanswer: Đáp.\ndate: 2026-11-${day}\n`,
			]),
		),
	});
	expect(records?.documents?.map(({ number }) => number)).toEqual(
		[16, 15, 14, 13].map((day) => `${day}-QĐ/BBT`),
	);
	expect(records?.questions?.map(({ label }) => label)).toEqual(
		[16, 15, 14, 13, 12].map((day) => `Câu hỏi ngày ${day}?`),
	);
});
