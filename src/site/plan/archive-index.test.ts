import { describe, expect, test } from "vitest";
import type { Article } from "../../model/article.ts";
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

const anArticle = {
	id: "2026/11/01-a",
	date: "2026-11-01T08:00:00+07:00",
	digest: "d",
	file: "articles/2026/11/01-a.md",
	author: ["an"],
	committee: "ban",
	event: "su-kien",
	province: "ca-mau",
	tags: ["Dân vận"],
	attachments: [{ file: "01-a/ke-hoach.pdf", title: "Kế hoạch" }],
	image: { src: "01-a/chinh.jpg", alt: "Ảnh" },
	bodyImages: ["01-a/trong.jpg"],
	isPhotoStory: true,
};

/** The index of a portal with these articles, whose files and names may differ. */
function indexOf(
	articles: readonly object[],
	{
		comments = "",
		tagName = "Dân vận",
		translation = "",
		picture = "/anh/1.jpg",
		attachment = "/tep/1.pdf",
	} = {},
) {
	const portal = {
		now: "2026-11-22T08:00:00+07:00",
		articles,
		provinces,
		tags: new Map([["dan-van", { name: tagName }]]),
		tagBySpelling: new Map(),
		pages: translation === "" ? [] : [{ translationOf: anArticle.id, address: translation }],
		comments: new Map([[anArticle.id, { digest: comments }]]),
	} as unknown as Portal;
	return indexArchive(portal, {
		pictures: new Map([
			["articles/2026/11/01-a/chinh.jpg", { src: picture }],
			["articles/2026/11/01-a/trong.jpg", { src: `${picture}-2` }],
		]) as never,
		attachments: new Map([["articles/2026/11/01-a/ke-hoach.pdf", { address: attachment }]]) as never,
		shareCards: new Map(),
	});
}

const withdrawnBy = (date: string) => ({ withdrawn: { date, reason: "Sai" } }) as Partial<Article>;
const lists = [
	"byTag",
	"byAuthor",
	"byCommittee",
	"byEvent",
	"byForm",
	"byProvincePage",
	"byDay",
	"byMonth",
	"byYear",
] as const;

describe("a withdrawn article", () => {
	const hidden = { ...anArticle, ...withdrawnBy("2026-11-22T08:00:00+07:00") };
	const later = { ...anArticle, id: "2026/11/01-b", file: "articles/2026/11/01-b.md" };

	test("is withdrawn from that moment on", () => {
		expect(indexOf([hidden]).all[0]?.withdrawn).toBe(true);
		const scheduled = { ...anArticle, ...withdrawnBy("2026-11-22T08:00:01+07:00") };
		expect(indexOf([scheduled]).all[0]?.withdrawn).toBe(false);
	});

	test.each(lists)("keeps its place in %s, which does not exist for it alone", (list) => {
		expect([...indexOf([hidden])[list].keys()]).toEqual([]);
		const entries = [...indexOf([hidden, later])[list].values()].map((found) =>
			found.map(({ article }) => article.id),
		);
		expect(entries.length).toBeGreaterThan(0);
		for (const ids of entries) expect(ids).toEqual([hidden.id, later.id]);
	});

	test("stays in the month of its address", () => {
		expect([...indexOf([hidden]).byAddressMonth.keys()]).toEqual(["2026-11"]);
	});
});

test("a corrected date moves an article to another day, month and year, but not its address", () => {
	const { byAddressMonth, byDay, byMonth, byYear } = indexOf([
		{ ...anArticle, date: "2025-09-30T08:00:00+07:00" },
	]);
	expect([byAddressMonth, byDay, byMonth, byYear].map((map) => [...map.keys()])).toEqual([
		["2026-11"],
		["2025-09-30"],
		["2025-09"],
		["2025"],
	]);
});

describe("the key of an article changes with", () => {
	const keyOf = (...given: Parameters<typeof indexOf>) => indexOf(...given).all[0]?.key;

	test.each<[string, object, NonNullable<Parameters<typeof indexOf>[1]>]>([
		["its file", { digest: "e" }, {}],
		["its withdrawal", withdrawnBy("2026-11-20T08:00:00+07:00"), {}],
		["its end", { expires: "2026-11-22T08:00:00+07:00" }, {}],
		["its comments", {}, { comments: "c" }],
		["the name of a tag", {}, { tagName: "Công tác dân vận" }],
		["its English text", {}, { translation: "/bai.html" }],
		["its pictures' addresses", {}, { picture: "/anh/2.jpg" }],
		["its attachments' addresses", {}, { attachment: "/tep/2.pdf" }],
	])("%s", (_, fields, others) => {
		expect(keyOf([{ ...anArticle, ...fields }], others)).not.toBe(keyOf([anArticle]));
	});

	test("nothing that is still to come", () => {
		const expires = "2026-11-22T08:00:01+07:00";
		const later = { ...anArticle, expires, ...withdrawnBy("2026-11-23T08:00:00+07:00") };
		expect(keyOf([later])).toBe(keyOf([anArticle]));
	});
});
