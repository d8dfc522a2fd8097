import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { encodePicture } from "./encode-picture.ts";
import { createImageStore } from "./image-store.ts";
import { strings } from "./strings.ts";

let directory: string;
let contentDirectory: string;
const folder = "articles/2026/11/22-hoi-nghi";

beforeEach(async () => {
	directory = await mkdtemp(path.join(tmpdir(), "images-"));
	contentDirectory = path.join(directory, "content");
	await mkdir(path.join(contentDirectory, folder), { recursive: true });
});

afterEach(async () => {
	await rm(directory, { recursive: true, force: true });
});

function openStore() {
	const encode = vi.fn(encodePicture);
	const store = createImageStore({ contentDirectory, cacheDirectory: path.join(directory, "cache"), encode });
	return { store, encode };
}

async function add(name: string, content: Uint8Array | string): Promise<string> {
	await writeFile(path.join(contentDirectory, folder, name), content);
	return `${folder}/${name}`;
}

/** Left half blue, right half red. */
function halves(width: number, height: number) {
	return sharp({ create: { width, height, channels: 3, background: "#0000ff" } }).composite([
		{
			input: {
				create: { width: Math.floor(width / 2), height, channels: 3, background: "#ff0000" },
			},
			gravity: "east",
		},
	]);
}

const photo = (width: number, height: number) => halves(width, height).jpeg().toBuffer();

async function prepareOne(source: string) {
	const { store, encode } = openStore();
	const { pictures, faults } = await store.prepare([source]);
	const files = new Map([...store.files()].map(({ address, cachedFile }) => [address, cachedFile]));
	return { picture: pictures.get(source), faults, files, encode };
}

describe("createImageStore", () => {
	test.each([
		{ width: 2400, expected: [480, 960, 1600] },
		{ width: 1600, expected: [480, 960, 1600] },
		{ width: 1000, expected: [480, 960, 1000] },
		{ width: 300, expected: [300] },
	])("makes the widths $expected of $width pixels", async ({ width, expected }) => {
		const source = await add("anh.jpg", await photo(width, width / 2));
		const { picture, faults, files } = await prepareOne(source);
		expect(faults.size).toBe(0);
		expect(picture?.variants.map((variant) => variant.width)).toEqual(expected);
		expect([picture?.width, picture?.height]).toEqual([expected.at(-1), (expected.at(-1) ?? 0) / 2]);
		expect(picture?.src).toMatch(/^\/anh\/2026\/11\/22-hoi-nghi\/anh\.[\da-f]{8}-\d+\.jpg$/);
		for (const variant of picture?.variants ?? []) {
			const metadata = await sharp(files.get(variant.src)).metadata();
			expect([metadata.format, metadata.width]).toEqual(["webp", variant.width]);
		}
		expect(files.size).toBe(expected.length + 1);
	});

	test("turns a photo upright and removes its GPS position", async () => {
		const content = await halves(600, 400)
			.jpeg()
			.withExif({
				IFD0: { Artist: "Máy của tôi" },
				IFD3: { GPSLatitude: "10/1 27/1 0/1", GPSLatitudeRef: "N" },
			})
			.withMetadata({ orientation: 6 })
			.toBuffer();
		const before = await sharp(content).metadata();
		expect(before.orientation).toBe(6);
		expect(before.exif?.length).toBeGreaterThan(100);
		const { picture, files } = await prepareOne(await add("anh.jpg", content));
		expect([picture?.width, picture?.height]).toEqual([400, 600]);
		for (const file of files.values()) {
			const metadata = await sharp(file).metadata();
			expect([metadata.exif, metadata.xmp, metadata.orientation]).toEqual([undefined, undefined, undefined]);
			const top = await sharp(file).extract({ left: 10, top: 10, width: 1, height: 1 }).raw().toBuffer();
			expect(top[2]).toBeGreaterThan(200);
		}
	});

	test("keeps transparency", async () => {
		const background = { r: 200, g: 0, b: 0, alpha: 0.5 };
		const content = await sharp({ create: { width: 50, height: 50, channels: 4, background } })
			.png()
			.toBuffer();
		const { picture, files } = await prepareOne(await add("hinh.png", content));
		expect(picture?.src).toMatch(/\.png$/);
		for (const file of files.values()) expect((await sharp(file).metadata()).hasAlpha).toBe(true);
	});

	test("converts other colour spaces to sRGB", async () => {
		const content = await halves(60, 40).toColourspace("cmyk").jpeg().toBuffer();
		const { files } = await prepareOne(await add("in.jpg", content));
		expect(files.size).toBeGreaterThan(0);
		for (const file of files.values()) expect((await sharp(file).metadata()).space).toBe("srgb");
	});

	test("publishes an SVG unchanged", async () => {
		const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"/>';
		const { picture, files } = await prepareOne(await add("hinh.svg", svg));
		expect(picture).toMatchObject({ width: 40, height: 20, variants: [] });
		expect(await readFile(files.get(picture?.src ?? ("" as never)) ?? "", "utf8")).toBe(svg);
	});

	test("keeps an animation", async () => {
		const frames = await Promise.all(["#f00", "#0f0"].map((background) => frame(background)));
		const gif = await sharp(frames, { join: { animated: true } })
			.gif()
			.toBuffer();
		const { picture, files } = await prepareOne(await add("dong.gif", gif));
		expect(picture).toMatchObject({ width: 20, height: 10, variants: [] });
		expect((await readFile([...files.values()][0] ?? "")).equals(gif)).toBe(true);
	});

	test("keeps an animation in PNG", async () => {
		const still = await frame("#00f");
		// The chunk that makes a PNG animated follows the header: signature, length, type, 13 bytes, checksum.
		const header = 8 + 4 + 4 + 13 + 4;
		const content = Buffer.from([0, 0, 0, 1, 0, 0, 0, 0]);
		const typed = Buffer.concat([Buffer.from("acTL"), content]);
		const chunk = Buffer.alloc(20);
		chunk.writeUInt32BE(content.length, 0);
		typed.copy(chunk, 4);
		chunk.writeUInt32BE(crc32(typed), 16);
		const moving = Buffer.concat([still.subarray(0, header), chunk, still.subarray(header)]);
		const { picture, files } = await prepareOne(await add("dong.png", moving));
		expect(picture).toMatchObject({ width: 20, height: 10, variants: [] });
		expect((await readFile([...files.values()][0] ?? "")).equals(moving)).toBe(true);
	});

	test("encodes a picture only once", async () => {
		const source = await add("anh.jpg", await photo(900, 600));
		const first = await prepareOne(source);
		const second = await prepareOne(source);
		expect(first.encode).toHaveBeenCalledTimes(1);
		expect(second.encode).not.toHaveBeenCalled();
		expect(second.picture).toEqual(first.picture);
		expect(second.files).toEqual(first.files);
	});

	test("recognises a picture by its bytes if only its time has changed", async () => {
		const source = await add("anh.jpg", await photo(100, 60));
		await prepareOne(source);
		await utimes(path.join(contentDirectory, source), 1, 1);
		expect((await prepareOne(source)).encode).not.toHaveBeenCalled();
	});

	test("gives changed bytes another address", async () => {
		const source = await add("anh.jpg", await photo(100, 60));
		const before = await prepareOne(source);
		await add("anh.jpg", await photo(120, 60));
		const after = await prepareOne(source);
		expect(after.picture?.src).not.toBe(before.picture?.src);
		expect(after.picture?.width).toBe(120);
	});

	test.each([
		{ name: "lost a file", harm: (file: string) => rm(file) },
		{ name: "has a file cut short", harm: (file: string) => writeFile(file, "RIFF") },
		{
			name: "lost its description",
			harm: (file: string) => writeFile(path.join(path.dirname(file), "picture.json"), "{"),
		},
	])("makes a picture again whose cache entry $name", async ({ harm }) => {
		const source = await add("anh.jpg", await photo(600, 400));
		const first = await prepareOne(source);
		const [file = ""] = first.files.values();
		const original = await readFile(file);
		await harm(file);
		const second = await prepareOne(source);
		expect(second.encode).toHaveBeenCalledTimes(1);
		expect(second.files).toEqual(first.files);
		expect((await readFile(file)).equals(original)).toBe(true);
		const leftovers = await readdir(path.join(directory, "cache/images"));
		expect(leftovers.filter((name) => name.startsWith("unfinished"))).toEqual([]);
	});

	test("emits only the requested pictures, and reports its progress", async () => {
		const wanted = await add("mot.jpg", await photo(60, 40));
		await add("hai.jpg", await photo(70, 40));
		const { store } = openStore();
		const onProgress = vi.fn();
		await store.prepare([wanted, wanted], { onProgress });
		expect(onProgress).toHaveBeenCalledTimes(1);
		expect([...store.files()].every(({ address }) => address.includes("/mot."))).toBe(true);
		for (const { cachedFile } of store.files()) expect((await stat(cachedFile)).size).toBeGreaterThan(0);
	});

	test("reports every problem and prepares the rest", async () => {
		const jpeg = await photo(1200, 800);
		const good = await add("tot.jpg", jpeg);
		const bad = new Map<string, { message: string; remedy: string }>([
			[`${folder}/thieu.jpg`, strings.missing],
			[await add("rong.jpg", ""), strings.empty],
			[await add("cat.jpg", jpeg.subarray(0, jpeg.length / 2)), strings.broken],
			[await add("rac.png", "không phải ảnh"), strings.broken],
			[await add("van-ban.docx", "không phải ảnh"), strings.unsupported],
			[await add("sai.png", jpeg), strings.wrongExtension("JPG", "sai.jpg")],
			[await add("to.png", await claim(11_000)), strings.tooManyPixels(11_000, 11_000)],
			[
				await add("ma.svg", '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
				strings.svg.notAllowed("script"),
			],
		]);
		const { store } = openStore();
		const { pictures, faults } = await store.prepare([...bad.keys(), good]);
		expect([...pictures.keys()]).toEqual([good]);
		expect([...faults]).toEqual([...bad]);
	});
});

function frame(background: string) {
	return sharp({ create: { width: 20, height: 10, channels: 3, background } })
		.png()
		.toBuffer();
}

/** A PNG whose header claims a size that its data does not have. */
async function claim(side: number) {
	const png = await frame("#fff");
	png.writeUInt32BE(side, 16);
	png.writeUInt32BE(side, 20);
	png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
	return png;
}
