import {
	apiRecordsAddress,
	atomAddress,
	calendarAddress,
	documentFacetAddress,
	jsonFeedAddress,
	questionTopicAddress,
	recordAddress,
	recordsAddresses,
	recordYearAddress,
	wholeCalendarAddress,
} from "../../model/addresses.ts";
import type { UrlPath } from "../../model/ids.ts";
import {
	documentFacets,
	mostDocumentsOfList,
	type OfficialDocumentFields,
	slugOfFacet,
} from "../../model/official-document.ts";
import { mostQuestionsOfPage, slugOfTopic } from "../../model/question.ts";
import type { Entry, RecordEntries } from "./context.ts";

/** The addresses of all records and of their lists, feeds and API documents. Some occur several times. */
export function recordAddresses(records: RecordEntries): UrlPath[] {
	return [
		...officialDocumentAddresses(records["official-documents"]),
		...organisationAddresses(records),
		...eventAddresses(records),
		...scheduleAddresses(records),
		...questionAddresses(records),
		...(records.banners.size > 0 ? [apiRecordsAddress("banners")] : []),
	];
}

function officialDocumentAddresses(documents: RecordEntries["official-documents"]): UrlPath[] {
	const collection = "official-documents";
	const landing = recordsAddresses[collection];
	if (documents.size === 0) return [];
	const sizes = new Map<UrlPath, number>();
	const listsOf = ({ fields }: Entry<OfficialDocumentFields>): UrlPath[] =>
		documentFacets.flatMap((facet) => {
			const slug = slugOfFacet(fields, facet);
			return slug === undefined ? [] : documentFacetAddress(facet, slug);
		});
	for (const document of documents.values())
		for (const list of listsOf(document)) sizes.set(list, (sizes.get(list) ?? 0) + 1);
	const hasYears = (list: UrlPath): boolean => (sizes.get(list) ?? 0) > mostDocumentsOfList;
	return [
		...[landing, atomAddress(landing), jsonFeedAddress(landing)],
		...[...documents].flatMap(([id, document]) => {
			const year = document.fields.date?.slice(0, 4);
			const lists = listsOf(document);
			return [
				recordAddress(collection, id),
				...lists,
				...(year === undefined
					? []
					: [
							apiRecordsAddress(collection, year),
							...[landing, ...lists.filter(hasYears)].map((list) => recordYearAddress(list, year)),
						]),
			];
		}),
	];
}

function organisationAddresses({ units, people }: RecordEntries): UrlPath[] {
	return [
		...[...units.keys()].map((id) => recordAddress("units", id)),
		...(units.size > 0 ? [recordsAddresses.units, apiRecordsAddress("units")] : []),
		...(people.size > 0 ? [apiRecordsAddress("people")] : []),
	];
}

/** Without the numbered pages of timelines. */
function eventAddresses({ events }: RecordEntries): UrlPath[] {
	const timelines = [...events.keys()].map((id) => recordAddress("events", id));
	return [
		...(events.size > 0 ? [recordsAddresses.events, apiRecordsAddress("events")] : []),
		...timelines.flatMap((landing) => [landing, atomAddress(landing), jsonFeedAddress(landing)]),
	];
}

function scheduleAddresses({ schedules }: RecordEntries): UrlPath[] {
	return [
		...(schedules.size > 0 ? [recordsAddresses.schedules, wholeCalendarAddress] : []),
		...[...schedules.keys()].flatMap((id) => [
			recordAddress("schedules", id),
			calendarAddress(id),
			apiRecordsAddress("schedules", id.slice(0, "yyyy".length)),
		]),
	];
}

function questionAddresses({ questions }: RecordEntries): UrlPath[] {
	if (questions.size === 0) return [];
	const topics = [...questions.values()].map(({ fields }) => questionTopicAddress(slugOfTopic(fields.topic)));
	return [
		recordsAddresses.questions,
		apiRecordsAddress("questions"),
		...(questions.size > mostQuestionsOfPage ? topics : []),
	];
}
