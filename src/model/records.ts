/**
 * The office's records: what is registered beside the articles, one data file each, named by a slug. Each collection is a
 * folder of the content; this table is what the reader, the desk, the editor and the API know of it.
 */
import type { z } from "zod";
import { eventSchema } from "./event.ts";
import type { Slug } from "./ids.ts";
import { officialDocumentSchema } from "./official-document.ts";
import { personSchema } from "./person.ts";
import { questionSchema } from "./question.ts";
import { type RecordCollection, recordNames } from "./record-names.ts";
import { scheduleSchema } from "./schedule.ts";
import { unitSchema } from "./unit.ts";

interface RecordCollectionRow {
	/** Names one of its documents. */
	readonly kind: string;
	readonly schema: z.ZodObject;
	/** The field by which editors know a record, and from which a new one's file is named. */
	readonly identifier: string;
	/** A field whose year stands behind it in the file's name. */
	readonly yearOf?: string;
}

export const recordCollections = {
	"official-documents": {
		kind: "official-document",
		schema: officialDocumentSchema,
		identifier: "number",
		yearOf: "date",
	},
	events: { kind: "event", schema: eventSchema, identifier: "name" },
	schedules: { kind: "schedule", schema: scheduleSchema, identifier: "week" },
	units: { kind: "unit", schema: unitSchema, identifier: "name" },
	people: { kind: "person", schema: personSchema, identifier: "name" },
	questions: { kind: "question", schema: questionSchema, identifier: "question" },
} as const satisfies Readonly<Record<RecordCollection, RecordCollectionRow>>;

export type RecordKind = (typeof recordCollections)[RecordCollection]["kind"];
export type RecordFields<Name extends RecordCollection> = z.output<
	(typeof recordCollections)[Name]["schema"]
>;

/** A record as the portal knows it. */
export type RecordOf<Name extends RecordCollection> = RecordFields<Name> & {
	readonly id: Slug;
	/** Path below the content folder. */
	readonly file: string;
	/** SHA-256 of the file's bytes, in hexadecimal. */
	readonly digest: string;
};

/** All records, by collection and id, in the order of their files. */
export type Records = { readonly [Name in RecordCollection]: ReadonlyMap<Slug, RecordOf<Name>> };

/** The collection of a kind of document; undefined for kinds that are no records. */
export function collectionOfKind(kind: string): RecordCollection | undefined {
	return recordNames.find((name) => recordCollections[name].kind === kind);
}
