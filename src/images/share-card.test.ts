import { mkdtemp, rm, stat, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeShareCard } from "./share-card.ts";

let cacheDirectory: string;

beforeEach(async () => {
	cacheDirectory = await mkdtemp(path.join(tmpdir(), "share-card-"));
});

afterEach(async () => {
	await rm(cacheDirectory, { recursive: true, force: true });
});

const accent = "#a61b1b";

describe("makeShareCard", () => {
	test("draws a picture of the size that link previews expect", async () => {
		const card = await makeShareCard({ heading: "Ban Dân vận", footer: "Tỉnh ủy", accent, cacheDirectory });
		expect(card.src).toMatch(/^\/anh\/chia-se\/ban-dan-van\.[\da-f]{8}\.png$/);
		const { width, height, format } = await sharp(card.cached?.file).metadata();
		expect({ width, height, format }).toEqual({ width: 1200, height: 630, format: "png" });
	});

	test("draws each card only once", async () => {
		const options = { heading: "Ban Dân vận", footer: "Tỉnh ủy", accent, cacheDirectory };
		const first = await makeShareCard(options);
		const { mtimeMs } = await stat(first.cached?.file ?? "");
		expect(await makeShareCard(options)).toEqual(first);
		expect((await stat(first.cached?.file ?? "")).mtimeMs).toBe(mtimeMs);
		expect((await makeShareCard({ ...options, footer: "Khác" })).src).not.toBe(first.src);
		expect((await makeShareCard({ ...options, accent: "#0b5394" })).src).not.toBe(first.src);
	});

	test("draws a truncated card again, and predicts the size of a missing one", async () => {
		const options = { heading: "Ban Dân vận", footer: "Tỉnh ủy", accent, cacheDirectory };
		const foreseen = await makeShareCard({ ...options, foresee: true });
		expect(foreseen.cached).toBeUndefined();
		const drawn = await makeShareCard(options);
		expect({ ...drawn, cached: undefined }).toEqual({ ...foreseen, cached: undefined });
		await truncate(drawn.cached?.file ?? "", 100);
		expect(await makeShareCard(options)).toEqual(drawn);
		expect((await stat(drawn.cached?.file ?? "")).size).toBeGreaterThan(100);
	});

	test.each([
		{ name: "characters of markup", heading: "Đất & người <Tháp Mười>" },
		{ name: "far too long a name", heading: "Ban Chỉ đạo thực hiện Quy chế dân chủ ở cơ sở ".repeat(12) },
		{ name: "nothing that makes a slug", heading: "…" },
	])("copes with $name", async ({ heading }) => {
		const card = await makeShareCard({ heading, footer: "Tỉnh ủy", accent, cacheDirectory });
		expect((await sharp(card.cached?.file).metadata()).width).toBe(1200);
	});

	test("draws Vietnamese in the site's fonts, whatever fonts the machine has", async () => {
		const { data } = await set("Ủy, Thuỷ, ƯỚC", "Source Serif 4 SemiBold,");
		const other = await set("Ủy, Thuỷ, ƯỚC", "Không có phông này,");
		expect(data.equals(other.data)).toBe(false);
	});
});

function set(text: string, family: string) {
	const fontfile = path.join(import.meta.dirname, "fonts/source-serif-600.ttf");
	return sharp({ text: { text, font: `${family} 40`, fontfile, rgba: true } })
		.raw()
		.toBuffer({ resolveWithObject: true });
}
