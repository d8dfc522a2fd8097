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
	["a.odt", "PK\x03\x04", "lưu thành .docx"],
	["a.eml", "From: a@example.vn\r\n\r\nA", "đây là thư điện tử"],
	["a.json", '[{"title": "A"}]', "JSON Lines"],
	["feed", '{"version": "https://jsonfeed.org/version/1.1", "title": "A", "items": []}', "JSON Lines"],
	["ghost", '{"db": [{"data": {"posts": []}}]}', "JSON Lines"],
	["la", "\x01\x02", "--from"],
])("says what to do with %s, which the importer cannot read", async (name, bytes, remedy) => {
	const directory = await mkdtemp(join(tmpdir(), "sources-"));
	onTestFinished(() => rm(directory, { recursive: true }));
	await writeFile(join(directory, name), bytes, "latin1");
	await expect(openSource(join(directory, name), {})).rejects.toThrow(remedy);
});
