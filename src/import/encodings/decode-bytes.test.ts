import { describe, expect, test } from "vitest";
import { decodeBytes, decodeCharacters } from "./decode-bytes.ts";
import { toTcvn3 } from "./tcvn3.ts";
import { toVni } from "./vni.ts";
import { toWindows1258 } from "./windows-1258.ts";

const text = "Hội nghị bàn về đường làng, nước sạch và trường học ở xã.\nNăm nay tỉnh đã làm hai mươi cầu.";
const small = text.toLowerCase();
const bytes = (shown: string) => Buffer.from(shown, "latin1");
const utf16be = Buffer.from(text, "utf16le").swap16();

describe("decodeBytes", () => {
	test.each([
		{ encoding: "utf-8", given: Buffer.from(text), read: text },
		{ encoding: "utf-8", given: Buffer.from(`\uFEFF${text}`), read: text },
		{ encoding: "utf-16le", given: Buffer.from(`\uFEFF${text}`, "utf16le"), read: text },
		{ encoding: "utf-16le", given: Buffer.from(text, "utf16le"), read: text },
		{ encoding: "utf-16be", given: utf16be, read: text },
		{ encoding: "tcvn3", given: bytes(toTcvn3(small)), read: small },
		{ encoding: "vni", given: bytes(toVni(text)), read: text },
		{ encoding: "windows-1258", given: bytes(toWindows1258(text)), read: text },
	])("reads $encoding", ({ encoding, given, read }) => {
		expect(decodeBytes(given)).toMatchObject({ encoding, text: read });
	});

	test("ignores a charset that the bytes contradict", () => {
		expect(decodeBytes(Buffer.from(text), { charset: "windows-1258" }).text).toBe(text);
		expect(decodeBytes(bytes(toTcvn3(small)), { charset: "utf-8" }).text).toBe(small);
	});

	test("reads lines in UTF-8 beside lines in TCVN3", () => {
		const mixed = Buffer.concat([Buffer.from(`${text}\n`), bytes(toTcvn3(small))]);
		expect(decodeBytes(mixed).text).toBe(`${text}\n${small}`);
	});

	test("recognises UTF-8 with a broken character", () => {
		const broken = Buffer.concat([Buffer.from(text), Buffer.of(0xe1, 0xbb)]);
		expect(decodeBytes(broken)).toMatchObject({ encoding: "utf-8", text: `${text}\uFFFD` });
	});

	test("reads quotation marks of windows-1252", () => {
		expect(decodeBytes(Buffer.of(0x93, 0x41, 0x94)).text).toBe("“A”");
	});

	test("decodes no bytes to an empty text", () => {
		expect(decodeBytes(new Uint8Array()).text).toBe("");
	});
});

describe("decodeCharacters", () => {
	test("leaves TCVN3 unconverted, since that needs the fonts", () => {
		expect(decodeCharacters(bytes("bé tµi chÝnh"))).toMatchObject({
			text: "bé tµi chÝnh",
			charset: "windows-1252",
		});
	});
});
