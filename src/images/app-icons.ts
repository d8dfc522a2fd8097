import { loadSharp } from "./load-sharp.ts";

/** A file for a phone's home screen. */
export interface AppIcon {
	readonly name: string;
	/** A PNG. */
	readonly bytes: Uint8Array;
}

/** The part of a maskable icon that every mask shows: https://www.w3.org/TR/appmanifest/#icon-masks. */
const safePart = 0.8;

/** A square drawing as a PNG with `size` pixels on each side. */
export async function drawIcon(svg: string, size: number): Promise<Uint8Array> {
	const sharp = await loadSharp();
	return sharp(Buffer.from(svg), { density: 600 }).resize(size, size).png({ compressionLevel: 9 }).toBuffer();
}

/**
 * Draws the icons of the web app manifest. Phones take an SVG for none.
 *
 * @param svg a square drawing
 * @param ground colour around the drawing, such as `#a61b1b`, for phones that cut icons to their own shape
 */
export async function drawAppIcons(svg: string, ground: string): Promise<AppIcon[]> {
	const sharp = await loadSharp();
	const draw = (size: number) =>
		sharp(Buffer.from(svg), { density: 600 }).resize(size, size, {
			fit: "contain",
			background: { r: 0, g: 0, b: 0, alpha: 0 },
		});
	const plain = await Promise.all(
		[192, 512].map(async (size) => ({
			name: `icon-${size}.png`,
			bytes: await draw(size).png({ palette: true, compressionLevel: 9 }).toBuffer(),
		})),
	);
	const margin = Math.round((512 * (1 - safePart)) / 2);
	const maskable = await draw(512 - 2 * margin)
		.extend({ top: margin, bottom: margin, left: margin, right: margin, background: ground })
		.flatten({ background: ground })
		.png({ palette: true, compressionLevel: 9 })
		.toBuffer();
	return [...plain, { name: "icon-maskable.png", bytes: maskable }];
}
