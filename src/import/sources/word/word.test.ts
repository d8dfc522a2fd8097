import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { zipOf } from "../../../../test/support/zip-of.ts";
import { sampleOf } from "../sample.ts";
import { readDocxFile } from "./docx-file.ts";
import { word } from "./word.ts";
import { plainText } from "./word-document.ts";

let directory = "";
beforeEach(async () => {
	directory = await mkdtemp(join(tmpdir(), "word-"));
});
afterEach(() => rm(directory, { recursive: true }));

const namespaces =
	'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const styles = `<w:styles ${namespaces}><w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="B"><w:name w:val="Body"/><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="C"><w:name w:val="caption"/></w:style></w:styles>`;
const relations =
	'<Relationships><Relationship Id="r1" Target="media/a.png"/><Relationship Id="r2" Target="https://example.vn/x" TargetMode="External"/></Relationships>';
const core =
	"<cp:coreProperties xmlns:cp='c' xmlns:dc='d'><dc:title>Sai</dc:title><dcterms:created xmlns:dcterms='t'>2019-02-03T01:00:00Z</dcterms:created></cp:coreProperties>";

function docx(body: string, more: Parameters<typeof zipOf>[0] = []): Buffer {
	return zipOf([
		{ name: "[Content_Types].xml", text: "<Types/>" },
		{ name: "word/document.xml", text: `<w:document ${namespaces}><w:body>${body}</w:body></w:document>` },
		{ name: "word/styles.xml", text: styles },
		{ name: "word/_rels/document.xml.rels", text: relations },
		{ name: "word/media/a.png", bytes: Buffer.from("ảnh") },
		...more,
	]);
}

const p = (text: string, style = "", format = "") =>
	`<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r>${format && `<w:rPr>${format}</w:rPr>`}<w:t>${text}</w:t></w:r></w:p>`;

const article = [
	p("Làng Đông làm đường mới", "T"),
	p("Thứ Tư, 13/02/2019"),
	p("Hơn hai trăm hộ ở thôn Đông cùng góp công làm đường.", "", "<w:b/>"),
	p("S¸ng nay, c¸c hé d©n ë th«n b¾t ®Çu lµm ®­êng.", "B"),
	'<w:p><w:r><w:t xml:space="preserve">Xem </w:t></w:r><w:hyperlink r:id="r2"><w:r><w:t>bản đồ</w:t></w:r></w:hyperlink><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del></w:p>',
	'<w:p><w:r><w:drawing><a:blip r:embed="r1"/></w:drawing></w:r></w:p>',
	p("Người dân đổ bê tông.", "C"),
	`<w:tbl><w:tr><w:tc>${p("Thôn")}</w:tc><w:tc>${p("Hộ")}</w:tc></w:tr><w:tr><w:tc>${p("Đông")}</w:tc><w:tc>${p("210")}</w:tc></w:tr></w:tbl>`,
	p("Văn Tám (Ban Dân vận)"),
].join("");

async function itemsOf(path: string) {
	const items = [];
	for await (const item of word.open(path, {}).articles()) items.push(item);
	return items;
}

const openNames =
	'xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:fo="f" xmlns:table="b" xmlns:draw="d" xmlns:xlink="x"';

function odt(body: string, more: Parameters<typeof zipOf>[0] = []): Buffer {
	const kinds =
		'<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/><style:style style:name="P2" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="T1" style:family="text"><style:text-properties fo:font-style="italic"/></style:style><style:style style:name="T2" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>';
	return zipOf([
		{ name: "mimetype", text: "application/vnd.oasis.opendocument.text" },
		{
			name: "content.xml",
			text: `<office:document-content ${openNames}><office:automatic-styles>${kinds}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
		},
		{
			name: "styles.xml",
			text: `<office:document-styles ${openNames}><office:master-styles><style:header><text:p>Đầu trang</text:p></style:header></office:master-styles></office:document-styles>`,
		},
		{ name: "Pictures/a.png", bytes: Buffer.from("ảnh") },
		...more,
	]);
}

describe("word", () => {
	test("makes an article of an .odt file", async () => {
		const t = (text: string, style = "") => `<text:p text:style-name="${style}">${text}</text:p>`;
		const path = join(directory, "bai.odt");
		const body = [
			"<text:tracked-changes><text:deletion><text:p>Bỏ</text:p></text:deletion></text:tracked-changes>",
			t("Làng Đông làm đường mới", "P1"),
			t("Thứ Tư, 13/02/2019"),
			t("Hơn hai trăm hộ ở thôn Đông cùng góp công làm đường.", "P2"),
			t(
				'Rộng 5 m<text:span text:style-name="T2">2</text:span><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Sổ thôn.</text:p></text:note-body></text:note>, xem <text:a xlink:href="https://example.vn/x">bản đồ</text:a>.<office:annotation><text:p>Lời bàn</text:p></office:annotation>',
			),
			"<text:list><text:list-item><text:p>Một</text:p></text:list-item><text:list-item><text:p>Hai</text:p></text:list-item></text:list>",
			t('<draw:frame><draw:image xlink:href="Pictures/a.png"/></draw:frame>'),
			t('<text:span text:style-name="T1">Người dân đổ bê tông.</text:span>'),
			"<table:table><table:table-row><table:table-cell><text:p>Cả thôn</text:p></table:table-cell><table:covered-table-cell/></table:table-row><table:table-row><table:table-cell><text:p>Đông</text:p></table:table-cell><table:table-cell><text:p>210</text:p></table:table-cell></table:table-row></table:table>",
			t("Văn Tám (Ban Dân vận)"),
		];
		await writeFile(path, odt(body.join("")));
		expect(word.recognises(await sampleOf(path))).toBeGreaterThan(0.5);
		const [item] = await itemsOf(path);
		expect(item).toMatchObject({
			title: "Làng Đông làm đường mới",
			date: "Thứ Tư, 13/02/2019",
			lead: "Hơn hai trăm hộ ở thôn Đông cùng góp công làm đường.",
			authors: ["Văn Tám"],
			leftOut: ["Đầu trang\nLời bàn"],
			body: {
				html: [
					'<p>Rộng 5 m<sup>2</sup><sup><a href="#chu-thich-1">1</a></sup>, xem <a href="https://example.vn/x">bản đồ</a>.</p>',
					"<ul><li>Một</li><li>Hai</li></ul>",
					'<figure><img src="Pictures/a.png" alt=""><figcaption>Người dân đổ bê tông.</figcaption></figure>',
					"<table><tr><td>Cả thôn</td><td></td></tr><tr><td>Đông</td><td>210</td></tr></table>",
					'<section class="footnotes"><ol><li id="chu-thich-1">Sổ thôn.</li></ol></section>',
				].join("\n"),
			},
		});
	});

	test.each([
		{
			name: "protected",
			bytes: odt("", [{ name: "META-INF/manifest.xml", text: "<a><encryption-data/></a>" }]),
			problem: "mật khẩu",
		},
		{
			name: "deep",
			bytes: odt("<text:section>".repeat(700) + "</text:section>".repeat(700)),
			problem: "bị hỏng",
		},
		{ name: "cut", bytes: odt("x".repeat(50)).subarray(0, -30), problem: "bị hỏng" },
	])("says what is wrong with an .odt file that is $name", async ({ bytes, problem }) => {
		const path = join(directory, "bai.odt");
		await writeFile(path, bytes);
		expect(await itemsOf(path)).toMatchObject([{ unreadable: expect.stringContaining(problem) }]);
	});

	test("makes an article of a .docx file", async () => {
		const path = join(directory, "bai.docx");
		await writeFile(path, docx(article));
		const [item] = await itemsOf(path);
		expect(item).toMatchObject({
			position: 1,
			id: "bai.docx",
			title: "Làng Đông làm đường mới",
			date: "Thứ Tư, 13/02/2019",
			lead: "Hơn hai trăm hộ ở thôn Đông cùng góp công làm đường.",
			authors: ["Văn Tám"],
			organisation: "Ban Dân vận",
			repaired: ["TCVN3 (ABC) → Unicode: 1 đoạn"],
			doubts: [],
			body: {
				html: [
					"<p>Sáng nay, các hộ dân ở thôn bắt đầu làm đường.</p>",
					'<p>Xem <a href="https://example.vn/x">bản đồ</a></p>',
					'<figure><img src="word/media/a.png" alt=""><figcaption>Người dân đổ bê tông.</figcaption></figure>',
					"<table><tr><td>Thôn</td><td>Hộ</td></tr><tr><td>Đông</td><td>210</td></tr></table>",
				].join("\n"),
			},
			files: [{ reference: "word/media/a.png", caption: "Người dân đổ bê tông." }],
		});
		const [picture] = item && "files" in item ? (item.files ?? []) : [];
		expect(Buffer.from((await picture?.read?.()) ?? "").toString()).toBe("ảnh");
	});

	const run = (text: string, format = "") =>
		`<w:r>${format && `<w:rPr>${format}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
	const note = (text: string) =>
		`<w:footnotes ${namespaces}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2">${p(text)}</w:footnote></w:footnotes>`;
	test.each([
		{
			name: "signs of symbol fonts",
			body: `<w:p>${run("30")}<w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r>${run("C ")}<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>${run("\uF0E0", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')}</w:p>`,
			html: "<p>30°C ✓→</p>",
		},
		{
			name: "numbers above and below the line",
			body: `<w:p>${run("100 m")}${run("2", '<w:vertAlign w:val="superscript"/>')}${run(", H")}${run("2", '<w:vertAlign w:val="subscript"/>')}${run("O")}</w:p>`,
			html: "<p>100 m<sup>2</sup>, H<sub>2</sub>O</p>",
		},
		{
			name: "a paragraph whose end was deleted",
			body: `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run("Nối ")}</w:p><w:p>${run("liền.")}</w:p>`,
			html: "<p>Nối liền.</p>",
		},
		{
			name: "a row that was deleted",
			body: `<w:tbl><w:tr><w:tc>${p("Xã")}</w:tc></w:tr><w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc><w:p><w:del>${run("bỏ")}</w:del></w:p></w:tc></w:tr></w:tbl>`,
			html: "<table><tr><td>Xã</td></tr></table>",
		},
		{
			name: "a footnote, which is no by-line",
			body: `<w:p>${run("Số liệu trong sổ được đối chiếu từng năm")}<w:r><w:footnoteReference w:id="2"/></w:r>${run(".")}</w:p>`,
			more: [{ name: "word/footnotes.xml", text: note("Theo báo cáo của xã.") }],
			html: '<p>Số liệu trong sổ được đối chiếu từng năm<sup><a href="#chu-thich-2">2</a></sup>.</p>\n<section class="footnotes"><ol><li id="chu-thich-2">Theo báo cáo của xã.</li></ol></section>',
		},
		{
			name: "a footnote that nothing calls",
			body: p("Số liệu trong sổ được đối chiếu từng năm."),
			more: [{ name: "word/footnotes.xml", text: note("Ghi ở trang sau.") }],
			html: "<p>Số liệu trong sổ được đối chiếu từng năm.</p>\n<p>Ghi ở trang sau.</p>",
		},
		{
			name: "a mark without its footnote",
			body: `<w:p>${run("Số liệu trong sổ được đối chiếu từng năm")}<w:r><w:footnoteReference w:id="9"/></w:r></w:p>`,
			html: "<p>Số liệu trong sổ được đối chiếu từng năm</p>",
		},
	])("reads $name", async ({ body, more, html }) => {
		const path = join(directory, "x.docx");
		await writeFile(path, docx(p("Làng Đông làm đường mới", "T") + body, more));
		const [item] = await itemsOf(path);
		expect(item).toMatchObject({ body: { html } });
		expect(item).not.toHaveProperty("authors");
	});

	test("reads a document whose main part has a number, as Word on the web writes it", async () => {
		const path = join(directory, "x.docx");
		const text = `<w:document ${namespaces}>${p("Làng Đông làm đường mới")}${p("Cả làng góp công.")}</w:document>`;
		await writeFile(path, zipOf([{ name: "word/document2.xml", text }]));
		expect(await itemsOf(path)).toMatchObject([{ body: { html: "<p>Cả làng góp công.</p>" } }]);
	});

	test("does not take tab stops for tabs", async () => {
		const stops = '<w:tabs><w:tab w:val="left" w:pos="567"/></w:tabs>';
		const runs = "<w:r><w:t>Hộ</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>210</w:t></w:r>";
		const { blocks } = await readDocxFile(docx(`<w:p><w:pPr>${stops}</w:pPr>${runs}</w:p>`));
		expect(plainText(blocks)).toBe("Hộ\t210");
	});

	test("guesses a title and reports it, and uses the file's date if there is no other", async () => {
		const path = join(directory, "x.docx");
		await writeFile(
			path,
			docx(p("Chợ phiên vùng cao") + p("Đồng bào các xã về chợ từ sáng sớm."), [
				{ name: "docProps/core.xml", text: core },
			]),
		);
		const [item] = await itemsOf(path);
		expect(item).toMatchObject({ title: "Chợ phiên vùng cao", date: "2019-02-03T01:00:00Z" });
		expect(item && "doubts" in item && item.doubts).toHaveLength(2);
	});

	test("skips the letterhead of an official document", async () => {
		const path = join(directory, "x.docx");
		const head = [
			"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
			"Độc lập - Tự do - Hạnh phúc",
			"Số: 12/BC-DV",
			"-----",
		];
		await writeFile(
			path,
			docx(
				[...head, "Báo cáo công tác quý một", "Ba tháng qua, các xã đã làm đường."]
					.map((line) => p(line))
					.join(""),
			),
		);
		expect(await itemsOf(path)).toMatchObject([{ title: "Báo cáo công tác quý một" }]);
	});

	test("reads a folder in the order of names, whatever the extensions, and continues after broken files", async () => {
		await mkdir(join(directory, "b"));
		const rtf = "{\\rtf1\\ansi Ten bai viet\\par Doan mot cua bai viet.\\par}";
		const files = {
			"a.doc": rtf,
			"b/c.docx": docx(article).subarray(0, 700),
			"b/d.doc": Buffer.from("d0cf11e0a1b11ae1", "hex"),
			"b/~$d.doc": "khóa",
			"b/e.doc": "<html><body>x</body></html>",
			"b/f.docx": docx(""),
			"b/g.docx": docx(article),
			"b/h.txt": "không phải",
		};
		for (const [name, content] of Object.entries(files)) await writeFile(join(directory, name), content);
		expect(await itemsOf(directory)).toMatchObject([
			{ id: "a.doc", title: "Ten bai viet", formerAddresses: ["/a.doc"] },
			{ id: "b/c.docx", unreadable: expect.stringContaining("tải thiếu") },
			{ id: "b/d.doc", unreadable: expect.stringContaining("hỏng") },
			{ id: "b/e.doc", unreadable: expect.stringContaining("HTML") },
			{ id: "b/f.docx", unreadable: "tệp không có chữ nào" },
			{ id: "b/g.docx", position: 6, title: "Làng Đông làm đường mới" },
		]);
	});

	test("recognises Word files by their content and folders by their file names", async () => {
		const path = join(directory, "khong-duoi");
		await writeFile(path, docx(article));
		expect(word.recognises(await sampleOf(path))).toBeGreaterThan(0.5);
		await writeFile(join(directory, "a.rtf"), "{\\rtf1 x}");
		expect(word.recognises(await sampleOf(join(directory, "a.rtf")))).toBeGreaterThan(0.9);
		await writeFile(join(directory, "b.doc"), "");
		expect(word.recognises(await sampleOf(directory))).toBeGreaterThan(0.2);
		await writeFile(join(directory, "x.json"), '{"a":1}');
		expect(word.recognises(await sampleOf(join(directory, "x.json")))).toBe(0);
	});
});

describe("hostile .docx files", () => {
	const bad = (document: string) => zipOf([{ name: "word/document.xml", text: document }]);

	test.each([
		{
			name: "external entities",
			file: bad('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:p><w:t>&e;</w:t></w:p>'),
		},
		{
			name: "entities that grow",
			file: bad('<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><p>&b;</p>'),
		},
		{ name: "deep nesting", file: bad("<w:p>".repeat(100_000)) },
		{ name: "XML that is cut off", file: bad("<w:document><w:p>") },
		{ name: "no document", file: zipOf([{ name: "a.txt", text: "x" }]) },
		{ name: "a part of a hundred megabytes", file: bad(`<p>${" ".repeat(100_000_000)}</p>`) },
		{
			name: "a part that is larger than it says",
			file: zipOf([{ name: "word/document.xml", text: `<p>${" ".repeat(1_000_000)}</p>`, claimedSize: 10 }]),
		},
	])("with $name are refused", async ({ file }) => {
		await expect(readDocxFile(file)).rejects.toThrow(expect.objectContaining({ name: "WordError" }));
	});

	test("pictures outside the document are not read", async () => {
		const escaping = zipOf([
			{ name: "word/document.xml", text: `<w:document ${namespaces}>${article}</w:document>` },
			{ name: "word/_rels/document.xml.rels", text: relations.replace("media/a.png", "../../../etc/passwd") },
		]);
		const document = await readDocxFile(escaping);
		expect(document.pictures.size).toBe(0);
		expect(plainText(document.blocks)).toContain("Làng Đông");
	});
});
