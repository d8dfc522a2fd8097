import { describe, expect, test } from "vitest";
import { asIsoDateTime, asUrlPath } from "../../../model/ids.ts";
import { sampleArticle, sampleSite } from "../../components/sample-views.ts";
import type { ArticleView } from "../../views.ts";
import { ArticlePage } from "./article-page.tsx";

function page(view: Partial<ArticleView>, bodyHtml = "<p>Nội dung.</p>"): string {
	return String(
		<ArticlePage
			view={{ ...sampleArticle, ...view }}
			site={sampleSite}
			address={asUrlPath("/2017/07/13/bai.html")}
			bodyHtml={bodyHtml}
		/>,
	);
}

/** The text of a page, without tags. */
function text(html: string): string {
	return html.replace(/<[^>]*>/g, "").replace(/\s+/g, " ");
}

describe("ArticlePage", () => {
	test("escapes a title's special characters everywhere", () => {
		const html = page({ title: `Họp <b>dân</b> & "bàn"` });
		expect(html).toContain("<h1>Họp &lt;b&gt;dân&lt;/b&gt; &amp; &quot;bàn&quot;</h1>");
		expect(html).not.toContain("<b>");
	});

	test("shows the body's rendered HTML unchanged", () => {
		expect(page({}, "<p>Nước <em>chảy</em></p>")).toContain(
			'<div class="prose"><p>Nước <em>chảy</em></p></div>',
		);
	});

	test("shows weekday, day and time of publishing and of an update", () => {
		const html = page({ updated: asIsoDateTime("2017-07-14T08:05:00+07:00") });
		expect(html).toContain('<time datetime="2017-07-13T14:01:00+07:00">Thứ Năm, 13/07/2017 | 14:01</time>');
		expect(text(html)).toContain("Cập nhật: 14/07/2017 08:05");
	});

	test("shows a province's present name if it has changed", () => {
		const province = { label: "Bình Phước", address: asUrlPath("/tinh/binh-phuoc/") };
		const renamed = {
			...province,
			now: {
				relation: "partOf" as const,
				units: [{ label: "thành phố Đồng Nai", address: asUrlPath("/tinh/dong-nai/") }],
			},
		};
		expect(text(page({ province: renamed }))).toContain("Bình Phước (nay thuộc thành phố Đồng Nai)");
		expect(page({ province: renamed })).toContain('href="/tinh/dong-nai/"');
		expect(text(page({ province }))).not.toContain("nay ");
	});

	test("shows how often it was corrected, and what was wrong, the latest first", () => {
		const correction = (day: string, text: string) => ({
			date: asIsoDateTime(`2017-07-${day}T09:00:00+07:00`),
			text,
		});
		const html = page({ corrections: [correction("14", "Sửa tên thôn."), correction("20", "Sửa số hộ.")] });
		expect(html).toContain('<a href="#dinh-chinh">Đã sửa 2 lần</a>');
		expect(text(html.slice(html.indexOf('id="dinh-chinh"')))).toMatch(
			/Đính chính.*20\/07\/2017 \| 09:00.*Sửa số hộ\..*14\/07\/2017.*Sửa tên thôn\./,
		);
		expect(text(page({}))).not.toContain("Đính chính");
	});

	test("links to the archive of its day and month", () => {
		expect(page({})).toContain('href="/2017/07/13/"');
		expect(page({})).toContain('href="/2017/07/"');
	});

	test("shows format and size of an attachment", () => {
		const attachments = [
			{ title: "Kế hoạch 12", address: asUrlPath("/tep/a.pdf"), size: 482_133, format: "PDF" },
		];
		expect(text(page({ attachments }))).toContain("Kế hoạch 12 PDF, 471 KB");
	});

	test("shows that an announcement has expired", () => {
		const html = page({ expired: asIsoDateTime("2018-01-01T00:00:00+07:00") });
		expect(text(html)).toContain("hết hiệu lực từ ngày 01/01/2018");
	});

	test("has no empty elements if little is known", () => {
		expect(page({})).not.toMatch(/<(?!td)(\w+)(?: [^>]*[^/])?><\/(?!path)\1>/);
		expect(page({})).not.toContain('class="by-line"');
		expect(page({})).not.toContain("<dl");
	});

	test("hides parts that need a script", () => {
		for (const tool of ["share", "copy", "print", "smaller"]) {
			expect(page({})).toMatch(
				new RegExp(`<li[^>]*hidden=""[^>]*><button type="button" data-tool="${tool}"`),
			);
		}
	});
});
