import { strings } from "../strings.ts";
import type { CropArea } from "./ask-crop.tsx";

/** Longer side of a stored picture, in pixels: twice what the widest screen shows. */
const longestSide = 3000;
const jpegQuality = 0.88;
/** A PNG larger than this is a photo, and three times smaller as a JPEG. */
const largePng = 1_500_000;

/** The reason why a file cannot become a picture of the article. */
class PictureRefused extends Error {
	override name = "";
}

/**
 * Prepares a picture for storage: at most 3,000 pixels a side, upright, without the camera's metadata about place and
 * person. Photos in any format that the browser can show become JPEG. Others (mostly HEIC) are passed on unchanged, as
 * the server may be able to convert them.
 *
 * @throws PictureRefused for a file that is not a picture
 */
export async function preparePicture(file: File): Promise<File> {
	const type = file.type || typeOfName(file.name);
	// A drawing may run scripts, and a moving picture would stand still: the server takes neither.
	if (type === "image/svg+xml" || type === "image/gif") {
		throw new PictureRefused(strings.pictures.noDrawing(file.name));
	}
	if (!type.startsWith("image/")) throw new PictureRefused(strings.pictures.noPicture(file.name));
	let bitmap: ImageBitmap;
	try {
		bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
	} catch {
		if (/hei[cf]|avif/.test(type)) return file;
		throw new PictureRefused(strings.pictures.unreadable(file.name));
	}
	return await pictureOf(bitmap, type, file.name);
}

/**
 * A part of a picture that the page shows, as a file of its own: the picture itself stays as it is.
 *
 * @param address of the picture, below this origin or in this page
 */
export async function cropPicture(address: string, name: string, area: CropArea): Promise<File> {
	const image = new Image();
	image.src = address;
	await image.decode();
	const { naturalWidth: width, naturalHeight: height } = image;
	const bitmap = await createImageBitmap(
		image,
		Math.round(area.x * width),
		Math.round(area.y * height),
		Math.max(1, Math.round(area.width * width)),
		Math.max(1, Math.round(area.height * height)),
	);
	return await pictureOf(bitmap, typeOfName(name), name.replace(/(?:-cat)?(\.[^.]*)$/, "-cat$1"));
}

async function pictureOf(bitmap: ImageBitmap, type: string, name: string): Promise<File> {
	try {
		if (type === "image/png") {
			const png = await encode(bitmap, "image/png");
			if (png.size <= largePng || hasTransparency(bitmap)) return named(png, name, "png");
		}
		return named(await encode(bitmap, "image/jpeg"), name, "jpg");
	} finally {
		bitmap.close();
	}
}

function draw(bitmap: ImageBitmap, scale: number, opaque: boolean): HTMLCanvasElement {
	const canvas = document.createElement("canvas");
	canvas.width = Math.max(1, Math.round(bitmap.width * scale));
	canvas.height = Math.max(1, Math.round(bitmap.height * scale));
	const context = canvas.getContext("2d");
	if (!context) throw new PictureRefused(strings.pictures.unreadable(""));
	if (opaque) {
		context.fillStyle = "#fff";
		context.fillRect(0, 0, canvas.width, canvas.height);
	}
	context.imageSmoothingQuality = "high";
	context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
	return canvas;
}

async function encode(bitmap: ImageBitmap, type: "image/png" | "image/jpeg"): Promise<Blob> {
	const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
	const canvas = draw(bitmap, scale, type === "image/jpeg");
	return await new Promise((resolve, reject) =>
		canvas.toBlob(
			(blob) => (blob ? resolve(blob) : reject(new PictureRefused(strings.pictures.unreadable("")))),
			type,
			jpegQuality,
		),
	);
}

function hasTransparency(bitmap: ImageBitmap): boolean {
	const canvas = draw(bitmap, Math.min(1, 64 / Math.max(bitmap.width, bitmap.height)), false);
	const { data } = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
	for (let index = 3; index < data.length; index += 4) if ((data[index] ?? 255) < 250) return true;
	return false;
}

function named(blob: Blob, name: string, extension: string): File {
	return new File([blob], `${name.replace(/\.[^.]*$/, "") || "anh"}.${extension}`, { type: blob.type });
}

const types: Readonly<Record<string, string>> = {
	avif: "image/avif",
	gif: "image/gif",
	heic: "image/heic",
	heif: "image/heif",
	jpeg: "image/jpeg",
	jpg: "image/jpeg",
	png: "image/png",
	svg: "image/svg+xml",
	webp: "image/webp",
};

/** Some systems do not report a file's type. */
function typeOfName(name: string): string {
	return types[name.split(".").at(-1)?.toLowerCase() ?? ""] ?? "";
}
