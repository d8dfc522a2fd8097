import { createHash } from "node:crypto";
import path from "node:path";
import type { OverlayOptions } from "sharp";
import { defaultAccent } from "../model/accent.ts";
import { asUrlPath, type UrlPath } from "../model/ids.ts";
import { slugify } from "../text/index.ts";
import { entryDirectory, readEntry, writeEntry } from "./image-cache.ts";
import { loadSharp } from "./load-sharp.ts";

/** Counts up whenever this file draws something else. */
const drawingVersion = "1";

const width = 1200;
const height = 630;
const margin = 80;
const paper = "#FBF9F4";
const ink = "#1B1B1B";
const quietInk = "#5A554C";

// The comma keeps Pango from reading SemiBold as a weight to look for elsewhere. It does not read WOFF2.
const serif = {
	family: "Source Serif 4 SemiBold,",
	file: path.join(import.meta.dirname, "fonts/source-serif-600.ttf"),
};
const sans = {
	family: "Be Vietnam Pro,",
	file: path.join(import.meta.dirname, "fonts/be-vietnam-400.ttf"),
};

export interface ShareCardOptions {
	/** In large letters: the name of the committee or of the site. */
	readonly heading: string;
	/** Below it: who publishes. */
	readonly footer: string;
	/** The colour of its bars, as `#a61b1b`. */
	readonly accent: string;
	/** Cards are kept in its folder `share-cards`. */
	readonly cacheDirectory: string;
	/** Whether a card that is not in the cache is only reported, and drawn later. @default false */
	readonly foresee?: boolean;
}

export interface ShareCardPicture {
	readonly src: UrlPath;
	readonly width: number;
	readonly height: number;
	/** Where its bytes are, with their digest; absent for a card that was foreseen and not drawn. */
	readonly cached?: { readonly file: string; readonly sha256: string };
}

/**
 * The picture that stands for pages without one of their own where they are shared, 1200 × 630 as Open Graph's
 * readers expect. One serves a whole committee: a picture for each article would double a large site.
 */
export async function makeShareCard({
	heading,
	footer,
	accent,
	cacheDirectory,
	foresee = false,
}: ShareCardOptions): Promise<ShareCardPicture> {
	// Cards in the usual colour keep the addresses that they had before there were others.
	const digest = createHash("sha256")
		.update(JSON.stringify([drawingVersion, heading, footer, ...(accent === defaultAccent ? [] : [accent])]))
		.digest("hex");
	const directory = path.join(cacheDirectory, "share-cards");
	const card = {
		src: asUrlPath(`/anh/chia-se/${slugify(heading) || "trang"}.${digest.slice(0, 8)}.png`),
		width,
		height,
	};
	const known = await readEntry(directory, digest);
	if (!known && foresee) return card;
	const draw = async () => {
		const content = await drawCard(heading, footer, accent);
		const original = { extension: "png", width, content };
		return await writeEntry(directory, digest, { width, height, original, variants: [] });
	};
	const { original } = known ?? (await draw());
	const file = path.join(entryDirectory(directory, digest), original.name);
	return { ...card, cached: { file, sha256: original.sha256 } };
}

async function drawCard(heading: string, footer: string, accent: string): Promise<Buffer> {
	const sharp = await loadSharp();
	const title = await setText(heading, serif, ink, [84, 72, 60, 50, 42], 330);
	const publisher = await setText(footer, sans, quietInk, [32, 27, 22], 90);
	const layers: OverlayOptions[] = [
		{ input: rectangle(width, 14, accent), left: 0, top: 0 },
		{ input: title, left: margin, top: 96 },
		{ input: rectangle(120, 6, accent), left: margin, top: 478 },
		{ input: publisher, left: margin, top: 512 },
	];
	return await sharp({ create: { width, height, channels: 3, background: paper } })
		.composite(layers)
		.png({ palette: true, compressionLevel: 9 })
		.toBuffer();
}

function rectangle(rectangleWidth: number, rectangleHeight: number, background: string) {
	return { create: { width: rectangleWidth, height: rectangleHeight, channels: 3 as const, background } };
}

/** Sets text in the largest of the sizes (pixels) at which it fits; at the smallest size, cuts it. */
async function setText(
	text: string,
	{ family, file }: { readonly family: string; readonly file: string },
	colour: string,
	sizes: readonly number[],
	highest: number,
): Promise<Buffer> {
	const sharp = await loadSharp();
	const markup = `<span foreground="${colour}">${escapeMarkup(text)}</span>`;
	let set: { data: Buffer; info: { width: number; height: number } } | undefined;
	for (const size of sizes) {
		set = await sharp({
			text: {
				text: markup,
				font: `${family} ${size}`,
				fontfile: file,
				width: width - 2 * margin,
				dpi: 72,
				spacing: Math.round(size * 0.06),
				wrap: "word-char",
				rgba: true,
			},
		})
			.png()
			.toBuffer({ resolveWithObject: true });
		if (set.info.height <= highest) return set.data;
	}
	if (!set) throw new Error("setText needs at least one size");
	return await sharp(set.data)
		.extract({ left: 0, top: 0, width: set.info.width, height: highest })
		.toBuffer();
}

function escapeMarkup(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
