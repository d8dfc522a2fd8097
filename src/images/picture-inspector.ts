import { readFile, stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { readRecord, writeRecord } from "../disk/sealed-file.ts";
import { faultInPixels, inspectionVersion, inspectPicture, type PictureFault } from "./inspect-picture.ts";
import { readStamps, stampsFileOf } from "./source-stamps.ts";
import { strings } from "./strings.ts";

export interface InspectPicturesOptions {
	readonly contentDirectory: string;
	/** Keeps which pictures were found sound. */
	readonly cacheDirectory: string;
	readonly onProgress?: () => void;
}

/** By path below the content folder: size and time of pictures that were found sound. */
const soundSchema = z.strictObject({
	inspection: z.literal(inspectionVersion),
	pictures: z.record(z.string(), z.tuple([z.number(), z.number()])),
});

/**
 * Finds what is wrong with pictures without preparing them. Pictures without a finding can be prepared. A picture is
 * decoded once and then known by its size and time, as one that was prepared is.
 *
 * @param paths below the content folder
 * @returns the faulty ones
 */
export async function inspectPictures(
	paths: readonly string[],
	{ contentDirectory, cacheDirectory, onProgress }: InspectPicturesOptions,
): Promise<ReadonlyMap<string, PictureFault>> {
	const directory = path.join(cacheDirectory, "images");
	const stampsFile = stampsFileOf(directory, contentDirectory);
	const prepared = await readStamps(stampsFile);
	const soundFile = `${stampsFile}.sound`;
	const known = await readSound(soundFile);
	const sound: Record<string, [number, number]> = {};
	const faults = new Map<string, PictureFault>();
	const inspect = async (source: string): Promise<void> => {
		const file = path.join(contentDirectory, source);
		const status = await stat(file).catch(() => undefined);
		if (!status?.isFile()) {
			faults.set(source, strings.missing);
			return;
		}
		const { size, mtimeMs } = status;
		const isKnown =
			(prepared[source]?.size === size && prepared[source]?.modified === mtimeMs) ||
			(known[source]?.[0] === size && known[source]?.[1] === mtimeMs);
		const fault = isKnown ? undefined : await faultOf(await readFile(file), path.basename(source));
		if (fault) faults.set(source, fault);
		else sound[source] = [size, mtimeMs];
	};
	const queue = [...new Set(paths)].values();
	const work = async () => {
		for (const source of queue) {
			await inspect(source);
			onProgress?.();
		}
	};
	await Promise.all(Array.from({ length: availableParallelism() }, work));
	await writeSound(soundFile, known, sound);
	return faults;
}

async function faultOf(bytes: Uint8Array, name: string): Promise<PictureFault | undefined> {
	const inspected = await inspectPicture(bytes, name);
	return "message" in inspected ? inspected : faultInPixels(bytes, inspected);
}

type SoundPictures = z.output<typeof soundSchema>["pictures"];

async function readSound(file: string): Promise<SoundPictures> {
	return soundSchema.safeParse(await readRecord(file)).data?.pictures ?? {};
}

async function writeSound(file: string, before: SoundPictures, pictures: SoundPictures): Promise<void> {
	if (isDeepStrictEqual(before, pictures)) return;
	await writeRecord(file, { inspection: inspectionVersion, pictures });
}
