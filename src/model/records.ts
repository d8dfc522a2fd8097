/**
 * The office's records: data besides articles, with one file per record, named by a slug. Each collection is a folder
 * of the content. The content reader, the desk, the editor and the API all use this table.
 */
import type { z } from "zod";
import { bannerSchema, isBannerShown } from "./banner.ts";
import { eventSchema } from "./event.ts";
import type { IsoDateTime, Slug } from "./ids.ts";
import { officialDocumentSchema } from "./official-document.ts";
import { personSchema } from "./person.ts";
import { questionSchema } from "./question.ts";
import { type RecordCollection, recordNames } from "./record-names.ts";
import { scheduleSchema } from "./schedule.ts";
import { unitSchema } from "./unit.ts";

interface RecordCollectionRow {
	/** The name of its kind of document. */
	readonly kind: string;
	readonly schema: z.ZodObject;
	/** The field that identifies a record for editors, and from which a new file's name is made. */
	readonly identifier: string;
	/** A date field whose year is appended to the file's name. */
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
	banners: { kind: "banner", schema: bannerSchema, identifier: "name" },
} as const satisfies Readonly<Record<RecordCollection, RecordCollectionRow>>;

export type RecordKind = (typeof recordCollections)[RecordCollection]["kind"];
export type RecordFields<Name extends RecordCollection> = z.output<
	(typeof recordCollections)[Name]["schema"]
>;

/** A record of the portal. */
export type RecordOf<Name extends RecordCollection> = RecordFields<Name> & {
	readonly id: Slug;
	/** Path below the content folder. */
	readonly file: string;
	/** SHA-256 of the file's bytes, in hexadecimal. */
	readonly digest: string;
};

/** All records, by collection and id, in the order of their files. */
export type Records = { readonly [Name in RecordCollection]: ReadonlyMap<Slug, RecordOf<Name>> };

/** The collection of a kind of document; undefined for kinds that are not records. */
export function collectionOfKind(kind: string): RecordCollection | undefined {
	return recordNames.find((name) => recordCollections[name].kind === kind);
}

/** Whether readers see a record at a moment. Banners alone come and go by the clock. */
export function isRecordShown<Name extends RecordCollection>(
	name: Name,
	fields: Partial<RecordFields<Name>>,
	now: IsoDateTime,
): boolean {
	return name !== "banners" || isBannerShown(fields, now);
}
