import type { Metadata } from "sharp";
import { faultInPixels, inspectPicture, largestPixelCount, type PictureFault } from "./inspect-picture.ts";
import { loadSharp } from "./load-sharp.ts";
import { strings } from "./strings.ts";

/** Counts up whenever the settings in this file change what they make, so that caches and addresses change with it. */
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
 * Makes of a picture's bytes what is published: upright, in sRGB, without EXIF (which tells where a photo was taken),
 * at most 1600 pixels wide. Drawings (SVG) and animations (GIF, WebP, PNG) stay as they are. Never throws for what is in
 * a file.
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
	for (const variantWidth of [...variantWidths.filter((candidate) => candidate < width), width]) {
		if (Math.max(variantWidth, (height * variantWidth) / width) > largestWebpSide) continue;
		const content = await upright()
			.resize({ width: variantWidth })
			.webp({ quality: 78, effort: webpEffort })
			.toBuffer();
		variants.push({ extension: "webp", width: variantWidth, content });
	}
	return { width, height, original, variants };
}
