/** Which part of a page is the article's text. Each case once began or ended at the wrong place. */
import { describe, expect, test } from "vitest";
import { markdownOfHtml } from "../../markdown-of-html.ts";
import { type PageArticle, readPage } from "./read-page.ts";

const opening = "Sáng nay, hơn ba trăm người dân bản Nà Phặc cùng ra đồng nạo vét mương nước trước vụ cấy.";
const middle = "Mỗi nhà góp hai ngày công, riêng nhà có người già yếu được cả xóm làm giúp cho kịp con nước.";
const third = "Đến trưa, gần bốn cây số mương chính đã thông, nước về tới chân ruộng cao nhất của xóm Đồi.";
const ending = "Trưởng bản cho biết tuần sau bà con sẽ làm tiếp đoạn qua suối, dự kiến xong trước ngày rằm.";
const all = [opening, middle, third, ending];
const p = (text: string) => `<p>${text}</p>`;
const body = all.map(p).join("");

function pageOf(inner: string, title = "Ra quân nạo vét mương"): PageArticle {
	const reading = readPage(
		`<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1><p class="date">03/02/2021 08:15</p>${inner}</body></html>`,
	);
	if ("unreadable" in reading) throw new Error(reading.unreadable);
	return reading.article;
}

function paragraphsOf({ body: text }: PageArticle): string[] {
	if (!("html" in text)) throw new Error("A page's body is HTML.");
	const picture = () => undefined;
	return markdownOfHtml(text.html, { picture, link: (href) => href }).split("\n\n");
}

describe("a line that looks like a page's end", () => {
	test.each([
		{
			name: "a picture's credit with its sign",
			line: '<div class="pic"><img src="a.jpg"><div>© Báo Bản</div></div>',
			shown: ["*© Báo Bản*"],
		},
		{ name: "a credit between paragraphs", line: p("Copyright: Lò Mai"), shown: ["Copyright: Lò Mai"] },
		{ name: "a year and a sign", line: p("© 2021 Báo Bản"), shown: ["© 2021 Báo Bản"] },
		{ name: "a heading of readers' opinions", line: p("Ý kiến bạn đọc"), shown: ["Ý kiến bạn đọc"] },
	])("does not end an article that continues: $name", ({ line, shown }) => {
		const read = pageOf(
			`<div class="detail-content">${p(opening)}${line}${[middle, third, ending].map(p).join("")}</div>`,
		);
		expect(paragraphsOf(read)).toEqual([opening, ...shown, middle, third, ending]);
	});

	test("ends the article if only the page's own text follows, which is reported", () => {
		const read = pageOf(
			`<div class="detail-content">${body}<p>© 2021 Cổng thông tin xã Nà Phặc</p><p>Giữ bản quyền.</p></div>`,
		);
		expect(paragraphsOf(read)).toEqual(all);
		expect(read.leftOut).toEqual(["© 2021 Cổng thông tin xã Nà Phặc", "Giữ bản quyền."]);
	});

	test("removes a box of other stories from the middle, and reports it", () => {
		const box =
			'<p>Các tin khác</p><p><a href="/1">Mùa măng ở xóm Đồi</a></p><p><a href="/2">Họp chợ phiên đầu năm</a></p>';
		const read = pageOf(
			`<div class="detail-content">${p(opening)}${box}${[middle, third, ending].map(p).join("")}</div>`,
		);
		expect(paragraphsOf(read)).toEqual(all);
		expect(read.leftOut).toEqual(["Các tin khác", "Mùa măng ở xóm Đồi", "Họp chợ phiên đầu năm"]);
	});
});

test.each(['<p style="color: red; display:none">', '<div style="visibility:hidden"><p>', "<p hidden>"])(
	"hidden text is imported and reported: %s",
	(open) => {
		const close = open.startsWith("<div") ? "</p></div>" : "</p>";
		const read = pageOf(`<div class="bai">${body}${open}Chữ mà không ai thấy.${close}</div>`);
		expect(paragraphsOf(read)).toEqual([...all, "Chữ mà không ai thấy."]);
		expect(JSON.stringify(read.doubts)).toContain("Chữ mà không ai thấy.");
	},
);

describe("a known place", () => {
	const said =
		"Tôi ở xóm Đồi, năm nào ruộng nhà tôi cũng khát nước, nay được bà con giúp thì mừng lắm, xin cảm ơn mọi người.";

	test.each([
		{
			name: "a list of WordPress",
			html: `<ol class="commentlist"><li class="comment"><div class="entry-content">${p(said)}</div></li></ol>`,
		},
		{
			name: "an area by its id",
			html: `<section id="comments"><div class="post-content">${p(said)}${p(said)}</div></section>`,
		},
		{
			name: "a property of schema.org",
			html: `<div itemprop="comment"><div itemprop="articleBody">${p(said)}</div></div>`,
		},
		{
			name: "a type of schema.org",
			html: `<div itemscope itemtype="https://schema.org/Comment"><div class="entry-content">${p(said)}</div></div>`,
		},
		{
			name: "a Vietnamese name",
			html: `<div class="binh-luan"><div class="content-detail">${p(said)}</div></div>`,
		},
		{
			name: "Facebook's",
			html: `<div class="fb-comments"><div class="detail-content">${p(said)}</div></div>`,
		},
	])("is not used if it contains readers' comments: $name", ({ html }) => {
		const read = pageOf(`<div class="bai">${body}</div>${html}`);
		expect(paragraphsOf(read)).toEqual(all);
		expect(read.leftOut?.join(" ")).toContain(said);
	});

	test.each([
		{
			name: "the rest stands beside it",
			html: `<section itemprop="articleBody">${p(opening)}</section><section>${[middle, third, ending].map(p).join("")}</section>`,
		},
		{
			name: "the rest stands beside its wrapper",
			html: `<div class="row"><div><div class="entry-content">${p(opening)}${p(middle)}</div></div><div class="phan-hai">${p(third)}${p(ending)}</div></div>`,
		},
		{
			name: "the beginning stands before it",
			html: `<div class="mo-dau">${p(opening)}${p(middle)}</div><div class="news-body">${p(third)}${p(ending)}</div>`,
		},
	])("is used with the text that continues where $name", ({ html }) => {
		const read = pageOf(html);
		expect([...(read.lead === undefined ? [] : [read.lead]), ...paragraphsOf(read)]).toEqual(all);
	});

	test.each([
		{ name: "a sidebar", html: `<div class="sidebar">${p(said)}${p(said)}</div>` },
		{
			name: "other stories with their leads",
			html: `<div class="khoi">${['<h3><a href="/1">Mùa măng ở xóm Đồi đã về rồi đó</a></h3>', p(said)].join("").repeat(4)}</div>`,
		},
		{
			name: "the imprint",
			html: `<div class="cuoi">${p("Cơ quan chủ quản: Ủy ban nhân dân xã Nà Phặc. Chịu trách nhiệm nội dung: ông Lò Văn Mai.")}</div>`,
		},
	])("is used without what is around it: $name", ({ html }) => {
		expect(paragraphsOf(pageOf(`<div class="detail-content">${body}</div>${html}`))).toEqual(all);
	});

	test("is reported with a doubt if much text stays outside", () => {
		const other = `<div class="khoi">${['<h3><a href="/1">Mùa măng ở xóm Đồi đã về rồi đó</a></h3>', p(said)].join("").repeat(4)}</div>`;
		expect(pageOf(`<div class="detail-content">${body}</div>${other}`).doubts).toContainEqual({
			detail: expect.stringContaining("ngoài phần được coi là nội dung"),
			confidence: 0.4,
		});
	});
});

describe("title and author", () => {
	const title = "Ra quân nạo vét mương";

	test.each([
		{
			name: "a heading in a wrapper",
			html: `<div class="title"><h2 class="tt">${title}</h2><div class="meta"><span>Lò Mai - 03/02/2021 08:15</span></div></div>`,
			author: "Lò Mai",
		},
		{
			name: "text in a wrapper",
			html: `<div class="news-title">${title} <span>Thứ Tư, 03/02/2021 | 08:15 GMT+7</span></div>`,
			author: undefined,
		},
		{
			name: "the name behind the date",
			html: `<h2>${title}</h2><p>03/02/2021 | Lò Mai | Lượt xem: 7.370</p>`,
			author: "Lò Mai",
		},
		{
			name: "a name with its label",
			html: `<h2>${title}</h2><p>Tác giả: Lò Mai | 03/02/2021 08:15</p>`,
			author: "Lò Mai",
		},
		{
			name: "text in a wrapper above a block",
			html: `<div class="title-detail">${title}<div class="date">Thứ Tư, 03/02/2021 | 08:15 GMT+7</div></div>`,
			author: undefined,
		},
	])("are distinguished: $name", ({ html, author }) => {
		const reading = readPage(
			`<html><head><title>${title} | Trang tin bản Nà Phặc</title></head><body>${html}<div class="detail-content">${body}</div></body></html>`,
		);
		expect(reading).toMatchObject({ article: { title, date: expect.stringContaining("03/02/2021") } });
		if ("article" in reading) expect(reading.article.authors?.[0]).toBe(author);
	});

	test.each(["Cty TNHH Giải pháp số Mường", "VNPT Bản Nà", "Công ty Cổ phần Phần mềm Suối", "NukeViet 4"])(
		"a signature is preferred to “%s”, the company that built the portal",
		(vendor) => {
			const html = (end: string) =>
				`<html><head><title>${title}</title><meta name="author" content="${vendor}"></head><body><h1>${title}</h1><div class="detail-content">${body}${end}</div></body></html>`;
			const signed = readPage(
				html(
					'<p style="text-align:right"><b>Lò Mai</b></p><div>Tags : <a href="/t">nạo vét</a>, <a href="/u">mương</a></div>',
				),
			);
			expect(signed).toMatchObject({ article: { authors: ["Lò Mai"], tags: ["nạo vét", "mương"] } });
			const unsigned = readPage(html(""));
			expect("article" in unsigned && unsigned.article.authors).toBeUndefined();
		},
	);

	test("does not use the title as a tag, and removes a breadcrumb's arrow from the category", () => {
		const reading = readPage(
			`<html><head><title>${title}</title><meta name="keywords" content="${title}, thủy lợi"></head><body><div class="breadcrumb"><a href="/">Trang chủ »</a> <a href="/x">Tin xã »</a></div><h1>${title}</h1><div class="detail-content">${body}</div></body></html>`,
		);
		expect(reading).toMatchObject({ article: { tags: ["thủy lợi"], categories: ["Tin xã"] } });
	});

	test("reads the source in brackets on the last line", () => {
		expect(pageOf(`<div class="detail-content">${body}${p("(Nguồn: Báo Bản)")}</div>`)).toMatchObject({
			source: "Báo Bản",
		});
		expect(pageOf(`<div class="detail-content">${body}${p("© Báo Bản")}</div>`)).toMatchObject({
			source: "Báo Bản",
		});
	});

	test("takes the source's address, and a newspaper in a line without alignment", () => {
		const link = '<a href="https://bao.example.vn/1.html">Báo Bản</a>';
		expect(pageOf(`<div class="detail-content">${body}<p>Nguồn: ${link}</p></div>`)).toMatchObject({
			source: "Báo Bản",
			link: "https://bao.example.vn/1.html",
		});
		expect(pageOf(`<div class="detail-content">${body}${p("Theo Báo Bản")}</div>`)).toMatchObject({
			source: "Báo Bản",
		});
	});

	test("keeps a last paragraph that begins like a by-line", () => {
		const last = "Theo kế hoạch, mỗi thôn làm xong một đoạn mương trước mùa mưa.";
		const read = pageOf(`<div class="detail-content">${body}${p(last)}</div>`);
		expect(read).not.toHaveProperty("authors");
		expect(JSON.stringify(read)).toContain(last);
	});

	test.each(["© 2024 Báo Bản giữ bản quyền ảnh", "Ý kiến bạn đọc"])(
		"doubts that “%s” ends the text if sentences follow",
		(line) => {
			const read = pageOf(
				`<div class="detail-content">${body}${p(line)}${p("Chiều về, bà con nghỉ tay.")}</div>`,
			);
			expect(read.doubts).toMatchObject([{ detail: expect.stringContaining("bà con nghỉ tay") }]);
		},
	);

	test.each([
		["Đăng ngày 03/02/2021 bởi Lò Mai", "03/02/2021"],
		["Ngày đăng: 03/02/2021 Lượt xem: 1.205", "03/02/2021"],
	])("reads the date of the line “%s”", (line, day) => {
		const reading = readPage(
			`<body><h1>${title}</h1><div>${line}</div><div class="detail-content">${body}</div></body>`,
		);
		expect(reading).toMatchObject({ article: { date: expect.stringContaining(day) } });
	});

	test("prefers a shown date to a placeholder in the metadata", () => {
		const data =
			'{"@type":"NewsArticle","headline":"x","datePublished":"0001-01-01T00:00:00","dateModified":"1970-01-01"}';
		const reading = readPage(
			`<html><head><script type="application/ld+json">${data}</script><meta property="article:published_time" content="0000-00-00"></head><body><h1>${title}</h1><span>Đăng ngày 03/02/2021 08:15</span><div class="detail-content">${body}</div></body></html>`,
		);
		expect(reading).toMatchObject({ article: { date: expect.stringContaining("03/02/2021 08:15") } });
		if ("article" in reading) expect(reading.article).not.toHaveProperty("updated");
	});
});
