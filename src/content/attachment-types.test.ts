import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attachmentExtensions, faultOfAttachment } from "./attachment-types.ts";
import { strings } from "./strings.ts";

describe("faultOfAttachment", () => {
	test.each([
		{ name: "cong-van.pdf", bytes: "%PDF-1.7\n" },
		{ name: "cong-van.PDF", bytes: "\n\n%PDF-1.4" },
		{ name: "may-in.pdf", bytes: "\x1b%-12345X@PJL\n%PDF-1.4" },
		{ name: "bao-cao.docx", bytes: "PK\x03\x04" },
		{ name: "bao-cao.doc", bytes: "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" },
		{ name: "so-lieu.csv", bytes: "a;b\n1;2\n" },
		{ name: "anh.jpg", bytes: "\xff\xd8\xff\xe0" },
	])("accepts $name as an attachment", ({ name, bytes }) => {
		expect(faultOfAttachment(name, Buffer.from(bytes, "latin1"))).toBeUndefined();
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
	])("rejects %s", (name) => {
		expect(faultOfAttachment(name, Buffer.from("%PDF-1.7"))).toEqual(
			strings.notAnAttachment(attachmentExtensions),
		);
	});

	test.each([
		{ name: "cong-van.pdf", bytes: "<!doctype html><script>", fault: strings.otherType("PDF") },
		{ name: "cong-van.pdf", bytes: "<script>alert(1)</script>%PDF-1.4", fault: strings.otherType("PDF") },
		{ name: "cong-van.pdf", bytes: " \n<html>\n%PDF-1.4", fault: strings.otherType("PDF") },
		{ name: "anh.png", bytes: "<svg>", fault: strings.otherType("PNG") },
		{ name: "chu.txt", bytes: "MZ\0\0", fault: strings.otherType("TXT") },
		{ name: "cong-van.pdf", bytes: "", fault: strings.emptyFile },
		{
			name: "cong-van.pdf",
			bytes: "version https://git-lfs.github.com/spec/v1\n",
			fault: strings.lfsPointer,
		},
	])("detects that $name is something else", ({ name, bytes, fault }) => {
		expect(faultOfAttachment(name, Buffer.from(bytes, "latin1"))).toEqual(fault);
	});

	test("accepts no extension that is not in the list", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), fc.uint8Array(), (extension, bytes) => {
				fc.pre(!attachmentExtensions.includes(extension.toLowerCase()));
				fc.pre(!/[./]/.test(extension));
				expect(faultOfAttachment(`a.${extension}`, bytes)).toBeDefined();
			}),
		);
	});
});
