import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { articleText } from "./article-text.ts";
import { searchArticles, searchable } from "./search-kept.ts";

const articles = [
	{
		title: "Ra quân trồng đồng ruộng mẫu",
		lead: "Nông dân xã Tân Lập xuống đồng.",
		body: "Lúa chín.",
		date: "2026-11-01",
	},
	{
		title: "Hội nghị sơ kết",
		lead: "Phong trào dân vận khéo ở Đồng Nai.",
		body: "Có 12 mô hình dân vận.",
		date: "2026-11-02",
	},
	{
		title: "Dân vận khéo ở bản xa",
		lead: "Chuyện của già làng.",
		body: "Kỹ sư trẻ về bản.",
		date: "2026-11-03",
	},
	{
		title: "Dựng lại nhà sau bão",
		lead: "Vận động dân góp công.",
		body: "Theo Quyết định 15/2020/QĐ-TTg.",
		date: "2026-11-04",
	},
].map(searchable);

test.each([
	["dân vận khéo", ["Dân vận khéo ở bản xa", "Hội nghị sơ kết"]],
	["dan van kheo", ["Dân vận khéo ở bản xa", "Hội nghị sơ kết"]],
	["dan van", ["Dân vận khéo ở bản xa", "Hội nghị sơ kết", "Dựng lại nhà sau bão"]],
	["dong nai", ["Hội nghị sơ kết"]],
	["Đồng", ["Ra quân trồng đồng ruộng mẫu", "Hội nghị sơ kết", "Dựng lại nhà sau bão"]],
	["ki su", ["Dân vận khéo ở bản xa"]],
	["15/2020/QĐ-TTg", ["Dựng lại nhà sau bão"]],
	["không có", []],
	["", []],
	["  .. ", []],
])("%j finds %j", (question, expected) => {
	expect(searchArticles(articles, question).map(({ title }) => title)).toEqual(expected);
});

test("only the article of a page is searched, not what is around it", () => {
	const html = `<main><div class="article-page"><article class="article-page-article"><header><h1>A &amp; B</h1><time datetime="2026-11-22T08:00:00+07:00">x</time></header><p class="article-page-lead">Lời <b>dẫn</b></p><aside>Chia sẻ</aside><div class="article-page-body"><div class="prose"><p>Một.</p><p>Hai&nbsp;ba.</p></div></div></article><section class="discussion"><li><p class="discussion-by"><b>An</b></p><p class="discussion-text">Hay &lt;quá&gt;!</p></li></section><section>Tin khác</section></div></main>`;
	expect(articleText(html)).toEqual({
		title: "A & B",
		date: "2026-11-22T08:00:00+07:00",
		lead: "Lời\ndẫn",
		body: "Một.\nHai ba.\nHay <quá>!",
	});
	expect(articleText("<main><h1>Tháng 11</h1></main>")).toBeUndefined();
});

test("the markup that the search relies on is that of the article's page", () => {
	const page = readFileSync("src/site/kinds/article/article-page.tsx", "utf8");
	expect(page).toContain('<article class="article-page-article">');
	expect(page).toContain('<p class="article-page-lead">');
	expect(readFileSync("src/site/components/prose.tsx", "utf8")).toContain('class="prose"');
});
