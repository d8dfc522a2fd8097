import { expect, test } from "vitest";
import { asSlug } from "../../model/ids.ts";
import type { Portal } from "../../model/portal.ts";
import { indexArchive } from "./archive-index.ts";

test("an article carries a tag once, whatever its spellings, as the editor wrote it first", () => {
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
	const tagBySpelling = new Map([[asSlug("cds"), asSlug("chuyen-doi-so")]]);
	const portal = {
		now: "2026-11-22T08:00:00+07:00",
		articles: [article],
		tags: new Map(),
		tagBySpelling,
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
