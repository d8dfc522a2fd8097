import { expect, test } from "vitest";
import {
	articleText,
	type ContentFolder,
	soundFolder,
	writeContentFolder,
} from "../../../../test/support/content-folder.ts";
import { readPortal } from "../../../content/index.ts";
import { asIsoDateTime, asUrlPath } from "../../../model/ids.ts";
import { everyOutput, planPortal } from "../../plan/plan.ts";

/** What the digest of each HTML page is made from, by address, with the settings that all of them share. */
async function pagesOf(more: ContentFolder): Promise<Map<string, string>> {
	const directory = writeContentFolder({
		...soundFolder,
		"articles/2026/11/20-bai.md": articleText(),
		...more,
	});
	const now = asIsoDateTime("2026-11-25T12:00:00+07:00");
	const { portal, problems } = await readPortal({ directory, now });
	if (!portal) throw new Error(JSON.stringify(problems));
	const share = { src: asUrlPath("/anh/the.png"), width: 1200, height: 630 };
	const files = { pictures: new Map(), attachments: new Map(), shareCards: new Map([["", share]]) };
	const plan = planPortal(portal, files, { search: true });
	const pages = everyOutput(plan)
		.filter(({ address }) => /(?:\/|\.html)$/.test(address))
		.map(({ address, view }): [string, string] => [address, JSON.stringify(view())]);
	return new Map([["the settings of every page", JSON.stringify(plan.site)], ...pages]);
}

const unit = { "units/ban.yml": "name: Ban Biên tập\n" };

test.each([
	[
		"official document",
		{
			"official-documents/1.yml":
				"number: 1-QĐ/BBT\nkind: decision\ndate: 2026-11-18\nsummary: Ban hành Quy định.\nissuer: Ban Biên tập\n",
		},
		[
			"/",
			"/van-ban/",
			"/van-ban/1.html",
			"/van-ban/2026/",
			"/van-ban/co-quan/ban-bien-tap/",
			"/van-ban/loai/quyet-dinh/",
		],
	],
	["event", { "events/hoi.yml": "name: Ngày hội\n" }, ["/su-kien/", "/su-kien/hoi/"]],
	[
		"week of a schedule",
		{
			"schedules/2026-11-23.yml": "week: 2026-11-23\nitems:\n  - date: 2026-11-26\n    what: Tiếp công dân\n",
		},
		["/", "/lich-cong-tac/", "/lich-cong-tac/2026-11-23.html"],
	],
	["unit", unit, ["/to-chuc/", "/to-chuc/ban.html"]],
	[
		"question",
		{ "questions/hoi.yml": "question: Gửi thư ở đâu?\nanswer: Ở đây.\ndate: 2026-11-20\n" },
		["/", "/hoi-dap/"],
	],
])(
	"the first %s of a portal changes no page that was there but the overview and the home page",
	async (_, record, pages) => {
		const before = await pagesOf({});
		const after = await pagesOf(record);
		const changed = [...after].filter(([address, view]) => before.get(address) !== view);
		expect(
			changed
				.map(([address]) => address)
				.filter((address) => !address.startsWith("/api/"))
				.sort(),
		).toEqual([...pages, "/so-do/"].sort());
	},
);

test("a further article changes no overview, but the first of a province does", async () => {
	const second = (lines: string[]) => ({ "articles/2026/11/21-bai.md": articleText(lines) });
	const overview = async (more: ContentFolder) => (await pagesOf(more)).get("/so-do/");
	expect(await overview(second([]))).toBe(await overview({}));
	expect(await overview(second(["province: dong-nai"]))).toContain('"address":"/tinh/dong-nai/"');
});
