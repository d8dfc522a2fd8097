import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { markdownOfHtml } from "../../markdown-of-html.ts";
import { decodePage } from "./decode-page.ts";
import { parseProfile } from "./profile.ts";
import { type PageArticle, type PageContext, readPage } from "./read-page.ts";

const folder = "test/fixtures/import/pages";

function article(html: string, context: PageContext = {}): PageArticle {
	const reading = readPage(html, context);
	if ("unreadable" in reading) throw new Error(reading.unreadable);
	return reading.article;
}

const page = (name: string) => article(decodePage(readFileSync(`${folder}/${name}.html`)));

function paragraphs({ body }: PageArticle): string[] {
	if (!("html" in body)) throw new Error("A page's body is HTML.");
	return markdownOfHtml(body.html).split("\n\n");
}

describe("readPage", () => {
	test("reads a committee's page laid out in tables by DNN", () => {
		const read = page("dnn-committee");
		expect(read).toMatchObject({
			title: "Sơ kết công tác vận động nhân dân sáu tháng đầu năm ở huyện Sông Cầu",
			date: "Thứ 5 Ngày 12/07/2018",
			lead: expect.stringMatching(/^Chiều 11\/7\/2018, .* sáu tháng đầu năm\.$/),
			authors: ["Văn phòng Ban Vận động"],
			leftOut: ["Các tin khác", expect.stringContaining("Tập huấn"), expect.stringContaining("Thăm trường")],
		});
		expect(paragraphs(read)).toEqual([
			expect.stringMatching(/^Chiều .* chủ trì\.$/),
			'![Quang cảnh hội nghị sơ kết tại huyện Sông Cầu](/Portals/0/2018/hoi-nghi.jpg "Quang cảnh hội nghị sơ kết tại huyện Sông Cầu")',
			expect.stringMatching(/^Sáu tháng qua.* 400 ngày công\.$/),
			'![Ông Hồ Văn Khải kết luận hội nghị](/Portals/0/2018/ket-luan.jpg "Ông Hồ Văn Khải kết luận hội nghị")',
			expect.stringMatching(/^Kết luận .*hằng tháng\.\/\.$/),
		]);
	});

	test("reads a newspaper's page by its JSON-LD, and keeps related stories as links", () => {
		const read = page("newspaper");
		expect(read).toMatchObject({
			title: "Lắng nghe dân trước đại hội",
			date: "2020-07-14T14:01:00+07:00",
			updated: "2020-07-14T15:30:00+07:00",
			lead: expect.stringMatching(/^\(BSC\) - Sáng 14\/7/),
			authors: ["Vân Lam"],
			tags: ["Ban Vận động", "góp ý báo cáo"],
			categories: ["Xã hội"],
			formerAddresses: ["https://bao.example/bg/xa-hoi/342101/lang-nghe-dan-truoc-dai-hoi.html"],
			files: [
				{ reference: "https://media.bao.example/2020/man.jpg", caption: "Bà Lý Thị Mận kết luận hội nghị." },
				{ reference: "/2020/dinh.jpg", caption: "Ông Đào Công Định nêu ý kiến." },
			],
		});
		expect(paragraphs(read).slice(5)).toEqual([
			"**Tin liên quan**",
			"- [Hòa giải ở thôn](/bg/xa-hoi/342000/hoa-giai-o-thon.html)",
			"  Ngày 13/7, hội nghị bàn về hòa giải ở cơ sở.",
			"- [Tổ tự quản bên sông](/bg/xa-hoi/341990/to-tu-quan.html)",
		]);
	});

	test("reads a district's page by NukeViet: the picture before the text, the labelled author, breaks for paragraphs", () => {
		const read = page("nukeviet-district");
		expect(read).toMatchObject({
			title: "Ký chương trình phối hợp giai đoạn 2021 - 2025",
			date: "2021-09-11T07:30:00+07:00",
			lead: expect.stringMatching(/^Sáng 10\/9.*2025\.$/),
			authors: ["Văn Tám"],
			organisation: "Trung tâm Văn hóa huyện",
			tags: ["phối hợp", "nông thôn mới"],
			categories: ["Hoạt động"],
			files: [{ reference: "/uploads/news/2021_09/le-ky.jpg", caption: "Quang cảnh lễ ký", isLead: true }],
		});
		expect(paragraphs(read)).toEqual([
			expect.stringMatching(/^Các cơ quan .* nâng lên\.$/),
			expect.stringMatching(/^Phát biểu .* mọi việc\.$/),
			expect.stringMatching(/^Các đại biểu .* văn hóa\.$/),
		]);
	});

	test("reads a broadcaster's page: views, a caption in a box, the author and not the site's name", () => {
		const read = page("broadcaster");
		expect(read).toMatchObject({
			title: "Sơ kết phong trào thi đua ở tỉnh",
			date: "Thứ 3, 30.06.2020 | 16:45:14",
			views: 328,
			authors: ["Phương Thảo"],
			organisation: "dai.example",
			files: [{ caption: "Ông Trịnh Hồng Phong phát biểu kết luận hội nghị" }],
		});
		expect(paragraphs(read)).toHaveLength(5);
		expect(read.body).toEqual({ html: expect.not.stringMatching(/Từ khóa|Ý kiến|ký tự|dữ liệu/) });
	});

	test("reads a province's page by SharePoint, whose `<title>` is useless", () => {
		const read = page("sharepoint-province");
		expect(read).toMatchObject({
			title: "Sông Cầu: Tiếp tục thực hiện tốt nghị quyết về công tác vận động",
			date: "Chủ Nhật, 14/4/2024",
			authors: ["Lê Dũng Tiến"],
			organisation: "Ban Vận động tỉnh",
			files: [
				{ caption: "Quang cảnh Hội nghị" },
				{ caption: "Ông Phan Tất Lợi, Phó Trưởng ban, phát biểu tại Hội nghị" },
			],
		});
		expect(paragraphs(read)).toHaveLength(6);
	});

	test("reads a page by WordPress without its site's name, its administrator and its sidebar", () => {
		const read = page("wordpress");
		expect(read).toMatchObject({
			title: "Chợ phiên Tân Lập mở lại",
			date: "2022-03-05T01:20:00+00:00",
			categories: ["Tin tức"],
			tags: ["chợ phiên"],
			files: [{ caption: "Gian hàng rau của xóm Bàng" }, { title: "nội quy chợ" }],
		});
		expect(read.authors).toBeUndefined();
		expect(paragraphs(read)).toContain("- Rau: 40 gian\n- Vải: 25 gian");
	});

	test("reads a page by Joomla", () => {
		expect(page("joomla")).toMatchObject({
			title: "Nước sạch về bản Nà Hin",
			date: expect.stringContaining("21 Tháng 11 2015"),
			lead: expect.stringMatching(/^Sau ba năm/),
			authors: ["Lò Mai"],
			views: 1204,
			tags: ["nước sạch", "bản xa"],
		});
	});

	test.each(["tcvn3", "windows-1258"])("reads a page in %s as Unicode", (name) => {
		const read = page(name);
		expect(read).toMatchObject({
			title: "Hội nghị tổng kết ở xã Thượng Lâm",
			date: "Ngày cập nhật 05/12/2003",
			authors: ["Nguyễn Hữu Thước"],
		});
		expect(paragraphs(read)[1]).toBe(
			"Đến dự có đông đủ đại diện các thôn, các đoàn thể, và những gia đình tiêu biểu được khen thưởng trong năm.",
		);
	});

	test.each([
		["by name", (code: number, name?: string) => (name ? `&${name};` : String.fromCodePoint(code))],
		["by number", (code: number) => `&#${code};`],
		["in hexadecimal", (code: number) => `&#x${code.toString(16)};`],
	])("reads letters that are written %s as Unicode", (_, write) => {
		const names: Record<string, string> = { á: "aacute", à: "agrave", â: "acirc", ô: "ocirc", ó: "oacute" };
		const text =
			"Sáng 20/11, toàn xã Tân Lập có tám mô hình vận động nhân dân làm đường, được bà con đồng lòng.";
		const encode = (plain: string) =>
			plain.replace(/[^\0-\x7f]/gu, (letter) => write(letter.codePointAt(0) ?? 0, names[letter]));
		const read = article(
			`<html><body><h1>${encode("Tám mô hình ở xã Tân Lập")}</h1><p>${encode(text)}</p><p>${encode(text)}</p></body></html>`,
		);
		expect(read.title).toBe("Tám mô hình ở xã Tân Lập");
		expect(paragraphs(read)).toEqual([text, text]);
		expect(read.repaired ?? []).toEqual([]);
	});

	test("reports what it converted", () => {
		expect(page("tcvn3").repaired).toEqual(["TCVN3 (ABC) → Unicode: 8 đoạn chữ"]);
	});

	test("follows a profile on a misleading page", () => {
		const profile = parseProfile(
			"p.yml",
			Buffer.from("title: .real\nbody: [.gone, .text]\nauthor: .who\ndate: .when\nremove: .ad\n"),
		);
		const html = `<h1>Chuyên trang đặc biệt</h1><p class="real">Mùa măng ở Nà Hin</p><p class="when">viết ngày 3-2-2016</p>
			<div class="text"><p>Măng mọc đầy rừng.</p><p class="ad">Quảng cáo</p></div><div class="text"><p>Bà con đi hái từ sớm, đến trưa mới về.</p></div><p class="who">Lò Mai</p>`;
		const read = article(html, { profile });
		expect(read).toMatchObject({
			title: "Mùa măng ở Nà Hin",
			authors: ["Lò Mai"],
			date: "viết ngày 3-2-2016",
		});
		expect(paragraphs(read)).toEqual(["Măng mọc đầy rừng.", "Bà con đi hái từ sớm, đến trưa mới về."]);
	});

	test("reports a doubt if it had to guess despite a profile", () => {
		const profile = parseProfile("p.yml", Buffer.from("title: .x\nbody: .y\n"));
		const html = readFileSync(`${folder}/broadcaster.html`, "utf8");
		expect(article(html, { profile }).doubts?.map(({ detail }) => detail)).toEqual(
			expect.arrayContaining([expect.stringContaining("“title”"), expect.stringContaining("“body”")]),
		);
	});

	test("reports a doubt if the metadata contradict the date", () => {
		const html = readFileSync(`${folder}/newspaper.html`, "utf8").replace(
			"14:01 | 14/07/2020",
			"14:01 | 14/07/2019",
		);
		expect(article(html).doubts).toContainEqual({
			detail: expect.stringContaining("14/07/2019"),
			confidence: 0.5,
		});
	});

	test("uses the sitemap's day for a page without a date, and reports it", () => {
		const html = readFileSync(`${folder}/broadcaster.html`, "utf8").replace(
			"Thứ 3, 30.06.2020 | 16:45:14",
			"",
		);
		const read = article(html, { sitemapDate: "2020-06-30" });
		expect(read.date).toBe("2020-06-30");
		expect(read.doubts).toContainEqual({ detail: expect.stringContaining("sitemap"), confidence: 0.4 });
	});

	test.each([
		{ name: "without text", html: "<html><body><img src=a.png></body></html>", reason: "không có chữ" },
		{
			name: "that lists stories",
			html: `<body><div class="content">${'<p><a href="/x">Một tin nào đó trong danh sách rất dài của trang</a></p>'.repeat(40)}</div></body>`,
			reason: "danh sách",
		},
		{ name: "nested without end", html: `${"<div>".repeat(600)}<p>Chữ.</p>`, reason: "512 lớp" },
		{ name: "nested a million times", html: "<b>".repeat(1_000_000), reason: "512 lớp" },
		{ name: "with elements without number", html: "<p>a".repeat(300_000), reason: "thẻ HTML" },
		{ name: "that is too large", html: "a".repeat(33_000_000), reason: "quá giới hạn" },
	])("rejects a page $name", ({ html, reason }) => {
		expect(readPage(html)).toEqual({ unreadable: expect.stringContaining(reason) });
	});

	const paragraph = "Bà con trong bản cùng nhau làm đường, dựng nhà và giữ rừng đầu nguồn. ".repeat(3).trim();
	const four = (tag: string) => `<${tag}>${paragraph}</${tag}>`.repeat(4);

	test.each([
		{
			name: "by Joomla whose author has no label with a colon",
			html: `<dl><dd class="createdby">Viết bởi <span>Lê Thị Hoa</span></dd></dl><div class="item-page">${four("p")}</div>`,
			expected: { authors: ["Lê Thị Hoa"] },
		},
		{
			name: "by Drupal with author and date in one sentence",
			html: `<div class="submitted">Được gửi bởi <span>Lê Thị Hoa</span> vào 06/05/2019 - 08:30</div><div class="field-body">${four("p")}</div>`,
			expected: { authors: ["Lê Thị Hoa"], date: "06/05/2019 - 08:30" },
		},
		{
			name: "with the date between lead and text",
			html: `<div class="content"><p><b>${paragraph}</b></p><div>Thứ hai, 06/05/2019 08:30</div>${four("p")}</div>`,
			expected: { lead: paragraph, date: "Thứ hai, 06/05/2019 08:30" },
		},
		{
			name: "whose paragraphs are boxes without a known name",
			html: `<div id="phan-chu">${four("div")}</div>`,
			expected: { body: { html: expect.stringContaining(paragraph) } },
		},
		{
			name: "whose text only its own script would show",
			html: `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", articleBody: `${paragraph}\n\n${paragraph}` })}</script><div id="app"></div>`,
			expected: {
				body: { html: `<p>${paragraph}</p><p>${paragraph}</p>` },
				doubts: [{ detail: expect.stringContaining("articleBody") }],
			},
		},
		{
			name: "signed by an author and a newspaper",
			html: `<div class="content">${four("p")}<p align="right">Vàng A Sử</p><p align="right">Theo Báo Sông Cầu</p></div>`,
			expected: { authors: ["Vàng A Sử"], source: "Báo Sông Cầu" },
		},
	])("reads a page $name", ({ html, expected }) => {
		expect(article(`<h1>Xã vùng cao mở đường</h1>${html}`)).toMatchObject(expected);
	});

	test("reads a paragraph of two megabytes on one line", () => {
		const read = article(`<h1>Một dòng rất dài</h1><div><p>${"chữ nghĩa, ".repeat(180_000)}</p></div>`);
		expect(read.title).toBe("Một dòng rất dài");
	}, 60_000);

	test("runs no script and keeps none", () => {
		const html = readFileSync(`${folder}/broadcaster.html`, "utf8").replace(
			'<div class="noidung">',
			'<div class="noidung"><script>globalThis.ran = true</script><style>p{}</style>',
		);
		expect(article(html).body).toEqual({ html: expect.not.stringContaining("<script") });
		expect("ran" in globalThis).toBe(false);
	});
});
