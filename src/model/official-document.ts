import { z } from "zod";
import { slugify } from "../text/index.ts";
import { day, field, filePath, line, list, slug, text } from "./fields.ts";
import type { IsoDay } from "./ids.ts";
import { strings } from "./strings.ts";

/** The kinds of documents that an office issues, in the order of lists (Decree 30/2020/NĐ-CP, Regulation 66-QĐ/TW). */
export const officialDocumentKinds = [
	"resolution",
	"directive",
	"conclusion",
	"decision",
	"regulation",
	"rules",
	"statute",
	"programme",
	"plan",
	"guidance",
	"report",
	"notice",
	"submission",
	"announcement",
	"official-letter",
	"other-document",
] as const;

export type OfficialDocumentKind = (typeof officialDocumentKinds)[number];

const fileSchema = z.strictObject({
	file: field(filePath(), { ...strings.officialDocument.file, control: "file" }),
	title: field(line(1, 200), strings.officialDocument.fileTitle).optional(),
});

/** `content/official-documents/<id>.yml`. */
export const officialDocumentSchema = z.strictObject({
	number: field(line(1, 60), strings.officialDocument.number),
	kind: field(
		z.enum(officialDocumentKinds, strings.problems.choice(officialDocumentKinds)),
		strings.officialDocument.kind,
	),
	date: field(day(), { ...strings.officialDocument.date, control: "day" }),
	summary: field(text(5, 600), { ...strings.officialDocument.summary, control: "longText" }),
	issuer: field(line(2, 160), strings.officialDocument.issuer),
	signer: field(line(2, 120), strings.officialDocument.signer).optional(),
	signerPost: field(line(2, 160), strings.officialDocument.signerPost).optional(),
	subject: field(line(2, 80), strings.officialDocument.subject).optional(),
	files: field(list(fileSchema, 20), strings.officialDocument.files),
	effective: field(day(), { ...strings.officialDocument.effective, control: "day" }).optional(),
	expires: field(day(), { ...strings.officialDocument.expires, control: "day" }).optional(),
	replaces: field(list(slug(), 20), {
		...strings.officialDocument.replaces,
		control: "reference",
		refersTo: "official-documents",
	}),
	amends: field(list(slug(), 20), {
		...strings.officialDocument.amends,
		control: "reference",
		refersTo: "official-documents",
	}),
});

export type OfficialDocumentFields = z.output<typeof officialDocumentSchema>;

/** Whether a document is in force on a day by its own dates, including its last day. */
export function isInForce(
	{ effective, expires }: Pick<OfficialDocumentFields, "effective" | "expires">,
	day: IsoDay,
): boolean {
	return (effective === undefined || effective <= day) && (expires === undefined || expires >= day);
}

/** The most documents on the first page of a list. A list with more has a page for each year. */
export const mostDocumentsOfList = 30;

/** The properties by which official documents are listed. */
export const documentFacets = ["kind", "issuer", "subject"] as const;

export type DocumentFacet = (typeof documentFacets)[number];

/**
 * The slug of the facet's list that a document belongs to; undefined if the document lacks the facet. A kind's slug is
 * made from the model's own text, so that a portal's texts change no address.
 */
export function slugOfFacet(
	document: Partial<Pick<OfficialDocumentFields, DocumentFacet>>,
	facet: DocumentFacet,
): string | undefined {
	const { kind } = document;
	const name = facet === "kind" ? kind && strings.officialDocumentKinds[kind] : document[facet];
	return name === undefined ? undefined : slugify(name) || "khac";
}
