import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { asArticleId } from "../model/ids.ts";
import type { ExportedArticle } from "./read-articles.ts";
import { wxrHead, wxrItems, wxrTail } from "./wxr.ts";

const site = { name: "Tin & <Bài>", description: "Mô tả", url: "https://tin.example" };
const article: ExportedArticle = {
	id: asArticleId("2026/11/20-mot"),
	fields: {
		title: "Một ]]> hai \u0001",
		date: "2026-11-20T08:00:00+07:00",
		updated: "2026-11-21T00:30:00+07:00",
		summary: "Sapo",
		committee: "ban-dan-van",
		tags: ["Dân vận khéo"],
		image: { src: "20-mot/ảnh a.jpg", alt: "A", caption: "Chú thích" },
	},
	body: "Lời **đậm**.\n\n![A](<20-mot/ảnh a.jpg>)",
	authors: [{ name: "Lan" }],
	files: [
		{ reference: "/media/b.pdf", path: "media/b.pdf", isLead: false },
		{ reference: "20-mot/ảnh a.jpg", path: "articles/2026/11/20-mot/ảnh a.jpg", isLead: true },
	],
	comments: [],
};

function itemsOf(one: ExportedArticle, number = 7): string[] {
	const text = wxrItems(one, site, number);
	// Throws if it is not well-formed.
	new SaxesParser({ xmlns: true }).write(`${wxrHead(site)}${text}${wxrTail}`).close();
	return text.split("<item>").slice(1);
}

/** The contents of the elements with a name, without CDATA markers. */
function valuesIn(item: string | undefined, name: string): string[] {
	const pattern = new RegExp(`<${name}>(.*?)</${name}>`, "gs");
	return [...(item ?? "").matchAll(pattern)].map(([, value = ""]) =>
		value.replaceAll("]]]]><![CDATA[>", "]]>").replace(/^<!\[CDATA\[|\]\]>$/g, ""),
	);
}

describe("wxrItems", () => {
	test("writes the post", () => {
		const [post] = itemsOf(article);
		expect(valuesIn(post, "title")).toEqual(["Một ]]> hai "]);
		expect(valuesIn(post, "link")).toEqual(["https://tin.example/2026/11/20/mot.html"]);
		expect(valuesIn(post, "dc:creator")).toEqual(["Lan"]);
		expect(valuesIn(post, "excerpt:encoded")).toEqual(["Sapo"]);
		expect(valuesIn(post, "wp:post_id")).toEqual(["7"]);
		expect(valuesIn(post, "wp:post_date")).toEqual(["2026-11-20 08:00:00"]);
		expect(valuesIn(post, "wp:post_date_gmt")).toEqual(["2026-11-20 01:00:00"]);
		expect(valuesIn(post, "wp:post_modified")).toEqual(["2026-11-21 00:30:00"]);
		expect(valuesIn(post, "wp:post_modified_gmt")).toEqual(["2026-11-20 17:30:00"]);
		expect(valuesIn(post, "wp:post_name")).toEqual(["mot"]);
		expect(valuesIn(post, "wp:status")).toEqual(["publish"]);
		expect(post).toContain('<category domain="category" nicename="ban-dan-van"><![CDATA[ban-dan-van]]>');
		expect(post).toContain('<category domain="post_tag" nicename="dan-van-kheo"><![CDATA[Dân vận khéo]]>');
	});

	test.each([
		["a day", "2026-11-20", ["2026-11-20 00:00:00"], ["2026-11-19 17:00:00"]],
		["a moment without seconds", "2026-11-20T08:05+07:00", ["2026-11-20 08:05:00"], ["2026-11-20 01:05:00"]],
		["no date", "hôm qua", [], []],
	])("writes %s as WordPress does", (_, date, local, utc) => {
		const { updated: ___, ...fields } = article.fields;
		const [post] = itemsOf({ ...article, fields: { ...fields, date } });
		for (const name of ["wp:post_date", "wp:post_modified"]) {
			expect(valuesIn(post, name)).toEqual(local);
			expect(valuesIn(post, `${name}_gmt`)).toEqual(utc);
		}
	});

	test("writes a minimal article with all fields that WordPress requires", () => {
		const [post, file] = itemsOf({
			...article,
			fields: { tags: "none", image: {} },
			authors: [],
			files: article.files.slice(0, 1),
		});
		for (const name of ["title", "dc:creator", "excerpt:encoded"]) expect(valuesIn(post, name)).toEqual([""]);
		expect(valuesIn(post, "wp:post_type")).toEqual(["post"]);
		expect(valuesIn(post, "wp:meta_key")).toEqual(["_tintinh"]);
		expect(post).not.toContain("<category");
		expect(valuesIn(file, "wp:post_type")).toEqual(["attachment"]);
		expect(valuesIn(file, "wp:status")).toEqual(["inherit"]);
		expect(valuesIn(file, "excerpt:encoded")).toEqual([""]);
		// There is no text outside the elements.
		expect(wxrItems(article, site, 7).replaceAll(/<!\[CDATA\[.*?\]\]>|<[^>]*>|\n/gs, "")).toBe("");
	});

	test("writes pictures with addresses on the portal, and without unknown sizes", () => {
		const [post] = itemsOf(article);
		const [html] = valuesIn(post, "content:encoded");
		expect(html).toContain('src="https://tin.example/articles/2026/11/20-mot/%E1%BA%A3nh%20a.jpg"');
		expect(html).not.toContain("width=");
		expect(html).toContain("<strong>đậm</strong>");
	});

	test("numbers files after the post, and refers to the leading picture", () => {
		const [post, ...files] = itemsOf(article);
		expect(files.map((file) => valuesIn(file, "wp:post_id"))).toEqual([["8"], ["9"]]);
		expect(files.map((file) => valuesIn(file, "wp:post_parent"))).toEqual([["7"], ["7"]]);
		expect(files.map((file) => valuesIn(file, "title"))).toEqual([["b.pdf"], ["ảnh a.jpg"]]);
		expect(files.map((file) => valuesIn(file, "excerpt:encoded"))).toEqual([[""], ["Chú thích"]]);
		expect(files.map((file) => valuesIn(file, "wp:attachment_url"))).toEqual([
			["https://tin.example/media/b.pdf"],
			["https://tin.example/articles/2026/11/20-mot/%E1%BA%A3nh%20a.jpg"],
		]);
		const keys = valuesIn(post, "wp:meta_key");
		expect(valuesIn(post, "wp:meta_value")[keys.indexOf("_thumbnail_id")]).toBe("9");
	});

	test("keeps front matter and Markdown unchanged, so that this project can import them again", () => {
		const [post] = itemsOf(article);
		const keys = valuesIn(post, "wp:meta_key");
		const own = JSON.parse(valuesIn(post, "wp:meta_value")[keys.indexOf("_tintinh")] ?? "");
		expect(own).toMatchObject({ id: article.id, body: article.body, authors: article.authors });
		expect(own.fields).toEqual({ ...article.fields, title: "Một ]]> hai \u0001" });
		expect(own.files.map(({ path }: { path: string }) => path)).toEqual(
			article.files.map(({ path }) => path),
		);
	});

	test("marks a draft as one, and leaves out what an article lacks", () => {
		const { title } = article.fields;
		const [post, ...files] = itemsOf({
			...article,
			fields: { title, draft: true, date: "hôm qua" },
			files: [],
		});
		expect(files).toEqual([]);
		expect(valuesIn(post, "wp:status")).toEqual(["draft"]);
		expect(valuesIn(post, "wp:post_date")).toEqual([]);
		expect(valuesIn(post, "wp:meta_key")).toEqual(["_tintinh"]);
		expect(post).not.toContain("<category");
	});
});

test("the head names the portal, with its markup characters escaped", () => {
	expect(wxrHead(site)).toContain("<title>Tin &amp; &lt;Bài></title>");
	expect(wxrHead(site)).toContain("<wp:base_site_url>https://tin.example</wp:base_site_url>");
});
