import type { Metadata } from "sharp";
import {
	faultInPixels,
	type InspectedPicture,
	inspectPicture,
	largestPixelCount,
	type PictureFault,
} from "./inspect-picture.ts";
import { loadSharp } from "./load-sharp.ts";
import { strings } from "./strings.ts";

/** Raised whenever a change of this file changes its results, so that caches and addresses change too. */
export const encodingVersion = "1";

const variantWidths = [480, 960, 1600];
const largestWidth = 1600;
/** Half the time of the usual 4, for files 6 % larger. */
const webpEffort = 2;
/** WebP holds sides of 14 bits. */
const largestWebpSide = 16_383;

export interface EncodedFile {
	readonly extension: string;
	readonly width: number;
	readonly content: Uint8Array;
}

export interface EncodedPicture {
	readonly width: number;
	readonly height: number;
	/** Readable everywhere, as large as the picture is shown. */
	readonly original: EncodedFile;
	/** WebP, narrowest first. */
	readonly variants: readonly EncodedFile[];
}

/**
 * Turns a picture's bytes into the published ones: upright, in sRGB, without EXIF (which reveals where a photo was
 * taken), at most 1600 pixels wide. Drawings (SVG) and animations (GIF, WebP, PNG) stay as they are. Never throws for
 * what is in a file.
 *
 * @param fileName decides which format is expected
 */
export async function encodePicture(
	source: Uint8Array,
	fileName: string,
): Promise<EncodedPicture | PictureFault> {
	const inspected = await inspectPicture(source, fileName);
	if ("message" in inspected) return inspected;
	const { kind, format, width, height } = inspected;
	if (kind !== "still") {
		const fault = kind === "animation" ? await faultInPixels(source, inspected) : undefined;
		return fault ?? { width, height, original: { extension: format, width, content: source }, variants: [] };
	}
	try {
		return await encodeStill(source, inspected.metadata);
	} catch {
		return strings.broken;
	}
}

/** What will be made of a picture, without the bytes. */
export interface ForeseenPicture {
	readonly width: number;
	readonly height: number;
	readonly original: NamedFile;
	readonly variants: readonly NamedFile[];
}

interface NamedFile {
	/** In the cache. */
	readonly name: string;
	readonly width: number;
}

/** The name of a file that was made of a picture, in its folder of the cache. */
export function fileNameOf({ width, extension }: Omit<EncodedFile, "content">): string {
	return `${width}.${extension}`;
}

const namedFile = (extension: string, width: number): NamedFile => ({
	name: fileNameOf({ width, extension }),
	width,
});

/** Tells what `encodePicture` will make; undefined where only its pixels tell. */
export function foreseePicture(picture: InspectedPicture): ForeseenPicture | undefined {
	if (picture.kind === "drawing" || picture.kind === "animation") {
		const { width, height, format } = picture;
		return { width, height, original: namedFile(format, width), variants: [] };
	}
	const { metadata } = picture;
	if (metadata.isPalette === true || metadata.hasAlpha === true) return undefined;
	// Turned by a quarter: https://exiftool.org/TagNames/EXIF.html, orientation.
	const isTurned = (metadata.orientation ?? 1) >= 5;
	const [upright, across] = isTurned ? [picture.height, picture.width] : [picture.width, picture.height];
	const width = Math.min(largestWidth, upright);
	const height = width === upright ? across : Math.max(1, Math.round((across * width) / upright));
	return {
		width,
		height,
		original: namedFile("jpg", width),
		variants: widthsOf(width, height).map((variantWidth) => namedFile("webp", variantWidth)),
	};
}

/** The widths in which a picture of this size is also made, narrowest first. */
function widthsOf(width: number, height: number): number[] {
	return [...variantWidths.filter((candidate) => candidate < width), width].filter(
		(variantWidth) => Math.max(variantWidth, (height * variantWidth) / width) <= largestWebpSide,
	);
}

async function encodeStill(source: Uint8Array, metadata: Metadata): Promise<EncodedPicture> {
	const sharp = await loadSharp();
	const { data, info } = await sharp(source, { limitInputPixels: largestPixelCount, failOn: "error" })
		.autoOrient()
		.resize({ width: largestWidth, withoutEnlargement: true })
		.toColourspace("srgb")
		.raw({ depth: "uchar" })
		.toBuffer({ resolveWithObject: true });
	const { width, height, channels } = info;
	const upright = () => sharp(data, { raw: { width, height, channels } });
	// Graphics stay sharp and transparent; JPEG would blur their edges and blacken their background.
	const isGraphic =
		metadata.isPalette === true || (metadata.hasAlpha === true && !(await upright().stats()).isOpaque);
	const original = isGraphic
		? { extension: "png", width, content: await upright().png({ compressionLevel: 9 }).toBuffer() }
		: {
				extension: "jpg",
				width,
				content: await upright().removeAlpha().jpeg({ quality: 80, progressive: true }).toBuffer(),
			};
	const variants: EncodedFile[] = [];
	for (const variantWidth of widthsOf(width, height)) {
		const content = await upright()
			.resize({ width: variantWidth })
			.webp({ quality: 78, effort: webpEffort })
			.toBuffer();
		variants.push({ extension: "webp", width: variantWidth, content });
	}
	return { width, height, original, variants };
}
