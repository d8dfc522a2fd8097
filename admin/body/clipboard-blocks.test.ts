import { readdirSync, readFileSync } from "node:fs";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { readClipboardHtml } from "./clipboard-blocks.ts";
import { writeBlock } from "./write-block.ts";

const folder = "test/fixtures/clipboard";
const fixtures = readdirSync(folder).filter((name) => name.endsWith(".html"));

function read(html: string) {
	const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
	const { blocks, missingPictures } = readClipboardHtml(document.body as unknown as Element);
	return { markdown: blocks.map(writeBlock).join("\n\n"), missingPictures };
}

describe("readClipboardHtml", () => {
	test.each(fixtures)("%s becomes clean Markdown", (name) => {
		const html = readFileSync(`${folder}/${name}`, "utf8");
		const inner = /<body[^>]*>([\s\S]*)<\/body>/.exec(html)?.[1] ?? html;
		expect(`${read(inner).markdown}\n`).toBe(
			readFileSync(`${folder}/${name.replace(/html$/, "md")}`, "utf8"),
		);
	});

	test.each([
		["word.html", 1],
		["google-docs.html", 1],
		["web-page.html", 1],
		["libreoffice.html", 0],
	])("counts the pictures that %s refers to without including them", (name, count) => {
		expect(read(readFileSync(`${folder}/${name}`, "utf8")).missingPictures).toBe(count);
	});

	test("turns a picture in the clipboard into a figure", () => {
		const { markdown, missingPictures } = read(
			'<p>Một <img src="data:image/png;base64,AAAA" alt="Bà con"> hai</p>',
		);
		expect(markdown).toBe("Một\n\n![Bà con](data:image/png;base64,AAAA)\n\nhai");
		expect(missingPictures).toBe(0);
	});

	test.each([
		[
			'<p>Họp <ins cite="mailto:An" datetime="2026-11-01">hai</ins><del cite="mailto:An" datetime="2026-11-01">ba</del> lần<span class="MsoCommentReference"><a class="msocomanchor" href="#_msocom_1">[TA1]</a></span>.</p><div style="mso-element:comment-list"><hr><p>Xem lại</p></div>',
			"Họp hai lần.",
		],
		[
			'<p><a href="https://l.facebook.com/l.php?u=https%3A%2F%2Ftin.example%2Fa%3Ffbclid%3DX&h=1">a</a></p>',
			"[a](https://tin.example/a)",
		],
		[
			'<p><a href="https://apc01.safelinks.protection.outlook.com/?url=https%3A%2F%2Ftin.example%2Fb&data=05">b</a></p>',
			"[b](https://tin.example/b)",
		],
		['<p>Vui <img alt="🎉" src="https://anh.invalid/1.png"></p>', "Vui 🎉"],
	])("leaves out what programs add: %s", (html, markdown) => {
		expect(read(html)).toEqual({ markdown, missingPictures: 0 });
	});

	test.each([
		[
			"cells over several rows",
			'<table><tr><th rowspan="2">Xã</th><th colspan="2">Số hộ</th></tr><tr><th>2024</th><th>2025</th></tr><tr><td rowspan="9">Tân Lập</td><td align="right">12</td><td>15</td></tr><tr><td>7</td></tr></table>',
			"| Xã | Số hộ |  |\n| --- | --- | --- |\n|  | 2024 | 2025 |\n| Tân Lập | 12 | 15 |\n|  | 7 |  |",
		],
		["an emoji of several", "<p>Nhà 👨‍👩‍👧 và 👩🏽‍🌾, tà\u200Di liệu</p>", "Nhà 👨‍👩‍👧 và 👩🏽‍🌾, tài liệu"],
		[
			"small numbers",
			'<p>500 m<sup>2</sup>, H<sub>2</sub>O, 10<span style="font-size:8pt;vertical-align:super">-3</span>, a<sup>(1)</sup></p>',
			"500 m², H₂O, 10⁻³, a(1)",
		],
		[
			"notes of LibreOffice",
			'<p>Có<a class="sdfootnoteanc" href="#sdfootnote1sym"><sup>1</sup></a> chú.</p><div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" href="#sdfootnote1anc">1</a> Lời chú.</p></div>',
			"Có[^1] chú.\n\n[^1]: Lời chú.",
		],
		[
			"notes at the end of a Word document",
			'<p>Một<a href="#_ftn1" name="_ftnref1">[1]</a> hai<a href="#_edn1" name="_ednref1">[i]</a>.</p><hr align=left size=1 width="33%"><div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> Lời một.</p></div><div id=edn1><p><a href="#_ednref1" name="_edn1">[i]</a> Lời hai.</p></div>',
			"Một[^1] hai[^e1].\n\n[^1]: Lời một.\n\n[^e1]: Lời hai.",
		],
		[
			"an item of two paragraphs",
			'<ol><li role="checkbox" aria-checked="true"><img alt="checked" src="data:image/png;base64,AAAA"><p>Hai</p><p>đoạn</p></li></ol>',
			"1. ☑ Hai\\\n   đoạn",
		],
		["checkboxes", '<p><input type="checkbox"> Một <input type="checkbox" checked> hai</p>', "☐ Một ☑ hai"],
		["signs of Word", `<p>Sáng <span style='font-family:Wingdings'>à</span> chiều</p>`, "Sáng → chiều"],
		["lines of a letter", "<pre>Kính gửi\nĐoạn hai\n\nHết</pre>", "Kính gửi\\\nĐoạn hai\n\nHết"],
		[
			"lines that a style keeps",
			'<div style="white-space-collapse: preserve;"><span>Một\nhai</span> <span style="white-space: normal">ba\nbốn</span></div>',
			"Một\\\nhai ba bốn",
		],
		[
			"numbers of Word that go on after a paragraph, and its numbered headings",
			"<h2 style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>I.</span> Mở đầu</h2><p style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.</span>Một</p><p>Xen.</p><p style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>2.</span>Hai</p><p style='mso-list:l1 level2 lfo2'><span style='mso-list:Ignore'>2.1.</span>Sâu</p><p style='mso-list:l2 level1 lfo3'><span style='mso-list:Ignore'>đ)</span>Đ</p>",
			"## I. Mở đầu\n\n1. Một\n\nXen.\n\n2. Hai\n   1. Sâu\n3. Đ",
		],
		[
			"letters within letters",
			"<blockquote>Em gửi.<blockquote>Lời trước</blockquote></blockquote>",
			"> Em gửi.\n>\n> Lời trước",
		],
		[
			"a formula once",
			'<p><math><mi>x</mi><annotation>x</annotation></math><span class="katex-html">x</span></p>',
			"x",
		],
	])("keeps %s", (_, html, markdown) => {
		expect(read(html)).toEqual({ markdown, missingPictures: 0 });
	});

	test("never keeps a picture's address on another host", () => {
		expect(read('<p><img src="https://anh.invalid/a.jpg" alt="x"></p>').markdown).toBe("");
	});

	test("reads deep and long input in linear time", () => {
		const deep = `${"<div>".repeat(3000)}Sâu${"</div>".repeat(3000)}`;
		expect(read(deep).markdown).toBe("Sâu");
		expect(read("<b>a</b> ".repeat(20_000)).markdown.length).toBeGreaterThan(20_000);
	});
});
