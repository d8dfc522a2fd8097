/** The API documents of records; none for an empty collection. */
import { renderMarkdown } from "../../content/index.ts";
import { apiRecordsAddress, calendarAddress, recordAddress } from "../../model/addresses.ts";
import type { ApiIndexView, ApiRecordsView } from "../api/views.ts";
import { figure, pictureOf } from "./cards.ts";
import type { PlanContext } from "./context.ts";
import { groupBy } from "./group-by.ts";
import { filesOf, type OfficialDocument, officialDocuments } from "./official-documents.ts";
import { optional } from "./optional.ts";
import { portraitOf } from "./organisation.ts";

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
	const { events, schedules, units, people, questions, banners } = context.portal.records;
	for (const [year, weeks] of groupBy(schedules.values(), ({ week }) => week.slice(0, 4))) {
		yield {
			collection: "schedules",
			year,
			count: weeks.length,
			address: apiRecordsAddress("schedules", year),
			view: () => ({
				schedules: weeks.map(({ file: _, digest: __, ...fields }) => ({
					...fields,
					address: recordAddress("schedules", fields.id),
					calendar: calendarAddress(fields.id),
				})),
			}),
		};
	}
	const whole = (
		collection: "events" | "units" | "people" | "questions" | "banners",
		count: number,
		view: () => ApiRecordsView,
	): RecordsDocument[] =>
		count === 0 ? [] : [{ collection, count, address: apiRecordsAddress(collection), view }];
	yield* whole("events", events.size, () => ({
		events: [...events.values()].map(({ file, digest: _, image, ...fields }) => ({
			...fields,
			address: recordAddress("events", fields.id),
			...optional("image", image && figure(context, file, image)),
		})),
	}));
	yield* whole("units", units.size, () => ({
		units: [...units.values()].map(({ file: _, digest: __, ...fields }) => ({
			...fields,
			address: recordAddress("units", fields.id),
		})),
	}));
	yield* whole("people", people.size, () => ({
		people: [...people.values()].map((person) => {
			const { file: _, digest: __, ...fields } = person;
			return { ...fields, portrait: portraitOf(context, person) };
		}),
	}));
	yield* whole("questions", questions.size, () => ({
		questions: [...questions.values()].map(({ file: _, digest: __, ...fields }) => ({
			...fields,
			address: recordAddress("questions", fields.id),
			html: renderMarkdown(fields.answer, { messages: context.messages }),
		})),
	}));
	yield* whole("banners", banners.size, () => ({
		banners: [...banners.values()].map(({ file, digest: _, image, ...fields }) => ({
			...fields,
			...optional("image", pictureOf(context, file, image)),
		})),
	}));
}

function officialDocument(
	context: PlanContext,
	document: OfficialDocument,
): Extract<ApiRecordsView, { "official-documents": unknown }>["official-documents"][number] {
	const { file: _, digest: __, ...fields } = document;
	return {
		...fields,
		address: recordAddress("official-documents", fields.id),
		files: filesOf(context, document).map(({ preview: ___, pages: ____, ...file }) => file),
	};
}
