import { describe, expect, test } from "vitest";
import { asUrlPath } from "../../../model/ids.ts";
import { sampleArticle, sampleSite } from "../../components/sample-views.ts";
import type { CardView, HomeView } from "../../views.ts";
import { HomePage } from "./home-page.tsx";

const address = asUrlPath("/2017/07/13/bai.html");
const words: CardView = { address, title: "Bài không ảnh", date: sampleArticle.date };
const picture = { src: asUrlPath("/anh/a.jpg"), width: 800, height: 600, variants: [], alt: "" };

function home(lead: CardView, mostRead?: HomeView["mostRead"], site = sampleSite): string {
	const section = {
		heading: { label: "Nông thôn", address: asUrlPath("/tu-khoa/nong-thon/") },
		cards: [words],
	};
	const view = {
		lead,
		featured: [],
		latest: [words],
		sections: [section],
		more: [],
		provinces: [],
		photoStories: [],
		videoStories: [],
		...(mostRead && { mostRead }),
	};
	return String(<HomePage view={view} site={site} address={asUrlPath("/")} bodyHtml="" />);
}

describe("HomePage", () => {
	test("fills the column beside a story without a picture with the sections", () => {
		const html = home(words);
		expect(html.indexOf("Nông thôn")).toBeLessThan(html.indexOf("home-page-latest"));
	});

	test("has the sections below a story with a picture and the newest articles", () => {
		const html = home({ ...words, picture });
		expect(html).not.toContain("home-page-words");
		expect(html.indexOf("Nông thôn")).toBeGreaterThan(html.indexOf("home-page-latest"));
	});

	test("shows the most read articles without a script or a server, if the build knew them", () => {
		const counting = { ...sampleSite, voice: { ...sampleSite.voice, views: true } };
		const known = home(words, [{ label: "Bài đọc nhiều", address }], counting);
		expect(known).toMatch(
			/<section class="most-read" data-most-read[^>]*>(?:(?!<\/section>).)*Bài đọc nhiều/s,
		);
		expect(known).not.toMatch(/<section class="most-read"[^>]*hidden/);
		expect(home(words, undefined, counting)).toMatch(/<section class="most-read"[^>]*hidden/);
		expect(home(words, [{ label: "Bài đọc nhiều", address }])).not.toContain("Bài đọc nhiều");
	});
});
