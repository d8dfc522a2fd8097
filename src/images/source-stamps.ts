import { z } from "zod";
import { readSealed, writeSealed } from "../disk/sealed-file.ts";

const stampsSchema = z.record(
	z.string(),
	z.strictObject({ size: z.number(), modified: z.number(), digest: z.string().regex(/^[\da-f]{64}$/) }),
);

/** By path below the content folder: what a file looked like from outside when its digest was taken. */
export type SourceStamps = z.output<typeof stampsSchema>;

/** The stamps of the last run; none where there was none or they cannot be read. */
export async function readStamps(file: string): Promise<SourceStamps> {
	try {
		return stampsSchema.parse(JSON.parse((await readSealed(file)) ?? ""));
	} catch {
		return {};
	}
}

export async function writeStamps(file: string, stamps: SourceStamps): Promise<void> {
	await writeSealed(file, JSON.stringify(stamps));
}
