import { z } from "zod";

/** A person by the id, which never changes, and the name at that time. */
const namedSchema = z.object({ id: z.string(), name: z.string() });

const recordSchema = z.object({
	state: z.enum(["writing", "review", "approved"]),
	/** The person who started it. */
	owner: namedSchema,
	/** The published document on which it is based; null if there was none. */
	base: z.string().nullable(),
	/** When it will be published automatically. */
	publishAt: z.string().optional(),
	/** Why it was sent back. */
	reason: z.string().optional(),
	approvedBy: namedSchema.extend({ email: z.string() }).optional(),
	notes: z.array(z.object({ by: z.string(), at: z.string(), text: z.string() })),
	/** Published files that are removed when this is published; below the content folder. */
	removed: z.array(z.string()),
	changedBy: namedSchema,
	changedAt: z.string(),
});

/** What is recorded about a pending revision: the file `revision.json` in its commits. Moments have +07:00. */
export type RevisionRecord = z.output<typeof recordSchema>;

/** @returns undefined if it is not a valid record */
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
