import path from "node:path";
import { z } from "zod";
import { sha256 } from "../disk/digest.ts";
import { readRecord, writeRecord } from "../disk/sealed-file.ts";
import { inspectionVersion } from "./inspect-picture.ts";

const stampsSchema = z.record(
	z.string(),
	z.strictObject({
		size: z.number(),
		modified: z.number(),
		digest: z.string().regex(/^[\da-f]{64}$/),
		inspection: z.literal(inspectionVersion),
	}),
);

/** By path below the content folder: what a file looked like from outside when its digest was taken. */
export type SourceStamps = z.output<typeof stampsSchema>;

/** One for each content folder. @param directory where prepared pictures are kept */
export function stampsFileOf(directory: string, contentDirectory: string): string {
	const contentKey = sha256(path.resolve(contentDirectory)).slice(0, 16);
	return path.join(directory, `stamps-${contentKey}.json`);
}

/** The stamps of the last run; none where there was none or they cannot be read. */
export async function readStamps(file: string): Promise<SourceStamps> {
	return stampsSchema.safeParse(await readRecord(file)).data ?? {};
}

export async function writeStamps(file: string, stamps: SourceStamps): Promise<void> {
	await writeRecord(file, stamps);
}
