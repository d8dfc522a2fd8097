/** Prepares a camera's file for the repository: upright, sRGB, no EXIF, at most 3,000 pixels a side. */
import type { Metadata, Sharp } from "sharp";
import { loadSharp } from "../../images/load-sharp.ts";
import { strings } from "./strings.ts";

export interface PreparedPicture {
	readonly extension: "jpg" | "png" | "webp";
	readonly type: string;
	readonly width: number;
	readonly height: number;
	readonly content: Buffer;
}

/** Longer side of the stored picture, in pixels. */
const largestSide = 3_000;
/** Larger pictures are attacks, or scans too large for any page: 80 MP are four times a phone's best. */
const largestPixelCount = 80_000_000;
/** Seconds for one picture. */
const patience = 30;
/** A PNG that is not a drawing and larger than this becomes a JPEG. */
const largestPhotoPng = 1_500_000;

/** @returns the picture, or the reason in Vietnamese why it cannot be used */
export async function preparePicture(
	source: Buffer,
	format: "jpeg" | "png" | "webp" | "avif" | "heic",
): Promise<PreparedPicture | string> {
	const sharp = await loadSharp();
	let picture: Sharp;
	let metadata: Metadata;
	try {
		if (format === "heic") {
			const { decodeHeic } = await import("./decode-heic.ts");
			const decoded = await decodeHeic(source, largestPixelCount);
			if ("tooLarge" in decoded) return strings.tooManyPixels(...decoded.tooLarge);
			const { width, height, data } = decoded;
			// The decoder turns it upright itself.
			picture = sharp(data, { raw: { width, height, channels: 4 } });
			metadata = { width, height, format: "heif", hasAlpha: false } as Metadata;
		} else {
			metadata = await sharp(source, { limitInputPixels: false }).metadata();
			if ((metadata.pages ?? 1) > 1) return strings.animated;
			if (metadata.width * metadata.height > largestPixelCount) {
				return strings.tooManyPixels(metadata.width, metadata.height);
			}
			picture = sharp(source, { limitInputPixels: largestPixelCount, failOn: "error", sequentialRead: true });
		}
		const upright = picture
			.timeout({ seconds: patience })
			.autoOrient()
			.resize({ width: largestSide, height: largestSide, fit: "inside", withoutEnlargement: true })
			.toColourspace("srgb");
		return await encode(upright, format, metadata);
	} catch {
		return strings.broken;
	}
}

async function encode(upright: Sharp, format: string, metadata: Metadata): Promise<PreparedPicture> {
	if (format === "webp") {
		return kept(
			"webp",
			"image/webp",
			await upright.webp({ quality: 88 }).toBuffer({ resolveWithObject: true }),
		);
	}
	const mayBeClear = format !== "jpeg" && format !== "heic" && metadata.hasAlpha === true;
	if (format === "png" || mayBeClear) {
		const png = await upright.clone().png({ compressionLevel: 9 }).toBuffer({ resolveWithObject: true });
		if (png.data.length <= largestPhotoPng || mayBeClear) return kept("png", "image/png", png);
	}
	const jpeg = await upright
		.flatten({ background: "#ffffff" })
		.jpeg({ quality: 88, progressive: true })
		.toBuffer({ resolveWithObject: true });
	return kept("jpg", "image/jpeg", jpeg);
}

function kept(
	extension: PreparedPicture["extension"],
	type: string,
	{
		data,
		info,
	}: { readonly data: Buffer; readonly info: { readonly width: number; readonly height: number } },
): PreparedPicture {
	return { extension, type, width: info.width, height: info.height, content: data };
}
