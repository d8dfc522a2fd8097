/** The documents of the API that hold records; none of a collection that has none. */
import { resolveContentPath } from "../../content/index.ts";
import { apiRecordsAddress, recordAddress } from "../../model/addresses.ts";
import type { ApiIndexView, ApiRecordsView } from "../api/views.ts";
import type { PlanContext } from "./context.ts";
import { groupBy } from "./group-by.ts";
import { type OfficialDocument, officialDocuments } from "./official-documents.ts";
import { optional } from "./optional.ts";

type RecordsDocument = NonNullable<ApiIndexView["records"]>[number] & { readonly view: () => ApiRecordsView };

export function* apiRecords(context: PlanContext): Generator<RecordsDocument> {
	const years = groupBy(officialDocuments(context).reverse(), ({ date }) => date.slice(0, 4));
	for (const [year, documents] of years) {
		yield {
			collection: "official-documents",
			year,
			count: documents.length,
			address: apiRecordsAddress("official-documents", year),
			view: () => ({
				"official-documents": documents.map((document) => officialDocument(context, document)),
			}),
		};
	}
}

function officialDocument(
	context: PlanContext,
	{ file: own, digest: _, bodyImages: __, files, ...fields }: OfficialDocument,
): ApiRecordsView["official-documents"][number] {
	return {
		...fields,
		address: recordAddress("official-documents", fields.id),
		files: files.flatMap(({ file, title }) => {
			const path = resolveContentPath(own, file);
			const prepared = context.documentFiles?.get(path) ?? context.attachments.get(path);
			return prepared ? [{ ...prepared, ...optional("title", title) }] : [];
		}),
	};
}
