import { describe, expect, test } from "vitest";
import { awkwardTitles, siteView } from "../../../test/support/site-view.ts";
import { articleAddress, homeAddress } from "../../model/addresses.ts";
import { asArticleId, asIsoDateTime, asIsoDay, asUrlPath } from "../../model/ids.ts";
import { renderDocument } from "../layouts/document.tsx";
import type { ArticleView, PageKind, PageViews } from "../views.ts";
import { pageHead } from "./head.ts";

const address = articleAddress(asArticleId("2026/11/22-mua-gat"));

const article: ArticleView = {
	title: "Mùa gặt",
	date: asIsoDateTime("2026-11-22T08:30:00+07:00"),
	updated: asIsoDateTime("2026-11-23T09:00:00+07:00"),
	summary: "Bà con vào vụ.",
	shareImage: { src: asUrlPath("/anh/ab12.jpg"), width: 1200, height: 630, alt: "Ruộng lúa chín" },
	authors: [
		{ label: "Lò Văn Tâm", address: asUrlPath("/tac-gia/lo-van-tam/"), organisation: "Ban Dân vận" },
		{ label: "Hà An", address: asUrlPath("/tac-gia/ha-an/") },
	],
	source: { name: "Báo Thử", link: "https://bao.example.vn/1" },
	tags: [
		{ label: "Dân vận khéo", address: asUrlPath("/tu-khoa/dan-van-kheo/") },
		{ label: "Lúa", address: asUrlPath("/tu-khoa/lua/") },
	],
	committee: { label: "Ban Dân vận", address: asUrlPath("/ban/dan-van/") },
	province: { label: "Sơn La", address: asUrlPath("/tinh/son-la/") },
	attachments: [],
	related: [
		{
			address: asUrlPath("/2026/11/20/cay-nuong.html"),
			title: "Cày nương",
			date: asIsoDateTime("2026-11-20T08:00:00+07:00"),
		},
	],
	newer: [],
	older: [],
	readingMinutes: 1,
	body: { file: "articles/2026/11/22-mua-gat.md", digest: "0", pictures: {} },
};

const bare: ArticleView = {
	title: article.title,
	date: article.date,
	shareImage: article.shareImage,
	authors: [{ label: "Hà An", address: asUrlPath("/tac-gia/ha-an/") }],
	tags: [],
	attachments: [],
	related: [],
	newer: [],
	older: [],
	readingMinutes: 1,
	body: article.body,
};

describe("pageHead of an article", () => {
	test("has an Open Graph preview", () => {
		const html = headOf("article", article);
		expect(valuesOf(html, "property")).toEqual({
			"og:type": ["article"],
			"og:url": ["https://danvan.example.vn/2026/11/22/mua-gat.html"],
			"og:title": ["Mùa gặt"],
			"og:description": ["Bà con vào vụ."],
			"og:site_name": ["Dân vận & Đời sống"],
			"og:locale": ["vi_VN"],
			"og:image": ["https://danvan.example.vn/anh/ab12.jpg"],
			"og:image:width": ["1200"],
			"og:image:height": ["630"],
			"og:image:alt": ["Ruộng lúa chín"],
			"article:published_time": ["2026-11-22T08:30:00+07:00"],
			"article:modified_time": ["2026-11-23T09:00:00+07:00"],
			"article:author": [
				"https://danvan.example.vn/tac-gia/lo-van-tam/",
				"https://danvan.example.vn/tac-gia/ha-an/",
			],
			"article:section": ["Ban Dân vận"],
			"article:tag": ["Dân vận khéo", "Lúa"],
		});
		expect(html).toContain(
			'<link rel="canonical" href="https://danvan.example.vn/2026/11/22/mua-gat.html"/>',
		);
		expect(valuesOf(html, "name")["twitter:card"]).toEqual(["summary_large_image"]);
	});

	test("has all elements of Dublin Core, including repeated ones", () => {
		const { "twitter:card": _, ...elements } = valuesOf(headOf("article", article), "name");
		expect(elements).toEqual({
			"DC.title": ["Mùa gặt"],
			"DC.creator": ["Lò Văn Tâm", "Hà An"],
			"DC.subject": ["Dân vận khéo", "Lúa"],
			"DC.description": ["Bà con vào vụ."],
			"DC.publisher": ["Ban Tuyên giáo & Dân vận"],
			"DC.contributor": ["Người phụ trách"],
			"DC.date": ["2026-11-22T08:30:00+07:00"],
			"DC.type": ["Text"],
			"DC.format": ["text/html"],
			"DC.identifier": ["https://danvan.example.vn/2026/11/22/mua-gat.html"],
			"DC.source": ["https://bao.example.vn/1"],
			"DC.language": ["vi"],
			"DC.relation": ["https://danvan.example.vn/2026/11/20/cay-nuong.html"],
			"DC.coverage": ["Sơn La"],
			"DC.rights": ["Ghi rõ nguồn khi dẫn lại"],
		});
	});

	test("has the six mandatory elements even with minimal front matter", () => {
		const elements = valuesOf(headOf("article", bare), "name");
		for (const name of ["title", "creator", "date", "description", "publisher", "identifier"]) {
			expect(elements[`DC.${name}`], name).toHaveLength(1);
		}
		for (const name of ["subject", "source", "relation", "coverage"]) {
			expect(elements, name).not.toHaveProperty(`DC.${name}`);
		}
	});

	test("gives search engines the article, its breadcrumb and its publisher", () => {
		const [news, breadcrumb, publisher] = graphOf(headOf("article", article));
		expect(news).toMatchObject({
			"@type": "NewsArticle",
			headline: "Mùa gặt",
			datePublished: "2026-11-22T08:30:00+07:00",
			dateModified: "2026-11-23T09:00:00+07:00",
			author: [
				{ "@type": "Person", name: "Lò Văn Tâm", affiliation: { name: "Ban Dân vận" } },
				{ "@type": "Person", name: "Hà An" },
			],
			publisher: { "@id": publisher?.["@id"] },
			isBasedOn: "https://bao.example.vn/1",
			keywords: ["Dân vận khéo", "Lúa"],
		});
		expect(breadcrumb).toEqual({
			"@type": "BreadcrumbList",
			itemListElement: [
				{ "@type": "ListItem", position: 1, name: "Trang chủ", item: "https://danvan.example.vn/" },
				{
					"@type": "ListItem",
					position: 2,
					name: "Ban Dân vận",
					item: "https://danvan.example.vn/ban/dan-van/",
				},
				{ "@type": "ListItem", position: 3, name: "Mùa gặt" },
			],
		});
		expect(publisher).toMatchObject({ "@type": "Organization", name: "Ban Tuyên giáo & Dân vận" });
	});

	test("gives an unchanged article its publication time as modification time", () => {
		expect(graphOf(headOf("article", bare))[0]).toMatchObject({ dateModified: bare.date });
	});

	test.each(awkwardTitles)("keeps a title with $name", ({ title }) => {
		const html = headOf("article", { ...bare, title });
		expect(valuesOf(html, "property")["og:title"]).toEqual([title]);
		expect(valuesOf(html, "name")["DC.title"]).toEqual([title]);
		expect(graphOf(html)[0]).toMatchObject({ headline: title });
	});
});

describe("pageHead of other pages", () => {
	test("describes the site and its search on the home page", () => {
		const html = headOf("home", {
			featured: [],
			latest: [],
			sections: [],
			more: [],
			provinces: [],
			photoStories: [],
			videoStories: [],
		});
		const [webSite, publisher] = graphOf(html);
		expect(webSite).toMatchObject({
			"@type": "WebSite",
			name: "Dân vận & Đời sống",
			potentialAction: {
				target: { urlTemplate: "https://danvan.example.vn/tim-kiem/?q={search_term_string}" },
			},
		});
		expect(publisher).toMatchObject({
			logo: { url: "https://danvan.example.vn/anh/logo.png", width: 512 },
		});
		expect(valuesOf(html, "property")["og:type"]).toEqual(["website"]);
	});

	test("offers no search if the site has none", () => {
		const site = { ...siteView, features: { ...siteView.features, search: false } };
		const view = {
			featured: [],
			latest: [],
			sections: [],
			more: [],
			provinces: [],
			photoStories: [],
			videoStories: [],
		};
		const [webSite] = graphOf(
			String(<head>{pageHead(indexed("home"), view, site, { address: homeAddress, title: "" })}</head>),
		);
		expect(webSite).not.toHaveProperty("potentialAction");
	});

	test("excludes a page from search engines that must not be indexed, and says nothing else about it", () => {
		const head = pageHead({ kind: "offline", isIndexed: false }, {}, siteView, {
			address,
			title: "",
		});
		expect(String(head)).toBe('<meta name="robots" content="noindex"/>');
	});

	test("adds nothing to a redirect's document", () => {
		expect(
			pageHead(indexed("redirect"), { to: address, title: "Mùa gặt" }, siteView, {
				address,
				title: "",
			}),
		).toBeUndefined();
	});

	test("gives a list its canonical address and its heading", () => {
		const landing = asUrlPath("/tu-khoa/lua/");
		const html = headOf("list", { heading: "Lúa", landing, entries: [] }, "Lúa");
		expect(html).toContain(`<link rel="canonical" href="https://danvan.example.vn${address}"/>`);
		expect(valuesOf(html, "property")["og:title"]).toEqual([expect.stringContaining("Lúa")]);
	});

	test("previews a day without articles", () => {
		expect(
			headOf("day", { day: asIsoDay("2026-11-22"), cards: [], headlines: [] }, "Ngày 22/11/2026"),
		).toContain("og:title");
	});
});

describe("inside a complete document", () => {
	test("every tag stays, even if names repeat", () => {
		const head = pageHead(indexed("article"), article, siteView, { address, title: "" });
		const html = renderDocument(siteView, { kind: "article", address, title: article.title, head }, <p />);
		const elements = valuesOf(html.slice(0, html.indexOf("</head>")), "name");
		expect(elements["DC.creator"]).toEqual(["Lò Văn Tâm", "Hà An"]);
		expect(elements["DC.subject"]).toEqual(["Dân vận khéo", "Lúa"]);
	});
});

function indexed<Kind extends PageKind>(kind: Kind) {
	return { kind, isIndexed: true } as const;
}

function headOf<Kind extends PageKind>(kind: Kind, view: PageViews[Kind], title = ""): string {
	const site = { ...siteView, responsible: "Người phụ trách" };
	return String(
		<head>
			{pageHead(indexed(kind), view, site, { address: kind === "home" ? homeAddress : address, title })}
		</head>,
	);
}

/** The contents of the meta elements by name or property. */
function valuesOf(html: string, attribute: "name" | "property"): Record<string, string[]> {
	const values: Record<string, string[]> = {};
	for (const [, name = "", content = ""] of html.matchAll(
		new RegExp(`<meta ${attribute}="([^"]*)" content="([^"]*)"/>`, "g"),
	)) {
		values[name] = [...(values[name] ?? []), decode(content)];
	}
	return values;
}

function decode(text: string): string {
	return text
		.replaceAll("&lt;", "<")
		.replaceAll("&gt;", ">")
		.replaceAll("&quot;", '"')
		.replaceAll("&#39;", "'")
		.replaceAll("&amp;", "&");
}

/** The graph as a browser would read it: the script ends at the first closing tag. */
function graphOf(html: string): Record<string, unknown>[] {
	const [, json = ""] = /<script type="application\/ld\+json">(.*?)<\/script/s.exec(html) ?? [];
	return JSON.parse(json)["@graph"];
}
