import { expect, test } from "vitest";
import { asSlug } from "../../model/ids.ts";
import type { Portal } from "../../model/portal.ts";
import { provinces } from "../../model/provinces.ts";
import { spellingKey } from "../../text/index.ts";
import { indexArchive } from "./archive-index.ts";

test("an article has a tag once, whatever its spellings, as first written", () => {
	const article = {
		id: "2026/11/01-a",
		date: "2026-11-01T08:00:00+07:00",
		digest: "",
		file: "articles/2026/11/01-a.md",
		author: [],
		tags: ["Dân vận khéo", "DÂN VẬN KHÉO", "CĐS"],
		attachments: [],
		bodyImages: [],
	};
	const tagBySpelling = new Map([[spellingKey("CĐS"), asSlug("chuyen-doi-so")]]);
	const portal = {
		now: "2026-11-22T08:00:00+07:00",
		articles: [article],
		provinces,
		tags: new Map(),
		tagBySpelling,
		pages: [],
		comments: new Map(),
	} as unknown as Portal;
	const { all, byTag } = indexArchive(portal, {
		pictures: new Map(),
		attachments: new Map(),
		shareCards: new Map(),
	});
	expect(all[0]).toMatchObject({
		tags: ["dan-van-kheo", "chuyen-doi-so"],
		tagNames: ["Dân vận khéo", "CĐS"],
		tagPlaces: [0, 0],
	});
	expect([...byTag.keys()]).toEqual(["dan-van-kheo", "chuyen-doi-so"]);
});

test("an article of a divided province is on the pages of all its parts; later ones of the same name are not", () => {
	const article = (year: string) => ({
		id: `${year}/06/01-a`,
		date: `${year}-06-01T08:00:00+07:00`,
		digest: "",
		file: `articles/${year}/06/01-a.md`,
		province: "dak-lak",
		author: [],
		tags: [],
		attachments: [],
		bodyImages: [],
	});
	const portal = {
		now: "2026-11-22T08:00:00+07:00",
		articles: [article("2003"), article("2010")],
		provinces,
		tags: new Map(),
		tagBySpelling: new Map(),
		pages: [],
		comments: new Map(),
	} as unknown as Portal;
	const files = { pictures: new Map(), attachments: new Map(), shareCards: new Map() };
	const { byProvincePage } = indexArchive(portal, files);
	const idsOf = (slug: string) => byProvincePage.get(asSlug(slug))?.map((entry) => entry.article.id);
	expect(idsOf("dak-lak")).toEqual(["2003/06/01-a", "2010/06/01-a"]);
	expect(idsOf("dak-nong")).toEqual(["2003/06/01-a"]);
	expect(idsOf("lam-dong")).toEqual(["2003/06/01-a"]);
});
