import { strings } from "../../src/messages/index.ts";
import { defaultAccent } from "../../src/model/accent.ts";
import { asUrlPath } from "../../src/model/ids.ts";
import type { SiteView } from "../../src/site/views.ts";

/** The settings that tests of outputs share. The texts are awkward on purpose. */
export const siteView: SiteView = {
	messages: strings,
	accent: defaultAccent,
	name: "Dân vận & Đời sống",
	description: "Tin của ban <thử> “một”",
	url: "https://danvan.example.vn",
	organisation: "Ban Tuyên giáo & Dân vận",
	logo: { src: asUrlPath("/anh/logo.png"), width: 512, height: 512, variants: [] },
	contact: {},
	voice: { views: false, comments: "none", letters: false },
	menu: [],
	banners: [],
	licence: "Ghi rõ nguồn khi dẫn lại",
	pages: [],
	features: { search: true, share: true, fontSize: true, readingTime: true, offline: true },
};

/** Titles that break careless output code. */
export const awkwardTitles: readonly { readonly name: string; readonly title: string }[] = [
	{ name: "markup", title: "Giá lúa < 7.000 & gạo > 15.000" },
	{ name: "a closing script", title: "</script><script>alert(1)</script>" },
	{ name: "quotes", title: `“Dân vận khéo” 'đơn' "kép"` },
	{ name: "an entity", title: "Cà phê &amp; tiêu &#60;" },
	{ name: "the end of CDATA", title: "Chuỗi ]]> lạ <!-- và chú thích -->" },
	{ name: "an emoji", title: "Mùa gặt 🌾 về bản" },
	{ name: "line separators", title: "Dòng\u2028một\u2029hai" },
];
