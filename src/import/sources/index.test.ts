import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openSource } from "./index.ts";

test.each([
	[
		"WordPress",
		'<rss xmlns:wp="http://wordpress.org/export/1.2/"><item><title>Một bài</title><content:encoded>Chữ</content:encoded></item></rss>',
	],
	["RSS", "<rss><item><title>Một bài</title><description>Chữ</description></item></rss>"],
	["JSON Lines", '{"title": "Một bài", "body": "Chữ"}\n'],
	["text", "Một bài\nNgày 12/03/2019\nChữ của bài.\n"],
	[
		"a page",
		`<html><body><h1>Một bài</h1><article>${"<p>Chữ của một đoạn dài, có dấu phẩy, đủ để là một bài.</p>".repeat(5)}</article></body></html>`,
	],
])("recognises and reads %s in UTF-16", async (_, text) => {
	const directory = await mkdtemp(join(tmpdir(), "sources-"));
	onTestFinished(() => rm(directory, { recursive: true }));
	for (const mark of ["\uFEFF", ""]) {
		const path = join(directory, "nguon");
		await writeFile(path, `${mark}${text}`, "utf16le");
		const source = await openSource(path, {});
		const items = [];
		for await (const item of source.articles()) items.push(item);
		expect(items).toMatchObject([{ title: "Một bài" }]);
	}
});

test.each([
	["a.xlsx", "PK\x03\x04", "lưu thành CSV"],
	["bang", "PK\x03\x04....xl/workbook.xml", "lưu thành CSV"],
	["a.pdf", "%PDF-1.4\n", "tìm bản Word gốc"],
	["khong-duoi", "%PDF-1.4\n", "tìm bản Word gốc"],
	["a.fodt", "PK\x03\x04", "lưu thành .docx"],
	["a.eml", "From: a@example.vn\r\n\r\nA", "đây là thư điện tử"],
	[
		"thu.txt",
		"From: Lan <a@example.vn>\r\nDate: Tue, 12 Mar 2019 08:30:00 +0700\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nChữ",
		"đây là thư điện tử",
	],
	[
		"thu-2",
		"Received: a\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=B\n\n--B\n",
		"đây là thư điện tử",
	],
	[
		"thu",
		"From a@example.vn Tue Mar 12 08:30:00 2019\nSubject: x\n\nChữ ngày 12/03/2019\n",
		"đây là thư điện tử",
	],
	["rong.docx", "", "tệp rỗng"],
	["sach.epub", "PK\x03\x04", "EPUB"],
	["van-ban.xml", '<?xml version="1.0"?><?mso-application progid="Word.Document"?>', "lưu thành .docx"],
	["trang.zip", "PK\x03\x04....tin/1.html", "giải nén"],
	["goi", "7z\xbc\xaf\x27\x1c", "giải nén"],
	["csdl", "SQLite format 3\0", "ra CSV"],
	["csdl.mdb", "\0\x01\0\0Standard Jet DB\0", "ra CSV"],
	["anh", "\xff\xd8\xff\xe0", "--media"],
	["la", "\x01\x02", "--from"],
])("says what to do with %s, which the importer cannot read", async (name, bytes, remedy) => {
	const directory = await mkdtemp(join(tmpdir(), "sources-"));
	onTestFinished(() => rm(directory, { recursive: true }));
	await writeFile(join(directory, name), bytes, "latin1");
	await expect(openSource(join(directory, name), {})).rejects.toThrow(remedy);
});
