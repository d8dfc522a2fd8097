import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { zipOf } from "../../test/support/zip-of.ts";
import { attachmentExtensions, beginningLength, faultOfAttachment } from "./attachment-types.ts";
import { strings } from "./strings.ts";

function zipped(...names: string[]): string {
	return zipOf(names.map((name) => ({ name, text: "x" }))).toString("latin1");
}

/** The beginning of an OpenDocument file: its first entry, which is not compressed. */
function openDocument(kind: string): string {
	const type = `application/vnd.oasis.opendocument.${kind}`;
	return `PK\x03\x04${"\0".repeat(14)}${String.fromCharCode(type.length)}${"\0".repeat(11)}mimetype${type}`;
}

function compoundFile(stream: string): string {
	return `\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${Buffer.from(stream, "utf16le").toString("latin1")}`;
}

let directory = "";
beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "attachments-"));
});
afterAll(() => rm(directory, { recursive: true }));

/** What is wrong with a file's bytes, which must be the same where only its beginning is at hand. */
async function faultOf(name: string, bytes: Buffer) {
	const path = join(directory, "tep");
	await writeFile(path, bytes);
	const fault = await faultOfAttachment(name, { bytes });
	expect(await faultOfAttachment(name, { bytes: bytes.subarray(0, beginningLength), path })).toEqual(fault);
	return fault;
}

describe("faultOfAttachment", () => {
	test.each([
		{ name: "cong-van.pdf", bytes: "%PDF-1.7\n" },
		{ name: "cong-van.PDF", bytes: "\n\n%PDF-1.4" },
		{ name: "may-in.pdf", bytes: "\x1b%-12345X@PJL\n%PDF-1.4" },
		{ name: "bao-cao.docx", bytes: zipped("[Content_Types].xml", "word/document.xml") },
		{ name: "tren-mang.docx", bytes: zipped("_rels/.rels", "word/document2.xml", "[Content_Types].xml") },
		{ name: "so-lieu.xlsx", bytes: zipped("[Content_Types].xml", "xl/workbook.xml") },
		{ name: "bao-cao.odt", bytes: openDocument("text") },
		{ name: "bao-cao.doc", bytes: compoundFile("WordDocument") },
		{ name: "nen.zip", bytes: zipped("a.txt") },
		{ name: "ghi-chu.txt", bytes: "Trẻ < 5 tuổi, 3 <b 4" },
		{ name: "nhieu-khoang-trang.txt", bytes: `${" ".repeat(500_000)}Một` },
		{ name: "so-lieu.csv", bytes: "a;b\n1;2\n" },
		{ name: "danh-ba.txt", bytes: "Văn phòng <form@tinh.vn>, trẻ <3 tuổi, x <a 5, <table tennis" },
		{ name: "danh-dau.pdf", bytes: "\xef\xbb\xbf\r\n%PDF-1.4" },
		{
			name: "bieu-do.docx",
			bytes: zipped("[Content_Types].xml", "word/document.xml", "word/embeddings/oleObject1.bin"),
		},
		{ name: "bai-hat.mp3", bytes: "\xff\xfb\x90" },
		{ name: "phim.mp4", bytes: "\0\0\0\x18ftypisom" },
		{ name: "anh.jpg", bytes: "\xff\xd8\xff\xe0" },
	])("accepts $name as an attachment", async ({ name, bytes }) => {
		expect(await faultOf(name, Buffer.from(bytes, "latin1"))).toBeUndefined();
	});

	test.each([
		"trang.html",
		"trang.xhtml",
		"hinh.svg",
		"du-lieu.xml",
		"ma.js",
		"ma.php",
		"ma.phtml",
		"chay.exe",
		"bao-cao.docm",
		"22-bai.md",
		"site.yml",
		"khong-duoi",
		"cong-van.pdf.html",
	])("rejects %s", async (name) => {
		expect(await faultOf(name, Buffer.from("%PDF-1.7"))).toEqual(
			strings.notAnAttachment(attachmentExtensions),
		);
	});

	test.each([
		{ name: "cong-van.pdf", bytes: "<!doctype html><script>", fault: strings.otherType("PDF") },
		{ name: "cong-van.pdf", bytes: "<script>alert(1)</script>%PDF-1.4", fault: strings.otherType("PDF") },
		{ name: "cong-van.pdf", bytes: " \n<html>\n%PDF-1.4", fault: strings.otherType("PDF") },
		{ name: "nen.pdf", bytes: `${zipped("a.txt")}%PDF-1.4`, fault: strings.otherType("PDF") },
		{ name: "van-ban.docx", bytes: zipped("word/document.xml"), fault: strings.otherType("DOCX") },
		{ name: "van-ban.docx", bytes: zipped("trang.html"), fault: strings.otherType("DOCX") },
		{
			name: "van-ban.docx",
			bytes: zipped("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
			fault: strings.otherType("DOCX"),
		},
		{
			name: "so-lieu.xlsx",
			bytes: zipped("[Content_Types].xml", "word/document.xml"),
			fault: strings.otherType("XLSX"),
		},
		{ name: "bang.ods", bytes: openDocument("text"), fault: strings.otherType("ODS") },
		{ name: "cai-dat.doc", bytes: compoundFile("Setup"), fault: strings.otherType("DOC") },
		{ name: "ghi-chu.txt", bytes: "\xef\xbb\xbf <p>Một", fault: strings.otherType("TXT") },
		{ name: "ghi-chu.txt", bytes: "\xff\xfe<\0a\0>\0", fault: strings.otherType("TXT") },
		{
			name: "so-lieu.csv",
			bytes: `${"a;b\n".repeat(2000)}<script>alert(1)</script>`,
			fault: strings.otherType("CSV"),
		},
		...[
			"<img src=x onerror=alert(1)>",
			"<a href='javascript:x'>",
			"<form>",
			"<?php x",
			"<x/onclick = y>",
		].map((markup) => ({ name: "chu.txt", bytes: `Một ${markup}`, fault: strings.otherType("TXT") })),
		...["GIF89a", "#!/bin/sh\n", "\x7fELF", "alert(1)//", "Content-Type: text/html\n\n"].map((before) => ({
			name: "hai-loai.pdf",
			bytes: `${before}%PDF-1.4`,
			fault: strings.otherType("PDF"),
		})),
		...["word/VBAPROJECT.BIN", "word/vbaData.xml", "xl/macrosheets/sheet1.xml"].map((part) => ({
			name: "van-ban.docx",
			bytes: zipped("[Content_Types].xml", "word/document.xml", part),
			fault: strings.otherType("DOCX"),
		})),
		{
			name: "doi-ten.docx",
			bytes: zipOf([
				{
					name: "[Content_Types].xml",
					text: '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>',
				},
				{ name: "word/document.xml", text: "x" },
				{ name: "word/media.bin", text: "x" },
			]).toString("latin1"),
			fault: strings.otherType("DOCX"),
		},
		{
			name: "van-ban.odt",
			bytes: zipOf([
				{ name: "mimetype", text: "application/vnd.oasis.opendocument.text", stored: true },
				{ name: "Basic/Standard/Module1.xml", text: "x" },
			]).toString("latin1"),
			fault: strings.otherType("ODT"),
		},
		{ name: "loi.mp3", bytes: "\xff\xfe<\0b\0", fault: strings.otherType("MP3") },
		{ name: "phim.mp4", bytes: "<br>ftyp<script>", fault: strings.otherType("MP4") },
		{ name: "anh.png", bytes: "<svg>", fault: strings.otherType("PNG") },
		{ name: "chu.txt", bytes: "MZ\0\0", fault: strings.otherType("TXT") },
		{ name: "cong-van.pdf", bytes: "", fault: strings.emptyFile },
		{
			name: "cong-van.pdf",
			bytes: "version https://git-lfs.github.com/spec/v1\n",
			fault: strings.lfsPointer,
		},
	])("detects that $name is something else", async ({ name, bytes, fault }) => {
		expect(await faultOf(name, Buffer.from(bytes, "latin1"))).toEqual(fault);
	});

	test("accepts no extension that is not in the list", async () => {
		await fc.assert(
			fc.asyncProperty(fc.string({ unit: "binary" }), fc.uint8Array(), async (extension, bytes) => {
				fc.pre(!attachmentExtensions.includes(extension.toLowerCase()));
				fc.pre(!/[./]/.test(extension));
				expect(await faultOfAttachment(`a.${extension}`, { bytes: Buffer.from(bytes) })).toBeDefined();
			}),
		);
	});
});
