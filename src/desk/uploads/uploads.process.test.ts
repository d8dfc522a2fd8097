import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { zipOf } from "../../../test/support/zip-of.ts";
import type { UploadAnswer } from "../messages.ts";
import type { Person } from "../people.ts";
import { strings } from "./strings.ts";
import { openUploads, type Uploads } from "./uploads.ts";

const an: Person = { id: "an", name: "Chị An", email: "an@example.vn", roles: [] };
const binh: Person = { ...an, id: "binh" };

let directory: string;
let uploads: Uploads;

beforeEach(async () => {
	directory = await mkdtemp(join(tmpdir(), "tintinh-uploads-"));
	uploads = openUploads(directory);
});

afterEach(async () => {
	await rm(directory, { recursive: true, force: true });
});

async function receive(name: string, bytes: Buffer): Promise<{ answer: UploadAnswer; bytes: Buffer }> {
	const answer = await uploads.receive({ name, bytes }, an);
	if (typeof answer === "string") throw new Error(answer);
	const found = await uploads.find(answer.upload, an);
	if (!found) throw new Error("not kept");
	return found;
}

function picture(width: number, height: number) {
	return sharp({ create: { width, height, channels: 3, background: "#a61b1b" } });
}

describe("a picture", () => {
	test("is turned upright, reduced to 3,000 pixels at most, and loses its EXIF", async () => {
		const source = await picture(3200, 1600)
			.withExif({
				IFD0: { Make: "Camera", ImageDescription: "nơi ở" },
				IFD3: { GPSLatitude: "21/1 2/1 0/1" },
			})
			.withMetadata({ orientation: 6 })
			.jpeg()
			.toBuffer();
		const { answer, bytes } = await receive("IMG_0001.JPG", source);
		expect(answer).toMatchObject({ name: "img-0001.jpg", type: "image/jpeg", width: 1500, height: 3000 });
		const { exif, orientation, format } = await sharp(bytes).metadata();
		expect({ exif, orientation: orientation ?? 1, format }).toEqual({
			exif: undefined,
			orientation: 1,
			format: "jpeg",
		});
		expect(bytes.toString("latin1")).not.toContain("Camera");
	});

	test("may be JPEG, PNG, WebP, AVIF or HEIC, whatever its name says", async () => {
		const kinds = [
			["anh.png", await picture(40, 30).jpeg().toBuffer(), "anh.jpg"],
			["ảnh đẹp.jpg", await picture(40, 30).png().toBuffer(), "anh-dep.png"],
			["anh", await picture(40, 30).webp().toBuffer(), "anh.webp"],
			["anh.avif", await picture(40, 30).avif().toBuffer(), "anh.jpg"],
			["IMG.HEIC", await readFile("test/fixtures/desk/anh.heic"), "img.jpg"],
		] as const;
		for (const [name, source, expected] of kinds) {
			const { answer, bytes } = await receive(name, source);
			expect(answer.name).toBe(expected);
			expect(answer.width).toBeGreaterThan(0);
			expect((await sharp(bytes).metadata()).width).toBe(answer.width);
		}
	});

	test("in HEIC from a phone keeps its content", async () => {
		const { bytes } = await receive("IMG.HEIC", await readFile("test/fixtures/desk/anh.heic"));
		const pixel = (left: number, top: number) =>
			sharp(bytes).extract({ left, top, width: 1, height: 1 }).raw().toBuffer();
		const [corner, rest] = [await pixel(5, 5), await pixel(60, 40)];
		expect(corner[1]).toBeGreaterThan(corner[0] ?? 0);
		expect(rest[0]).toBeGreaterThan(rest[1] ?? 255);
	});

	test("keeps its transparency", async () => {
		const source = await sharp({
			create: { width: 20, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0.5 } },
		})
			.png()
			.toBuffer();
		const { answer, bytes } = await receive("logo.png", source);
		expect(answer.name).toBe("logo.png");
		expect((await sharp(bytes).metadata()).hasAlpha).toBe(true);
	});

	test("that is truncated, animated, scripted or too large for the memory is rejected with a message", async () => {
		const whole = await picture(400, 300).jpeg().toBuffer();
		const bomb = pngHeader(60_000, 60_000);
		const frames = await sharp(
			Buffer.concat([Buffer.alloc(20 * 20 * 3, 9), Buffer.alloc(20 * 20 * 3, 200)]),
			{
				raw: { width: 20, height: 40, channels: 3, pageHeight: 20 },
			},
		)
			.webp()
			.toBuffer();
		const cases = [
			[Buffer.alloc(0), strings.empty],
			[whole.subarray(0, whole.length / 2), strings.broken],
			[frames, strings.animated],
			[Buffer.from("GIF89a\x01\0\x01\0"), strings.animated],
			[
				Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
				strings.drawing,
			],
			[bomb, strings.tooManyPixels(60_000, 60_000)],
			[Buffer.from("....ftypheic........"), strings.broken],
		] as const;
		for (const [bytes, reason] of cases) {
			expect(await uploads.receive({ name: "anh.jpg", bytes }, an)).toBe(reason);
		}
		expect(await readdir(directory)).toEqual([]);
	});
});

describe("an attachment", () => {
	test("must be a PDF or an office file by its bytes", async () => {
		const docx = zipOf([
			{ name: "[Content_Types].xml", text: "<Types/>" },
			{ name: "word/document.xml", text: "<w:document/>" },
		]);
		expect((await receive("Kế hoạch.exe", docx)).answer.name).toBe("ke-hoach.docx");
		const pdf = Buffer.from("%PDF-1.7\n1 0 obj\n");
		expect((await receive("../../etc/passwd", pdf)).answer.name).toBe("passwd.pdf");
	});

	test("with macros, of another type or with a wrong extension is rejected", async () => {
		const macros = zipOf([
			{ name: "[Content_Types].xml", text: "<Types/>" },
			{ name: "word/document.xml", text: "<w:document/>" },
			{ name: "word/vbaProject.bin", text: "x" },
		]);
		const cases = [
			[macros, strings.macros],
			[Buffer.from("<!doctype html><script>alert(1)</script>"), strings.unknown],
			[Buffer.from("<?php phpinfo();"), strings.unknown],
			[Buffer.from("#!/bin/sh\nrm -rf /\n"), strings.unknown],
			[Buffer.from("MZ\x90\0"), strings.unknown],
			[zipOf([{ name: "evil.sh", text: "#!/bin/sh" }]), strings.unknown],
			[Buffer.from("---\ntitle: Bài\n---\n"), strings.unknown],
		] as const;
		for (const [bytes, reason] of cases) {
			expect(await uploads.receive({ name: "van-ban.pdf", bytes }, an)).toBe(reason);
		}
	});
});

test("an upload belongs only to its sender", async () => {
	const { answer } = await receive("anh.png", await picture(4, 4).png().toBuffer());
	expect(await uploads.find(answer.upload, binh)).toBeUndefined();
	expect(await uploads.find(`../${answer.upload}`, an)).toBeUndefined();
});

test("unused uploads are deleted after two days", async () => {
	const { answer } = await receive("anh.png", await picture(4, 4).png().toBuffer());
	await uploads.tidy(Date.now() + 24 * 60 * 60 * 1000);
	expect(await uploads.find(answer.upload, an)).toBeDefined();
	await uploads.tidy(Date.now() + 3 * 24 * 60 * 60 * 1000);
	expect(await uploads.find(answer.upload, an)).toBeUndefined();
});

test("any bytes are either accepted or rejected with a message", async () => {
	const magic = [
		"\xff\xd8\xff",
		"\x89PNG\r\n\x1a\n",
		"RIFF....WEBP",
		"....ftypavif",
		"PK\x03\x04",
		"%PDF-",
		"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
	];
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom("", ...magic),
			fc.uint8Array({ maxLength: 400 }),
			fc.string({ unit: "grapheme", maxLength: 300 }),
			async (beginning, rest, name) => {
				const bytes = Buffer.concat([Buffer.from(beginning, "latin1"), rest]);
				const answer = await uploads.receive({ name, bytes }, an);
				if (typeof answer === "string") expect(answer).toMatch(/\.$/);
				else expect(answer.name).toMatch(/^[a-z0-9-]{1,80}\.[a-z]{3,4}$/);
			},
		),
		{ numRuns: 60 },
	);
});

/** The beginning of a PNG that claims this size. */
function pngHeader(width: number, height: number): Buffer {
	const header = Buffer.alloc(33);
	header.write("\x89PNG\r\n\x1a\n", 0, "latin1");
	header.writeUInt32BE(13, 8);
	header.write("IHDR", 12, "latin1");
	header.writeUInt32BE(width, 16);
	header.writeUInt32BE(height, 20);
	header.set([8, 2, 0, 0, 0], 24);
	header.writeUInt32BE(crc32(header.subarray(12, 29)), 29);
	return Buffer.concat([header, Buffer.from("\0\0\0\0IDAT\x35\xaf\x06\x1e", "latin1")]);
}

function crc32(bytes: Buffer): number {
	let crc = ~0;
	for (const byte of bytes) {
		crc ^= byte;
		for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
	}
	return ~crc >>> 0;
}
