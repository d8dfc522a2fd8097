/** The documents of the API that hold records; none of a collection that has none. */
import { resolveContentPath } from "../../content/index.ts";
import { apiRecordsAddress, calendarAddress, recordAddress } from "../../model/addresses.ts";
import type { ApiIndexView, ApiRecordsView } from "../api/views.ts";
import { figure } from "./cards.ts";
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
	const { events, schedules, units, people } = context.portal.records;
	for (const [year, weeks] of groupBy(schedules.values(), ({ week }) => week.slice(0, 4))) {
		yield {
			collection: "schedules",
			year,
			count: weeks.length,
			address: apiRecordsAddress("schedules", year),
			view: () => ({
				schedules: weeks.map(({ file: _, digest: __, bodyImages: ___, ...fields }) => ({
					...fields,
					address: recordAddress("schedules", fields.id),
					calendar: calendarAddress(fields.id),
				})),
			}),
		};
	}
	const whole = (
		collection: "events" | "units" | "people",
		count: number,
		view: () => ApiRecordsView,
	): RecordsDocument[] =>
		count === 0 ? [] : [{ collection, count, address: apiRecordsAddress(collection), view }];
	yield* whole("events", events.size, () => ({
		events: [...events.values()].map(({ file, digest: _, bodyImages: __, image, ...fields }) => ({
			...fields,
			address: recordAddress("events", fields.id),
			...optional("image", image && figure(context, file, image)),
		})),
	}));
	yield* whole("units", units.size, () => ({
		units: [...units.values()].map(({ file: _, digest: __, bodyImages: ___, ...fields }) => ({
			...fields,
			address: recordAddress("units", fields.id),
		})),
	}));
	yield* whole("people", people.size, () => ({
		people: [...people.values()].map(({ file, digest: _, bodyImages: __, portrait, ...fields }) => ({
			...fields,
			...optional(
				"portrait",
				portrait === undefined ? undefined : context.pictures.get(resolveContentPath(file, portrait)),
			),
		})),
	}));
}

function officialDocument(
	context: PlanContext,
	{ file: own, digest: _, bodyImages: __, files, ...fields }: OfficialDocument,
): Extract<ApiRecordsView, { "official-documents": unknown }>["official-documents"][number] {
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
