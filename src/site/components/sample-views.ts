/** Views for the tests of components: the least that a kind of page needs. */

import { strings } from "../../messages/index.ts";
import { defaultAccent } from "../../model/accent.ts";
import { asIsoDateTime, asIsoDay, asUrlPath } from "../../model/ids.ts";
import type { ArticleView, CardView, ListView, PageViews, SiteView } from "../views.ts";

const date = asIsoDateTime("2017-07-13T14:01:00+07:00");
const body = { file: "articles/2017/07/13-bai.md", digest: "0", pictures: {} };

export const sampleSite: SiteView = {
	messages: strings,
	accent: defaultAccent,
	name: "Tin Vùng Cao",
	description: "Cổng tin dùng trong kiểm thử.",
	url: "https://vi-du.example",
	organisation: "Ban Dân vận",
	contact: {},
	voice: { views: false, comments: "none", letters: false },
	menu: [{ label: "Lưu trữ", link: "/luu-tru/" }],
	banners: [],
	pages: [],
	features: { search: true, share: true, fontSize: true, readingTime: true, offline: true },
};

export const sampleCard: CardView = {
	address: asUrlPath("/2017/07/13/bai.html"),
	title: "Đường về bản",
	date,
};

export const sampleArticle: ArticleView = {
	title: "Đường về bản",
	date,
	shareImage: { src: asUrlPath("/anh/chia-se.png"), width: 1200, height: 630, alt: "Đường về bản" },
	authors: [],
	tags: [],
	attachments: [],
	related: [],
	newer: [],
	older: [],
	readingMinutes: 3,
	body,
};

export const sampleList: ListView = {
	heading: "Dân vận khéo",
	landing: asUrlPath("/tu-khoa/dan-van-kheo/"),
	entries: [sampleCard],
};

export const sampleViews = {
	article: sampleArticle,
	withdrawn: { date, withdrawn: date, reason: "Số liệu sai." },
	home: {
		lead: sampleCard,
		featured: [],
		latest: [sampleCard],
		sections: [],
		more: [],
		provinces: [],
		photoStories: [],
		videoStories: [],
	},
	list: sampleList,
	day: { day: asIsoDay("2017-07-13"), cards: [sampleCard], headlines: [] },
	month: { calendar: { month: "2017-07", days: [] }, total: 0, days: [] },
	year: { year: "2017", total: 0, months: [] },
	archive: { total: 3, years: [{ year: "2017", counts: [0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0] }] },
	letter: { email: "toa-soan@vi-du.example" },
	fixed: { title: "Giới thiệu", body },
	search: { years: ["2017"], provinces: [], committees: [] },
	"archive-search": { bundles: ["2017"] },
	"not-found": { latest: [sampleCard] },
	redirect: { to: asUrlPath("/2017/07/13/bai.html"), title: "Đường về bản" },
} satisfies Partial<PageViews>;
