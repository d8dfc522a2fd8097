/** Thumbnails for lists. They are made once and kept in the cache folder, which may be deleted at any time. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { writeFileAtomically } from "../disk/atomic-write.ts";
import { loadSharp } from "../images/load-sharp.ts";
import { createWorkLine } from "./work-line.ts";

/** Allowed widths in pixels. The set is fixed, so that requests cannot fill the disk. */
const thumbnailWidths = [160, 480] as const;
export type ThumbnailWidth = (typeof thumbnailWidths)[number];

/** Pictures that are made at the same time. */
const mostAtOnce = 2;
/** A source with more pixels is not decoded. */
const largestPixelCount = 100_000_000;
const quality = 72;

export interface Thumbnails {
	/** A WebP, cropped to 3:2; undefined if the source cannot be read. @param source any picture */
	of(source: Buffer, width: ThumbnailWidth): Promise<Buffer | undefined>;
}

export function openThumbnails(cacheDirectory: string): Thumbnails {
	const line = createWorkLine(mostAtOnce);
	/** Several people who open a list request the same pictures. */
	const underWay = new Map<string, Promise<Buffer | undefined>>();

	async function make(source: Buffer, width: ThumbnailWidth, file: string): Promise<Buffer | undefined> {
		const kept = await readFile(file).catch(() => undefined);
		if (kept) return kept;
		const made = await line(() => encode(source, width)).catch(() => undefined);
		// On a full disk it only takes longer.
		if (made) await writeFileAtomically(file, made, { flush: false }).catch(() => {});
		return made;
	}

	return {
		of(source, width) {
			const digest = createHash("sha256").update(source).digest("hex").slice(0, 32);
			const file = join(cacheDirectory, "thumbnails", digest.slice(0, 2), `${digest}-${width}.webp`);
			const known = underWay.get(file);
			if (known) return known;
			const making = make(source, width, file).finally(() => underWay.delete(file));
			underWay.set(file, making);
			return making;
		},
	};
}

export function thumbnailWidth(asked: string | undefined): ThumbnailWidth | undefined {
	return thumbnailWidths.find((width) => String(width) === asked);
}

async function encode(source: Buffer, width: ThumbnailWidth): Promise<Buffer> {
	const sharp = await loadSharp();
	return await sharp(source, { limitInputPixels: largestPixelCount })
		.autoOrient()
		.resize({ width, height: Math.round((width * 2) / 3), fit: "cover" })
		.webp({ quality })
		.toBuffer();
}
