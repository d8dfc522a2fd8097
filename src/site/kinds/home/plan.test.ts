import { expect, test } from "vitest";
import { articleText, soundFolder, writeContentFolder } from "../../../../test/support/content-folder.ts";
import { readPortal } from "../../../content/index.ts";
import { asIsoDateTime, asUrlPath } from "../../../model/ids.ts";
import { planPortal } from "../../plan/plan.ts";
import type { HomeView } from "../../views.ts";

test("expired articles are nowhere on the front page, not even in their committee's section", async () => {
	const articles = [1, 2, 3, 4, 5, 6].map((number) => [
		`articles/2026/11/0${number}-bai.md`,
		articleText([
			`title: Bài số ${number}`,
			`date: 2026-11-0${number}T08:00:00+07:00`,
			"committee: ban-dan-van",
			...(number === 3 ? ["expires: 2026-11-20T00:00:00+07:00"] : []),
		]),
	]);
	const directory = writeContentFolder({ ...soundFolder, ...Object.fromEntries(articles) });
	const { portal } = await readPortal({ directory, now: asIsoDateTime("2026-11-29T12:00:00+07:00") });
	if (!portal) throw new Error("no portal");
	const share = { src: asUrlPath("/anh/the.png"), width: 1200, height: 630 };
	const files = { pictures: new Map(), attachments: new Map(), shareCards: new Map([["", share]]) };
	const { outputs } = planPortal(portal, files, { search: false });
	const home = outputs.find(({ template }) => template === "home")?.view() as HomeView;
	expect(home.sections.length).toBeGreaterThan(0);
	expect(JSON.stringify(home)).toContain("Bài số 1");
	expect(JSON.stringify(home)).not.toContain("Bài số 3");
});
