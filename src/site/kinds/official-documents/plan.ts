import { say } from "../../../messages/index.ts";
import { documentFacetAddress, recordsAddresses, recordYearAddress } from "../../../model/addresses.ts";
import type { UrlPath } from "../../../model/ids.ts";
import {
	type DocumentFacet,
	documentFacets,
	mostDocumentsOfList,
	slugOfFacet,
} from "../../../model/official-document.ts";
import { compareVietnamese } from "../../../text/index.ts";
import type { PlanContext } from "../../plan/context.ts";
import { groupBy } from "../../plan/group-by.ts";
import { documentLine, type OfficialDocument, officialDocuments } from "../../plan/official-documents.ts";
import { type Output, output } from "../../plan/output.ts";
import type { OfficialDocumentFacetView, OfficialDocumentsView } from "../../views.ts";

const landing = recordsAddresses["official-documents"];

/** The common property of a list, and its landing page. */
interface DocumentList extends Pick<OfficialDocumentsView, "of" | "landing"> {
	/** Newest first. */
	readonly documents: readonly OfficialDocument[];
	readonly facets?: () => NonNullable<OfficialDocumentsView["facets"]>;
}

/** Every list of official documents; none without documents. */
export function* officialDocumentLists(context: PlanContext): Generator<Output> {
	const documents = officialDocuments(context);
	if (documents.length === 0) return;
	const facets = documentFacets.map((facet) => [facet, groupsOf(documents, facet)] as const);
	yield* pagesOf(context, {
		landing,
		documents,
		facets: () =>
			Object.fromEntries(
				facets.map(([facet, groups]) => [facet, facetViews(context, facet, groups)]),
			) as unknown as NonNullable<OfficialDocumentsView["facets"]>,
	});
	for (const [facet, groups] of facets) {
		for (const [slug, own] of groups) {
			yield* pagesOf(context, {
				of: { facet, label: labelOf(context, facet, own) },
				landing: documentFacetAddress(facet, slug),
				documents: own,
			});
		}
	}
}

function groupsOf(
	documents: readonly OfficialDocument[],
	facet: DocumentFacet,
): Map<string, OfficialDocument[]> {
	const groups = groupBy(documents, (document) => slugOfFacet(document, facet) ?? "");
	groups.delete("");
	return groups;
}

function labelOf(context: PlanContext, facet: DocumentFacet, [newest]: readonly OfficialDocument[]): string {
	if (!newest) return "";
	return facet === "kind" ? say(context, `officialDocumentKind.${newest.kind}`) : (newest[facet] ?? "");
}

function facetViews(
	context: PlanContext,
	facet: DocumentFacet,
	groups: ReadonlyMap<string, readonly OfficialDocument[]>,
): OfficialDocumentFacetView[] {
	return [...groups]
		.map(([slug, own]) => ({
			label: labelOf(context, facet, own),
			slug,
			address: documentFacetAddress(facet, slug),
			count: own.length,
		}))
		.sort((a, b) => compareVietnamese(a.label, b.label));
}

/** A landing page with the newest, and pages for the years if there are more. */
function* pagesOf(context: PlanContext, list: DocumentList): Generator<Output> {
	const { documents, of, facets } = list;
	const common = { ...(of && { of }), landing: list.landing };
	const years = [...groupBy(documents, ({ date }) => date.slice(0, 4))];
	const hasYears = facets !== undefined || documents.length > mostDocumentsOfList;
	const addressOf = (year: string): UrlPath => recordYearAddress(list.landing, year);
	yield output("official-documents", list.landing, () => ({
		...common,
		documents: documents.slice(0, mostDocumentsOfList).map((document) => documentLine(context, document)),
		...(hasYears && { years: years.map(([year]) => ({ year, address: addressOf(year) })) }),
		...(facets && { facets: facets() }),
	}));
	if (!hasYears) return;
	for (const [at, [year, own]] of years.entries()) {
		const [next, previous] = [years[at - 1]?.[0], years[at + 1]?.[0]];
		yield output("official-documents", addressOf(year), () => ({
			...common,
			year,
			documents: own.map((document) => documentLine(context, document)),
			...(previous && { previous }),
			...(next && { next }),
		}));
	}
}
