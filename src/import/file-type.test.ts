import { describe, expect, test } from "vitest";
import { acceptedTypeOf, fileTypeOf } from "./file-type.ts";

const bytes = (hex: string) => Buffer.from(hex, "hex");

describe("fileTypeOf", () => {
	test.each([
		{ name: "a.png", content: bytes("ffd8ffe0"), extension: ".jpg" },
		{ name: "a.php?id=1", content: bytes("89504e470d0a1a0a"), extension: ".png" },
		{ name: "a", content: Buffer.from("RIFF1234WEBP"), extension: ".webp" },
		{ name: "a.svg", content: Buffer.from('<?xml version="1.0"?><svg xmlns="x"/>'), extension: ".svg" },
		{
			name: "b.svg",
			content: Buffer.from(`${"<!-- a -->".repeat(40)}<!DOCTYPE svg PUBLIC "x">\n<!-- b --><svg>`),
			extension: ".svg",
		},
		{ name: "a.aspx", content: Buffer.from("%PDF-1.7"), extension: ".pdf" },
		{ name: "KH.DOCX", content: bytes("504b0304"), extension: ".docx" },
	])("tells $name by its bytes: $extension", ({ name, content, extension }) => {
		expect(fileTypeOf(content, name)?.extension).toBe(extension);
	});

	test.each([
		{ name: "a drawing with a script", file: "a.svg", content: "<svg><script>x</script></svg>" },
		{ name: "a web page that calls itself a document", file: "a.doc", content: "<!DOCTYPE html><html>" },
		{ name: "a program", file: "a.exe", content: "MZ" },
		{ name: "a program that calls itself a text", file: "a.txt", content: "MZ\u0090" },
		{ name: "a PDF that is none", file: "a.pdf", content: "404 Not Found" },
	])("has no type for $name", ({ file, content }) => {
		expect(fileTypeOf(Buffer.from(content), file)).toBeUndefined();
	});
});

test.each([
	{ name: "cu.doc", content: "{\\rtf1 Văn bản}", extension: ".rtf" },
	{ name: "kh.docx", content: "PK\x03\x04", extension: ".zip" },
	{ name: "bang.xls", content: "<table><tr><td>1", extension: undefined },
	{ name: "anh.bin", content: "GIF89a", extension: ".gif" },
])("imports $name as $extension, which the check accepts", async ({ name, content, extension }) => {
	expect((await acceptedTypeOf(Buffer.from(content, "latin1"), name))?.extension).toBe(extension);
});
