import type { Metadata } from "sharp";
import { inspectSvg } from "./inspect-svg.ts";
import { loadSharp } from "./load-sharp.ts";
import { strings } from "./strings.ts";

/** Counts up whenever the settings in this file change what they make, so that caches and addresses change with it. */
export const encodingVersion = "1";

const variantWidths = [480, 960, 1600];
const largestWidth = 1600;
const largestPixelCount = 100_000_000;
const largestAnimation = 2 * 1024 * 1024;
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

/** What an editor has to do about a picture that cannot be used. */
export interface PictureFault {
	readonly message: string;
	readonly remedy: string;
}

/**
 * Makes of a picture's bytes what is published: upright, in sRGB, without EXIF (which tells where a photo was taken),
 * at most 1600 pixels wide. Drawings (SVG) and animations (GIF) stay as they are. Never throws for what is in a file.
 *
 * @param fileName decides which format is expected
 */
export async function encodePicture(
	source: Uint8Array,
	fileName: string,
): Promise<EncodedPicture | PictureFault> {
	if (source.length === 0) return strings.empty;
	const extension = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
	const sharp = await loadSharp();
	let metadata: Metadata;
	try {
		metadata = await sharp(source, { limitInputPixels: false }).metadata();
	} catch {
		if (extension === "svg") return faultOfDrawing(source) ?? strings.broken;
		return knownExtensions.has(extension) ? strings.broken : strings.unsupported;
	}
	const format = formats.find(({ reads }) => reads(metadata));
	if (!format) return strings.unsupported;
	const [usual = ""] = format.extensions;
	if (!format.extensions.includes(extension)) {
		return strings.wrongExtension(usual.toUpperCase(), `${fileName.replace(/\.[^.]*$/, "")}.${usual}`);
	}
	if (usual === "svg") return keepDrawing(source);
	if (metadata.width * metadata.height > largestPixelCount) {
		return strings.tooManyPixels(metadata.width, metadata.height);
	}
	try {
		return usual === "gif" && (metadata.pages ?? 1) > 1
			? await keepAnimation(source)
			: await encodeStill(source, metadata);
	} catch {
		return strings.broken;
	}
}

const formats: readonly {
	/** The usual one first. */
	readonly extensions: readonly string[];
	readonly reads: (metadata: Metadata) => boolean;
}[] = [
	{ extensions: ["jpg", "jpeg", "jpe", "jfif"], reads: ({ format }) => format === "jpeg" },
	{ extensions: ["png"], reads: ({ format }) => format === "png" },
	{ extensions: ["webp"], reads: ({ format }) => format === "webp" },
	{ extensions: ["gif"], reads: ({ format }) => format === "gif" },
	{ extensions: ["svg"], reads: ({ format }) => format === "svg" },
	{ extensions: ["tif", "tiff"], reads: ({ format }) => format === "tiff" },
	{ extensions: ["avif"], reads: ({ format, compression }) => format === "heif" && compression === "av1" },
];

const knownExtensions = new Set(formats.flatMap(({ extensions }) => extensions));

function keepDrawing(source: Uint8Array): EncodedPicture | PictureFault {
	const inspection = inspectSvg(new TextDecoder().decode(source));
	if ("message" in inspection) return inspection;
	const { width, height } = inspection;
	return { width, height, original: { extension: "svg", width, content: source }, variants: [] };
}

/** What is wrong with a drawing that cannot be drawn, where that can be told. */
function faultOfDrawing(source: Uint8Array): PictureFault | undefined {
	const text = new TextDecoder().decode(source);
	const inspection = inspectSvg(text);
	return /<(?:[\w-]+:)?svg\b/i.test(text) && "message" in inspection ? inspection : undefined;
}

async function keepAnimation(source: Uint8Array): Promise<EncodedPicture | PictureFault> {
	if (source.length > largestAnimation) return strings.animationTooBig;
	const sharp = await loadSharp();
	// Decoding every frame tells a file that was cut short.
	await sharp(source, { animated: true, limitInputPixels: largestPixelCount, failOn: "error" }).stats();
	const { width, height } = await sharp(source).metadata();
	return { width, height, original: { extension: "gif", width, content: source }, variants: [] };
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
	// Graphics stay sharp and see-through; JPEG would fray their edges and blacken their ground.
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
