import { describe, expect, test } from "vitest";
import { articleText, type ContentFolder, writeContentFolder } from "../../test/support/content-folder.ts";
import { readArticles } from "./read-articles.ts";

async function articlesOf(files: ContentFolder) {
	const articles = [];
	for await (const article of readArticles(writeContentFolder(files))) articles.push(article);
	return articles;
}

const first = "articles/2026/11/20-mot.md";

describe("readArticles", () => {
	test("reads an article as it is in its file", async () => {
		const [article] = await articlesOf({
			"authors/nguyen-van-an.yml": "name: Nguyễn Văn An\norganisation: Ban Dân vận\n",
			[first]: articleText(["featured: true", "draft: false", "tags: [Một, Hai]"], "\n\nLời.\n\n"),
		});
		expect(article).toEqual({
			id: "2026/11/20-mot",
			fields: {
				title: "Hội nghị sơ kết",
				date: "2026-11-20T08:00:00+07:00",
				author: "nguyen-van-an",
				featured: true,
				draft: false,
				tags: ["Một", "Hai"],
			},
			body: "Lời.",
			authors: [{ name: "Nguyễn Văn An", organisation: "Ban Dân vận" }],
			comments: [],
			files: [],
		});
	});

	test("reads articles in the order of their files, without hidden files", async () => {
		const articles = await articlesOf({
			"articles/2026/11/21-hai.md": articleText(),
			[first]: articleText(),
			"articles/2025/01/01-cu.md": articleText(),
			"articles/.import/2026/11/20-khac.md": articleText(),
			"articles/2026/11/.20-khac.md": articleText(),
			"articles/2026/11/20-mot/anh.txt": "x",
		});
		expect(articles.map((article) => ("id" in article ? article.id : article.file))).toEqual([
			"2025/01/01-cu",
			"2026/11/20-mot",
			"2026/11/21-hai",
		]);
	});

	test("reads only authors' names, flags, and references to local files", async () => {
		const [article] = await articlesOf({
			"authors/an.yml": "organisation: [Ban]\n",
			[first]: articleText(
				[
					"featured: truer",
					"draft: untrue",
					"attachments:",
					"  -",
					"  - { file: 20-mot/a:b.pdf }",
					"  - { file: 20-mot//c.pdf }",
				],
				"![](https://x.example/a.jpg) ![](//x.example/b.jpg)",
			).replace(/^author: .*$/m, "author: [an, [khac], an]"),
		});
		expect(article).toMatchObject({
			fields: { featured: "truer", draft: "untrue" },
			authors: [{ name: "an" }, { name: "an" }],
		});
		expect(article).not.toHaveProperty("authors.0.organisation");
		expect(
			"files" in (article ?? {}) &&
				article &&
				"files" in article &&
				article.files.map(({ reference }) => reference),
		).toEqual(["20-mot/a:b.pdf", "20-mot//c.pdf"]);
	});

	test("finds no article if there is no folder of articles", async () => {
		expect(await articlesOf({ "site.yml": "name: Tin\n" })).toEqual([]);
	});

	test("names a file that cannot be read, and one in the wrong place", async () => {
		const articles = await articlesOf({
			[first]: "---\ntitle: [\n---\n",
			"articles/le-loi.md": articleText(),
		});
		expect(articles).toEqual([
			{ file: first, unreadable: expect.stringMatching(/./) },
			{ file: "articles/le-loi.md", unreadable: "articles/le-loi.md" },
		]);
	});

	test("uses the id of an author without a file, and keeps the order of several", async () => {
		const [article] = await articlesOf({
			"authors/lan.yml": "name: Lan\n",
			[first]: articleText(["author: [khach, lan]"]),
		});
		expect(article).toMatchObject({ authors: [{ name: "khach" }, { name: "Lan" }] });
	});

	test("keeps a flag that is neither true nor false as written", async () => {
		const [article] = await articlesOf({ [first]: articleText(["draft: có"]) });
		expect(article).toMatchObject({ fields: { draft: "có" } });
	});

	test("lists pictures and attachments once, including the leading picture, without those of other hosts", async () => {
		const [article] = await articlesOf({
			[first]: articleText(
				[
					"image: { src: 20-mot/a.jpg, alt: A }",
					"attachments: [{ file: /media/b.pdf, title: B }, { file: ../c.pdf, title: C }]",
				],
				"![A](20-mot/a.jpg) ![D](20-mot/d.jpg) ![E](https://a.example/e.jpg) ![F](//a.example/f.jpg)",
			),
		});
		expect(article).toMatchObject({
			files: [
				{ reference: "20-mot/a.jpg", path: "articles/2026/11/20-mot/a.jpg", isLead: true },
				{ reference: "20-mot/d.jpg", path: "articles/2026/11/20-mot/d.jpg", isLead: false },
				{ reference: "/media/b.pdf", path: "media/b.pdf", isLead: false },
			],
		});
	});
});
