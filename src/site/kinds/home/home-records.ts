/** The office's records on the home page. */
import { recordAddress } from "../../../model/addresses.ts";
import { dayOf } from "../../../model/ids.ts";
import { endOfWeek, inOrder } from "../../../model/schedule.ts";
import type { PlanContext } from "../../plan/context.ts";
import { documentLink, officialDocuments } from "../../plan/official-documents.ts";
import type { HomeRecordsView } from "../../views.ts";

const documentCount = 4;
const itemCount = 5;
const questionCount = 5;

/** Undefined if there is nothing to show. */
export function homeRecords(context: PlanContext): HomeRecordsView | undefined {
	const documents = officialDocuments(context).slice(0, documentCount).map(documentLink);
	const week = comingWeek(context);
	const questions = [...context.portal.records.questions.values()]
		.sort((one, other) =>
			one.date === other.date ? (one.id < other.id ? -1 : 1) : one.date > other.date ? -1 : 1,
		)
		.slice(0, questionCount)
		.map(({ id, question }) => ({ label: question, address: recordAddress("questions", id) }));
	const view = {
		...(documents.length > 0 && { documents }),
		...(week && { week }),
		...(questions.length > 0 && { questions }),
	};
	return Object.keys(view).length > 0 ? view : undefined;
}

/** The first week with items that are not over. */
function comingWeek({ portal }: PlanContext): HomeRecordsView["week"] {
	const today = dayOf(portal.now);
	const [first] = [...portal.records.schedules.values()]
		.map(({ id, week, items }) => ({ id, week, items: inOrder(items.filter(({ date }) => date >= today)) }))
		.filter(({ items }) => items.length > 0)
		.sort((one, other) => (one.week < other.week ? -1 : 1));
	return (
		first && {
			address: recordAddress("schedules", first.id),
			items: first.items.slice(0, itemCount),
			isThisWeek: first.week <= today && today <= endOfWeek(first.week),
		}
	);
}
