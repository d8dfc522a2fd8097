import { z } from "zod";

/** Somebody by the id that never changes, and by the name of that day. */
const namedSchema = z.object({ id: z.string(), name: z.string() });

const recordSchema = z.object({
	state: z.enum(["writing", "review", "approved"]),
	/** Who began it. */
	owner: namedSchema,
	/** The published document that it began from; null where there was none. */
	base: z.string().nullable(),
	/** When it is to be published by itself. */
	publishAt: z.string().optional(),
	/** Why it was sent back. */
	reason: z.string().optional(),
	approvedBy: namedSchema.extend({ email: z.string() }).optional(),
	notes: z.array(z.object({ by: z.string(), at: z.string(), text: z.string() })),
	/** Published files that go when this is published; below the content folder. */
	removed: z.array(z.string()),
	changedBy: namedSchema,
	changedAt: z.string(),
});

/** What a pending revision is, beside its text: the file `revision.json` of its commits. Moments have +07:00. */
export type RevisionRecord = z.output<typeof recordSchema>;

/** @returns undefined where it is none of ours */
export function readRecord(bytes: Buffer): RevisionRecord | undefined {
	try {
		return recordSchema.parse(JSON.parse(bytes.toString("utf8")));
	} catch {
		return undefined;
	}
}

export function writeRecord(record: RevisionRecord): string {
	return `${JSON.stringify(record, null, "\t")}\n`;
}
