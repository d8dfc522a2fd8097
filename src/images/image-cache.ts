import { stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { makeFolderAtomically } from "../disk/atomic-write.ts";
import { sha256 } from "../disk/digest.ts";
import { readRecord, writeRecord } from "../disk/sealed-file.ts";
import { type EncodedPicture, fileNameOf } from "./encode-picture.ts";

const cachedFileSchema = z.strictObject({
	name: z.string().regex(/^[\w-]+\.\w+$/),
	width: z.number(),
	bytes: z.number(),
	sha256: z.string(),
});

const entrySchema = z.strictObject({
	width: z.number(),
	height: z.number(),
	original: cachedFileSchema,
	variants: z.array(cachedFileSchema),
});

/** A prepared picture in the cache. File names are below the entry's folder. */
export type CacheEntry = z.output<typeof entrySchema>;

const descriptionName = "picture.json";

/** The folder of the prepared picture with this digest. */
export function entryDirectory(directory: string, digest: string): string {
	return path.join(directory, digest.slice(0, 2), digest);
}

/** The prepared picture with this digest; undefined where it is missing or damaged. */
export async function readEntry(directory: string, digest: string): Promise<CacheEntry | undefined> {
	const folder = entryDirectory(directory, digest);
	const entry = entrySchema.safeParse(await readRecord(path.join(folder, descriptionName))).data;
	for (const { name, bytes } of entry ? [entry.original, ...entry.variants] : []) {
		const status = await stat(path.join(folder, name)).catch(() => undefined);
		if (status?.size !== bytes) return undefined;
	}
	return entry;
}

/** Stores a prepared picture whole or not at all, in place of what was there. */
export async function writeEntry(
	directory: string,
	digest: string,
	picture: EncodedPicture,
): Promise<CacheEntry> {
	const describe = ({ extension, width, content }: EncodedPicture["original"]) => ({
		name: fileNameOf({ width, extension }),
		width,
		bytes: content.length,
		sha256: sha256(content),
	});
	const entry: CacheEntry = {
		width: picture.width,
		height: picture.height,
		original: describe(picture.original),
		variants: picture.variants.map(describe),
	};
	await makeFolderAtomically(entryDirectory(directory, digest), async (unfinished) => {
		for (const file of [picture.original, ...picture.variants]) {
			await writeFile(path.join(unfinished, describe(file).name), file.content);
		}
		await writeRecord(path.join(unfinished, descriptionName), entry);
	});
	return entry;
}
