/** Official documents in their order, with their relations to each other. */
import { resolveContentPath } from "../../content/index.ts";
import { say } from "../../messages/index.ts";
import { documentFacetAddress, recordAddress } from "../../model/addresses.ts";
import type { Slug } from "../../model/ids.ts";
import { dayOf } from "../../model/ids.ts";
import { type DocumentFacet, isInForce, slugOfFacet } from "../../model/official-document.ts";
import type { RecordOf } from "../../model/records.ts";
import type { OfficialDocumentLineView, OfficialDocumentLinkView, OfficialDocumentView } from "../views.ts";
import type { PlanContext } from "./context.ts";
import { optional } from "./optional.ts";

export type OfficialDocument = RecordOf<"official-documents">;

/** All, newest first; those of one day by number, the greatest first. */
export function officialDocuments({ portal }: Pick<PlanContext, "portal">): OfficialDocument[] {
	return [...portal.records["official-documents"].values()].sort(
		(one, other) =>
			compare(other.date, one.date) || firstNumber(other) - firstNumber(one) || compare(one.id, other.id),
	);
}

function compare(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}

function firstNumber({ number }: OfficialDocument): number {
	return Number(/\d+/.exec(number)?.[0] ?? 0);
}

/** "Kế hoạch số 43-KH/TU" */
export function documentHeading(
	context: Pick<PlanContext, "messages">,
	{ kind, number }: Pick<OfficialDocument, "kind" | "number">,
): string {
	return say(context, "officialDocument.heading", {
		kind: say(context, `officialDocumentKind.${kind}`),
		number,
	});
}

export function facetAddress(document: OfficialDocument, facet: DocumentFacet) {
	const slug = slugOfFacet(document, facet);
	return slug === undefined ? undefined : documentFacetAddress(facet, slug);
}

/** The later documents by which each was replaced or amended, oldest first. */
interface LaterDocuments {
	readonly replacedBy: ReadonlyMap<Slug, readonly OfficialDocument[]>;
	readonly amendedBy: ReadonlyMap<Slug, readonly OfficialDocument[]>;
}

const knownLater = new WeakMap<object, LaterDocuments>();

export function laterDocuments({ portal }: Pick<PlanContext, "portal">): LaterDocuments {
	const records = portal.records["official-documents"];
	let known = knownLater.get(records);
	if (!known) {
		const documents = officialDocuments({ portal }).reverse();
		const later = (name: "replaces" | "amends") => {
			const found = new Map<Slug, OfficialDocument[]>();
			for (const document of documents)
				for (const former of document[name]) found.set(former, [...(found.get(former) ?? []), document]);
			return found;
		};
		known = { replacedBy: later("replaces"), amendedBy: later("amends") };
		knownLater.set(records, known);
	}
	return known;
}

/** Whether a document is in force at the portal's moment. */
export function documentState(
	context: PlanContext,
	document: OfficialDocument,
): NonNullable<OfficialDocumentView["state"]> {
	const today = dayOf(context.portal.now);
	const isReplaced = laterDocuments(context)
		.replacedBy.get(document.id)
		?.some(({ effective, date }) => (effective ?? date) <= today);
	if (isReplaced) return "replaced";
	if (isInForce(document, today)) return "inForce";
	return document.effective !== undefined && document.effective > today ? "notYet" : "expired";
}

export function documentLine(context: PlanContext, document: OfficialDocument): OfficialDocumentLineView {
	const state = documentState(context, document);
	return {
		...documentLink(document),
		issuer: document.issuer,
		slugs: {
			kind: slugOfFacet(document, "kind") ?? "",
			issuer: slugOfFacet(document, "issuer") ?? "",
			...optional("subject", slugOfFacet(document, "subject")),
		},
		...((state === "replaced" || state === "expired") && { ended: state }),
	};
}

export function documentLink({
	id,
	number,
	kind,
	date,
	summary,
}: OfficialDocument): OfficialDocumentLinkView {
	return { address: recordAddress("official-documents", id), number, kind, date, summary };
}

/** The published files of a document, without those that are not prepared yet. */
export function filesOf(
	{ documentFiles, attachments }: PlanContext,
	document: OfficialDocument,
): OfficialDocumentView["files"] {
	return document.files.flatMap(({ file, title }) => {
		const path = resolveContentPath(document.file, file);
		const shown = documentFiles?.get(path);
		const prepared = shown ?? attachments.get(path);
		return prepared
			? [{ ...prepared, ...optional("title", title), ...(shown && { preview: true as const }) }]
			: [];
	});
}
