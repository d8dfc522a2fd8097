import type { Person } from "../people.ts";
import { type Action, refusalOf, type Situation } from "../revisions/rights.ts";
import type { EntryState } from "../revisions/states.ts";
import type { DeskContext } from "./desk-context.ts";
import type { EntrySummary } from "./desk-store.ts";

/** In this order, what waits for a person: to be revised, to be reviewed, to be published. */
const order: readonly EntryState[] = ["writing", "review", "approved"];

/**
 * The articles that a person should revise, approve or publish. What waits longest is first in each state.
 *
 * @param summaryOf an article's line in lists
 */
export function waitingFor(
	desk: DeskContext,
	person: Person,
	summaryOf: (id: string) => EntrySummary | undefined,
): readonly EntrySummary[] {
	const pending = desk.pending.all.flatMap(({ collection, id }) =>
		collection === "articles" ? (summaryOf(id) ?? []) : [],
	);
	return pending
		.filter((entry) => isFor(person, entry))
		.sort(
			(a, b) =>
				order.indexOf(a.state) - order.indexOf(b.state) ||
				((a.changedAt ?? "") < (b.changedAt ?? "") ? -1 : 1),
		);
}

function isFor(person: Person, entry: EntrySummary): boolean {
	const { state, owner, reason, scheduledFor } = entry;
	const isOwn = owner?.id === person.id;
	const may = (action: Action) => refusalOf(action, situationOf(entry), person) === undefined;
	switch (state) {
		case "writing":
			return isOwn && reason !== undefined;
		case "review":
			return may("publish") || (!isOwn && may("approve"));
		case "approved":
			return scheduledFor === undefined && may("publish");
		default:
			return false;
	}
}

/** What a list tells of an entry. It has only the committee of the newest text. */
function situationOf({
	collection,
	state,
	isPublished,
	withdrawn,
	owner,
	committee,
}: EntrySummary): Situation {
	return {
		collection,
		state,
		isPublished,
		isWithdrawn: withdrawn !== undefined,
		...(owner && { owner: owner.id }),
		committees: committee === undefined ? [] : [committee],
	};
}
