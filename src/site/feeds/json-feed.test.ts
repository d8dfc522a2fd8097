import { describe, expect, test } from "vitest";
import { awkwardTitles, siteView } from "../../../test/support/site-view.ts";
import { asIsoDateTime, asUrlPath } from "../../model/ids.ts";
import { renderJsonFeed } from "./json-feed.ts";
import type { FeedEntryView } from "./views.ts";

const entry: FeedEntryView = {
	address: asUrlPath("/2026/11/22/mua-gat.html"),
	title: "Mùa gặt",
	date: asIsoDateTime("2026-11-22T08:30:00+07:00"),
	summary: "Bà con vào vụ.",
	authors: [{ label: "Lò Văn Tâm", address: asUrlPath("/tac-gia/lo-van-tam/") }],
	categories: ["Dân vận khéo"],
	picture: { src: asUrlPath("/anh/ab12.jpg") },
};

describe("renderJsonFeed", () => {
	test("writes version 1.1 with absolute addresses", () => {
		const landing = asUrlPath("/tinh/son-la/");
		expect(JSON.parse(renderJsonFeed({ heading: "Sơn La", landing, entries: [entry] }, siteView))).toEqual({
			version: "https://jsonfeed.org/version/1.1",
			title: "Sơn La – Dân vận & Đời sống",
			home_page_url: "https://danvan.example.vn/tinh/son-la/",
			feed_url: "https://danvan.example.vn/tinh/son-la/feed.json",
			language: "vi",
			icon: "https://danvan.example.vn/anh/logo.png",
			authors: [{ name: "Ban Tuyên giáo & Dân vận", url: "https://danvan.example.vn/" }],
			items: [
				{
					id: "https://danvan.example.vn/2026/11/22/mua-gat.html",
					url: "https://danvan.example.vn/2026/11/22/mua-gat.html",
					title: "Mùa gặt",
					content_text: "Bà con vào vụ.",
					summary: "Bà con vào vụ.",
					image: "https://danvan.example.vn/anh/ab12.jpg",
					date_published: "2026-11-22T08:30:00+07:00",
					authors: [{ name: "Lò Văn Tâm", url: "https://danvan.example.vn/tac-gia/lo-van-tam/" }],
					tags: ["Dân vận khéo"],
				},
			],
		});
	});

	test.each(awkwardTitles)("keeps a title with $name, also without a lead", ({ title }) => {
		const { summary: _, ...withoutLead } = entry;
		const feed = JSON.parse(
			renderJsonFeed({ landing: asUrlPath("/"), entries: [{ ...withoutLead, title }] }, siteView),
		);
		expect(feed.items[0]).toMatchObject({ title, content_text: title });
	});

	test("describes the whole site and may be empty", () => {
		const feed = JSON.parse(renderJsonFeed({ landing: asUrlPath("/"), entries: [] }, siteView));
		expect(feed).toMatchObject({ title: siteView.name, description: siteView.description, items: [] });
	});
});
