import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openSource } from "./index.ts";

test.each([
	["a.xlsx", "PK\x03\x04", "lưu thành CSV"],
	["bang", "PK\x03\x04....xl/workbook.xml", "lưu thành CSV"],
	["a.pdf", "%PDF-1.4\n", "tìm bản Word gốc"],
	["khong-duoi", "%PDF-1.4\n", "tìm bản Word gốc"],
	["a.odt", "PK\x03\x04", "lưu thành .docx"],
	["a.eml", "From: a@example.vn\r\n\r\nA", "đây là thư điện tử"],
	["a.json", '[{"title": "A"}]', "JSON Lines"],
	["la", "\x01\x02", "--from"],
])("says what to do with %s, which the importer cannot read", async (name, bytes, remedy) => {
	const directory = await mkdtemp(join(tmpdir(), "sources-"));
	onTestFinished(() => rm(directory, { recursive: true }));
	await writeFile(join(directory, name), bytes, "latin1");
	await expect(openSource(join(directory, name), {})).rejects.toThrow(remedy);
});
