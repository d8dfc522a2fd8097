import { recordAddress, recordsAddresses, recordYearAddress } from "../../../model/addresses.ts";
import { asWritten } from "../../../model/as-written.ts";
import type { Slug } from "../../../model/ids.ts";
import type { PlanContext } from "../../plan/context.ts";
import {
	documentLink,
	documentState,
	facetAddress,
	filesOf,
	laterDocuments,
	type OfficialDocument,
} from "../../plan/official-documents.ts";
import { optional } from "../../plan/optional.ts";
import { type Output, output } from "../../plan/output.ts";
import type { OfficialDocumentLinkView, OfficialDocumentView } from "../../views.ts";

const collection = "official-documents";

/** A page for each official document. */
export function* officialDocumentPages(context: PlanContext): Generator<Output> {
	for (const document of context.portal.records[collection].values()) {
		yield output("official-document", recordAddress(collection, document.id), () =>
			documentView(context, document),
		);
	}
}

function documentView(context: PlanContext, document: OfficialDocument): OfficialDocumentView {
	const records = context.portal.records[collection];
	const named = (ids: readonly Slug[]): OfficialDocumentLinkView[] =>
		ids.flatMap((id) => {
			const other = records.get(id);
			return other ? [documentLink(other)] : [];
		});
	const { replacedBy, amendedBy } = laterDocuments(context);
	return {
		...asWritten("official-document", document),
		lists: {
			year: recordYearAddress(recordsAddresses[collection], document.date.slice(0, 4)),
			kind: facetAddress(document, "kind") ?? recordsAddresses[collection],
			issuer: facetAddress(document, "issuer") ?? recordsAddresses[collection],
			...optional("subject", facetAddress(document, "subject")),
		},
		files: filesOf(context, document),
		replaces: named(document.replaces),
		amends: named(document.amends),
		replacedBy: (replacedBy.get(document.id) ?? []).map(documentLink),
		amendedBy: (amendedBy.get(document.id) ?? []).map(documentLink),
		state: documentState(context, document),
	};
}
