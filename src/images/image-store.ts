import { createHash } from "node:crypto";
import { mkdir, readFile, stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import path from "node:path";
import type { UrlPath } from "../model/ids.ts";
import type { PictureView } from "../site/views.ts";
import { encodePicture, encodingVersion, foreseePicture } from "./encode-picture.ts";
import { type CacheEntry, entryDirectory, readEntry, writeEntry } from "./image-cache.ts";
import {
	inspectionVersion,
	inspectPicture,
	isAnimatedByBytes,
	type PictureFault,
} from "./inspect-picture.ts";
import { pictureAddress } from "./picture-address.ts";
import { readStamps, type SourceStamps, stampsFileOf, writeStamps } from "./source-stamps.ts";
import { strings } from "./strings.ts";

export interface ImageStoreOptions {
	readonly contentDirectory: string;
	/** Prepared pictures are kept in its folder `images`. */
	readonly cacheDirectory: string;
	/** Makes the published files of a picture. @default encodePicture */
	readonly encode?: typeof encodePicture;
}

export interface PreparedPictures {
	/** By path below the content folder. */
	readonly pictures: ReadonlyMap<string, PictureView>;
	/** What is wrong with the others, by path. */
	readonly faults: ReadonlyMap<string, PictureFault>;
}

/** A file to publish. */
export interface PublishedPicture {
	readonly address: UrlPath;
	/** Where its bytes are. */
	readonly cachedFile: string;
	readonly bytes: number;
	/** The digest of the bytes that were put there. */
	readonly sha256: string;
}

export interface ImageStore {
	/**
	 * Prepares pictures, from the cache where their bytes have not changed.
	 *
	 * @param paths below the content folder: `articles/2026/11/22-hoi-nghi/anh.jpg`, `media/logo.svg`
	 * @param options.onProgress called after each picture
	 */
	prepare(
		paths: readonly string[],
		options?: {
			readonly onProgress?: () => void;
			/** Whether pictures that are not in the cache are only foreseen: `files` leaves them out, `awaited` has them. */
			readonly foresee?: boolean;
		},
	): Promise<PreparedPictures>;
	/** The files of every picture that was prepared so far. */
	files(): Iterable<PublishedPicture>;
	/** The addresses of files that were only foreseen, with the path of the picture that each is made from. */
	awaited(): ReadonlyMap<UrlPath, string>;
}

interface NamedFile {
	readonly name: string;
	readonly width: number;
}

interface NamedPicture<File extends NamedFile> {
	readonly width: number;
	readonly height: number;
	readonly original: File;
	readonly variants: readonly File[];
}

/** Prepares the pictures of a content folder: several widths, without EXIF, each made only once. */
export function createImageStore({
	contentDirectory,
	cacheDirectory,
	encode = encodePicture,
}: ImageStoreOptions): ImageStore {
	const directory = path.join(cacheDirectory, "images");
	const stampsFile = stampsFileOf(directory, contentDirectory);
	const published = new Map<UrlPath, Omit<PublishedPicture, "address">>();
	const awaited = new Map<UrlPath, string>();

	function publish(source: string, digest: string, entry: CacheEntry): PictureView {
		const folder = entryDirectory(directory, digest);
		return viewOf(source, digest, entry, (src, { name, bytes, sha256 }) => {
			published.set(src, { cachedFile: path.join(folder, name), bytes, sha256 });
			awaited.delete(src);
		});
	}

	function viewOf<File extends NamedFile>(
		source: string,
		digest: string,
		picture: NamedPicture<File>,
		onFile: (src: UrlPath, file: File) => void,
	): PictureView {
		const add = (file: File, isResized: boolean) => {
			const { name, width } = file;
			const suffix = `${isResized ? `-${width}` : ""}${path.extname(name)}`;
			const src = pictureAddress(source, digest, suffix);
			onFile(src, file);
			return { src, width };
		};
		return {
			src: add(picture.original, picture.variants.length > 0).src,
			width: picture.width,
			height: picture.height,
			variants: picture.variants.map((variant) => add(variant, true)),
		};
	}

	async function prepareOne(
		source: string,
		stamps: SourceStamps,
		foresee: boolean,
	): Promise<PictureView | PictureFault> {
		const file = path.join(contentDirectory, source);
		const status = await stat(file).catch(() => undefined);
		if (!status?.isFile()) return strings.missing;
		const known = stamps[source];
		if (known && known.size === status.size && known.modified === status.mtimeMs) {
			const entry = await readEntry(directory, known.digest);
			if (entry) return publish(source, known.digest, entry);
		}
		const bytes = await readFile(file);
		const extension = path.extname(source).toLowerCase();
		const inspected = await inspectPicture(bytes, path.basename(source));
		if ("message" in inspected) return inspected;
		// Animations that were once made stills have other addresses now; all other addresses stay.
		const kind = isAnimatedByBytes(bytes) ? "animation " : "";
		const digest = createHash("sha256")
			.update(`${encodingVersion} ${extension} ${kind}`)
			.update(bytes)
			.digest("hex");
		let entry = await readEntry(directory, digest);
		const foreseen = foresee && !entry ? foreseePicture(inspected) : undefined;
		if (foreseen) return viewOf(source, digest, foreseen, (src) => awaited.set(src, source));
		if (!entry) {
			const picture = await encode(bytes, path.basename(source));
			if ("message" in picture) return picture;
			entry = await writeEntry(directory, digest, picture);
		}
		stamps[source] = { size: status.size, modified: status.mtimeMs, digest, inspection: inspectionVersion };
		return publish(source, digest, entry);
	}

	return {
		async prepare(paths, { onProgress, foresee = false } = {}) {
			await mkdir(directory, { recursive: true });
			const stamps = await readStamps(stampsFile);
			const results = new Map<string, PictureView | PictureFault>();
			const queue = [...new Set(paths)].values();
			const work = async () => {
				for (const source of queue) {
					results.set(source, await prepareOne(source, stamps, foresee));
					onProgress?.();
				}
			};
			// As many pictures are in memory as there are cores.
			await Promise.all(Array.from({ length: availableParallelism() }, work));
			await writeStamps(stampsFile, stamps);
			const pictures = new Map<string, PictureView>();
			const faults = new Map<string, PictureFault>();
			for (const source of new Set(paths)) {
				const result = results.get(source);
				if (!result) continue;
				if ("message" in result) faults.set(source, result);
				else pictures.set(source, result);
			}
			return { pictures, faults };
		},
		*files() {
			for (const [address, file] of published) yield { address, ...file };
		},
		awaited: () => awaited,
	};
}
