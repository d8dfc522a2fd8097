import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import sharp, { type Sharp } from "sharp";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { encodePicture } from "./encode-picture.ts";
import { inspectPictures } from "./picture-inspector.ts";
import { strings } from "./strings.ts";

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h9v9z"/></svg>';
const pictures = new Map<string, Buffer>([["svg", Buffer.from(drawing)]]);

/** A picture whose parts all differ, so that damage anywhere may show. */
function noise(width: number, height: number): Sharp {
	const pixels = Buffer.alloc(width * height * 3, 0).map((_, at) => (at * 7919) % 251);
	return sharp(pixels, { raw: { width, height, channels: 3 } });
}

beforeAll(async () => {
	for (const format of ["jpeg", "png", "webp", "gif", "tiff", "avif"] as const) {
		pictures.set(format, await noise(90, 60).toFormat(format).toBuffer());
	}
	const frames = [noise(20, 10), noise(20, 10).negate()].map((frame) => frame.png().toBuffer());
	const animation = sharp(await Promise.all(frames), { join: { animated: true } });
	pictures.set("animated.webp", await animation.clone().webp().toBuffer());
	pictures.set("animated.gif", await animation.clone().gif().toBuffer());
});

function folder(files: Readonly<Record<string, Uint8Array>>) {
	const directory = mkdtempSync(join(tmpdir(), "tintinh-"));
	onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
	for (const [name, bytes] of Object.entries(files)) writeFileSync(join(directory, name), bytes);
	return { contentDirectory: directory, cacheDirectory: join(directory, ".cache") };
}

describe("inspectPictures", () => {
	test("accepts exactly the pictures that can be encoded", async () => {
		const damage = fc.record({
			format: fc.constantFrom(
				"svg",
				"jpeg",
				"png",
				"webp",
				"gif",
				"tiff",
				"avif",
				"animated.webp",
				"animated.gif",
			),
			ending: fc.option(fc.constantFrom("jpg", "png", "webp", "gif", "svg", "avif", "heic"), { freq: 5 }),
			kept: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
			changes: fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(255)), {
				maxLength: 3,
			}),
			behind: fc.constantFrom("", "", "\0\0", "rest"),
		});
		await fc.assert(
			fc.asyncProperty(damage, async ({ format, ending, kept, changes, behind }) => {
				const sound = pictures.get(format) ?? Buffer.alloc(0);
				const bytes = Buffer.concat([
					sound.subarray(0, Math.round(sound.length * (kept ?? 1))),
					Buffer.from(behind),
				]);
				for (const [place, byte] of changes) bytes[Math.floor(place * bytes.length)] = byte;
				const name = `anh.${ending ?? format.replace("animated.", "")}`;
				const encoded = await encodePicture(bytes, name);
				const faults = await inspectPictures([name], folder({ [name]: bytes }));
				expect(faults.get(name)).toEqual("message" in encoded ? encoded : undefined);
			}),
			{ numRuns: 200 },
		);
	}, 120_000);

	test.each([
		{ name: "trong.jpg", bytes: Buffer.alloc(0), fault: strings.empty },
		{ name: "chu.png", bytes: Buffer.from("abc"), fault: strings.broken },
		{
			name: "trang.jpg",
			bytes: Buffer.from("\n<!DOCTYPE html><p>404"),
			fault: strings.otherType("trang HTML"),
		},
		{ name: "van-ban.jpg", bytes: Buffer.from("%PDF-1.7"), fault: strings.otherType("PDF") },
		{ name: "anh.png", bytes: Buffer.from("BM1234567890"), fault: strings.otherType("ảnh BMP") },
		{ name: "phim.jpg", bytes: Buffer.from("\0\0\0\x18ftypmp42"), fault: strings.otherType("video") },
		{
			name: "lfs.jpg",
			bytes: Buffer.from("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"),
			fault: strings.lfsPointer,
		},
		{ name: "iphone.jpg", bytes: Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic"), fault: strings.heic },
		{ name: "ve.png", bytes: Buffer.from(drawing), fault: strings.wrongExtension("SVG", "ve.svg") },
		{
			name: "chup.svg",
			bytes: Buffer.from(
				"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
				"base64",
			),
			fault: strings.wrongExtension("PNG", "chup.png"),
		},
		{
			name: "ma.svg",
			bytes: Buffer.from(drawing.replace("path", "script")),
			fault: strings.svg.notAllowed("script"),
		},
	])("says what is the matter with $name", async ({ name, bytes, fault }) => {
		expect(await inspectPictures([name], folder({ [name]: bytes }))).toEqual(new Map([[name, fault]]));
	});

	test("inspects a changed picture again, and an unchanged one only once", async () => {
		const directories = folder({ "anh.png": pictures.get("png") ?? Buffer.alloc(0) });
		expect((await inspectPictures(["anh.png"], directories)).size).toBe(0);
		expect((await inspectPictures(["anh.png"], directories)).size).toBe(0);
		writeFileSync(join(directories.contentDirectory, "anh.png"), "abc");
		expect((await inspectPictures(["anh.png"], directories)).get("anh.png")).toBe(strings.broken);
	});
});

describe("encodePicture", () => {
	test.each(["animated.webp", "animated.gif"])("keeps every frame of %s", async (format) => {
		const source = pictures.get(format) ?? Buffer.alloc(0);
		const encoded = await encodePicture(source, `anh.${format.replace("animated.", "")}`);
		if ("message" in encoded) throw new Error(encoded.message);
		expect(encoded).toMatchObject({ width: 20, height: 10, variants: [] });
		expect((await sharp(encoded.original.content).metadata()).pages).toBe(2);
	});
});
