import type { Metadata } from "sharp";
import { inspectSvg } from "./inspect-svg.ts";
import { loadSharp } from "./load-sharp.ts";
import { strings } from "./strings.ts";

/** Counts up whenever this file or the list of what a drawing may hold finds a fault that it did not find before. */
export const inspectionVersion = "1";

export const largestPixelCount = 100_000_000;
const largestAnimation = 2 * 1024 * 1024;

/** What an editor has to do about a picture that cannot be used. */
export interface PictureFault {
	readonly message: string;
	readonly remedy: string;
}

/** What a picture's bytes begin with says of it. */
export type InspectedPicture =
	| { readonly kind: "drawing"; readonly format: "svg"; readonly width: number; readonly height: number }
	| {
			/** One picture, or several that are shown one after the other. */
			readonly kind: "still" | "animation";
			/** The usual ending of its format. */
			readonly format: string;
			/** Of one picture, in pixels. */
			readonly width: number;
			readonly height: number;
			readonly metadata: Metadata;
	  };

/**
 * Finds out what a picture is without decoding it, or why it cannot be used. Never throws for what is in a file.
 *
 * @param fileName decides which format is expected
 */
export async function inspectPicture(
	source: Uint8Array,
	fileName: string,
): Promise<InspectedPicture | PictureFault> {
	const fault = faultOfBeginning(source);
	if (fault) return fault;
	const extension = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
	const wrongExtension = (usual: string) =>
		strings.wrongExtension(usual.toUpperCase(), `${fileName.replace(/\.[^.]*$/, "")}.${usual}`);
	const isDrawing = extension === "svg" && !isPhoto(source);
	if (isDrawing || isMarkup(source)) return inspectDrawing(source, extension, wrongExtension);
	const metadata = await metadataOf(source);
	if (!metadata) {
		const other = foreignType(source);
		if (other !== undefined) return strings.otherType(other);
		return knownExtensions.has(extension) ? strings.broken : strings.unsupported;
	}
	const known = formats.find(({ reads }) => reads(metadata));
	if (!known) return strings.unsupported;
	const [format = ""] = known.extensions;
	if (!known.extensions.includes(extension)) return wrongExtension(format);
	const { width, height } = metadata;
	if (width * height > largestPixelCount) return strings.tooManyPixels(width, height);
	const isAnimation = isAnimated(source, format, metadata);
	if (isAnimation && source.length > largestAnimation) return strings.animationTooBig;
	return { kind: isAnimation ? "animation" : "still", format, width, height, metadata };
}

/** What decoding finds wrong: a file that was cut short or damaged. */
export async function faultInPixels(
	source: Uint8Array,
	{ kind }: Pick<InspectedPicture, "kind">,
): Promise<PictureFault | undefined> {
	if (kind === "drawing") return undefined;
	const sharp = await loadSharp();
	const options = { limitInputPixels: largestPixelCount, failOn: "error" } as const;
	try {
		if (kind === "animation") await sharp(source, { ...options, animated: true }).stats();
		// JPEG files are decoded to a fraction of their size, which reads all of their bytes in a fraction of the time.
		else await sharp(source, options).resize({ width: trialWidth }).raw().toBuffer();
		return undefined;
	} catch {
		return strings.broken;
	}
}

const trialWidth = 64;

async function metadataOf(source: Uint8Array): Promise<Metadata | undefined> {
	const sharp = await loadSharp();
	try {
		return await sharp(source, { limitInputPixels: false }).metadata();
	} catch {
		return undefined;
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
	{ extensions: ["tif", "tiff"], reads: ({ format }) => format === "tiff" },
	{ extensions: ["avif"], reads: ({ format, compression }) => format === "heif" && compression === "av1" },
];

const knownExtensions = new Set(formats.flatMap(({ extensions }) => extensions));

/** Recognises other file types by their first bytes. */
function faultOfBeginning(source: Uint8Array): PictureFault | undefined {
	if (source.length === 0) return strings.empty;
	const beginning = Buffer.from(source.subarray(0, 64)).toString("latin1");
	if (beginning.startsWith("version https://git-lfs")) return strings.lfsPointer;
	if (/^.{4}ftyp(?:hei[cxms]|hev[cxms]|mif1.{4}.*hei[cx])/s.test(beginning)) return strings.heic;
	return undefined;
}

/** What comes under the name of a picture, by its first bytes: saved pages, documents, pictures of other programs. */
const foreignTypes: readonly (readonly [type: string, ...beginnings: string[]])[] = [
	["PDF", "%PDF-"],
	["ảnh TIFF", "II*\0", "MM\0*"],
	["tệp Photoshop", "8BPS"],
	["tệp nén hoặc văn bản Office", "PK\x03\x04"],
	["tệp nén", "Rar!", "7z\xbc\xaf"],
	["văn bản Office", "\xd0\xcf\x11\xe0"],
	["biểu tượng ICO", "\0\0\x01\0"],
	["ảnh BMP", "BM"],
];

function foreignType(source: Uint8Array): string | undefined {
	const beginning = Buffer.from(source.subarray(0, 256)).toString("latin1");
	if (/^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype html|html|head|body)/i.test(beginning)) return "trang HTML";
	// Pictures of this family have names of their own.
	if (/^.{4}ftyp(?!avif|avis|hei|hev|mif1|msf1)/s.test(beginning)) return "video";
	return foreignTypes.find(([, ...signs]) => signs.some((sign) => beginning.startsWith(sign)))?.[0];
}

/** Whether a file begins like a drawing, whatever its name. */
function isMarkup(source: Uint8Array): boolean {
	const beginning = Buffer.from(source.subarray(0, 256)).toString("latin1");
	return /^(?:\u00ef\u00bb\u00bf)?\s*<(?:\?xml|!(?!doctype html)|svg)/i.test(beginning);
}

/** Whether a file begins like a picture of pixels: JPEG, PNG, GIF, WebP. */
function isPhoto(source: Uint8Array): boolean {
	const beginning = Buffer.from(source.subarray(0, 12)).toString("latin1");
	return /^(?:\u00ff\u00d8\u00ff|\u0089PNG|GIF8|RIFF.{4}WEBP)/s.test(beginning);
}

function inspectDrawing(
	source: Uint8Array,
	extension: string,
	wrongExtension: (usual: string) => PictureFault,
): InspectedPicture | PictureFault {
	if (extension !== "svg") return wrongExtension("svg");
	const inspection = inspectSvg(source);
	return "message" in inspection ? inspection : { kind: "drawing", format: "svg", ...inspection };
}

function isAnimated(source: Uint8Array, format: string, { pages = 1 }: Metadata): boolean {
	return format === "gif" ? pages > 1 : isAnimatedByBytes(source);
}

/** Whether a file is an animated WebP or PNG, found without decoding it. */
export function isAnimatedByBytes(source: Uint8Array): boolean {
	const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
	return hasAnimationFlag(bytes) || hasAnimationControl(bytes);
}

/** Bit of the flags in a WebP's first chunk: https://www.rfc-editor.org/rfc/rfc9649#section-2.7. */
const webpAnimation = 0x02;

function hasAnimationFlag(bytes: Buffer): boolean {
	const isExtended =
		bytes.toString("latin1", 0, 4) === "RIFF" && bytes.toString("latin1", 8, 16) === "WEBPVP8X";
	return isExtended && ((bytes[20] ?? 0) & webpAnimation) !== 0;
}

const pngSignature = "\x89PNG\r\n\x1a\n";

/** Whether a PNG has the chunk `acTL` before its first picture: https://www.w3.org/TR/png-3/#11acTL. */
function hasAnimationControl(bytes: Buffer): boolean {
	if (bytes.toString("latin1", 0, pngSignature.length) !== pngSignature) return false;
	for (let at = pngSignature.length; at + 8 <= bytes.length; ) {
		const type = bytes.toString("latin1", at + 4, at + 8);
		if (type === "acTL") return true;
		if (type === "IDAT") return false;
		// Length, type and checksum around the content.
		at += bytes.readUInt32BE(at) + 12;
	}
	return false;
}
