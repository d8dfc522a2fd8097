import { describe, expect, test } from "vitest";
import { childTexts, elementsNamed, parseXml } from "../../../test/support/parse-xml.ts";
import { awkwardTitles, siteView } from "../../../test/support/site-view.ts";
import { asIsoDateTime, asIsoDay, asUrlPath } from "../../model/ids.ts";
import { renderAtom } from "./atom.ts";
import type { FeedEntryView, FeedView } from "./views.ts";

const entry: FeedEntryView = {
	address: asUrlPath("/2026/11/22/mua-gat.html"),
	title: "Mùa gặt",
	date: asIsoDateTime("2026-11-22T08:30:00+07:00"),
	authors: [{ label: "Lò Văn Tâm", address: asUrlPath("/tac-gia/lo-van-tam/") }],
	categories: ["Ban Dân vận", "Dân vận khéo"],
};
const feed: FeedView = { landing: asUrlPath("/"), entries: [entry] };

describe("renderAtom", () => {
	test.each(awkwardTitles)("keeps a title with $name", ({ title }) => {
		const parsed = parseXml(
			renderAtom({ ...feed, heading: title, entries: [{ ...entry, title, summary: title }] }, siteView),
		);
		expect(childTexts(parsed, "title")).toEqual([`${title} – Dân vận & Đời sống`]);
		const [written] = elementsNamed(parsed, "entry");
		expect(written && childTexts(written, "title")).toEqual([title]);
		expect(written && childTexts(written, "summary")).toEqual([title]);
	});

	test("has the elements that RFC 4287 requires of a feed and of an entry", () => {
		const parsed = parseXml(renderAtom(feed, siteView));
		expect(parsed.attributes.xmlns).toBe("http://www.w3.org/2005/Atom");
		for (const name of ["id", "title", "updated"]) expect(childTexts(parsed, name)).toHaveLength(1);
		const [written] = elementsNamed(parsed, "entry");
		for (const name of ["id", "title", "updated"])
			expect(written && childTexts(written, name)).toHaveLength(1);
		expect(written && childTexts(written, "id")).toEqual([
			"https://danvan.example.vn/2026/11/22/mua-gat.html",
		]);
		expect(written && elementsNamed(written, "name").map((name) => name.text)).toEqual(["Lò Văn Tâm"]);
		expect(written && elementsNamed(written, "category").map(({ attributes }) => attributes.term)).toEqual([
			"Ban Dân vận",
			"Dân vận khéo",
		]);
	});

	test("links to itself and its page", () => {
		const parsed = parseXml(renderAtom({ ...feed, landing: asUrlPath("/tu-khoa/lua/") }, siteView));
		const links = parsed.children
			.filter((child) => child.name === "link")
			.map(({ attributes }) => attributes);
		expect(links).toEqual([
			{
				rel: "self",
				type: "application/atom+xml",
				href: "https://danvan.example.vn/tu-khoa/lua/atom.xml",
			},
			{ rel: "alternate", type: "text/html", hreflang: "vi", href: "https://danvan.example.vn/tu-khoa/lua/" },
		]);
	});

	test.each([
		{ name: "the newest article", updated: undefined, expected: "2026-11-22T08:30:00+07:00" },
		{
			name: "an older article's change",
			updated: "2026-11-23T09:00:00+07:00",
			expected: "2026-11-23T09:00:00+07:00",
		},
		{
			name: "an older article's change whose time is not known",
			updated: "2026-11-23",
			expected: "2026-11-23T00:00:00+07:00",
		},
		{
			name: "no change before the newest",
			updated: "2026-11-21T09:00:00+07:00",
			expected: "2026-11-22T08:30:00+07:00",
		},
	])("has the update time of $name", ({ updated, expected }) => {
		const older: FeedEntryView = {
			...entry,
			date: asIsoDateTime("2026-11-20T08:00:00+07:00"),
			...(updated && { updated: updated.includes("T") ? asIsoDateTime(updated) : asIsoDay(updated) }),
		};
		const parsed = parseXml(renderAtom({ ...feed, entries: [entry, older] }, siteView));
		expect(childTexts(parsed, "updated")).toEqual([expected]);
	});

	test("encloses the picture", () => {
		const picture = { src: asUrlPath("/anh/ab12-1200.jpg"), size: 81_234 };
		const parsed = parseXml(renderAtom({ ...feed, entries: [{ ...entry, picture }] }, siteView));
		const enclosure = elementsNamed(parsed, "link").find(({ attributes }) => attributes.rel === "enclosure");
		expect(enclosure?.attributes).toEqual({
			rel: "enclosure",
			type: "image/jpeg",
			length: "81234",
			href: "https://danvan.example.vn/anh/ab12-1200.jpg",
		});
	});

	test("is valid without entries", () => {
		const parsed = parseXml(renderAtom({ ...feed, entries: [] }, siteView));
		expect(childTexts(parsed, "updated")).toEqual(["2000-01-01T00:00:00+07:00"]);
	});
});
