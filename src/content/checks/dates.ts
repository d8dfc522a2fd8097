import { dayOf, hasTime, type IsoDate } from "../../model/ids.ts";
import { strings } from "../strings.ts";
import { type PortalCheck, problemAt } from "./context.ts";

/** Finds articles that were updated before they were published. */
export const checkDates: PortalCheck = (context) =>
	[...context.articles.values()]
		.filter(
			({ fields: { date, updated } }) =>
				date !== undefined && updated !== undefined && isBefore(updated, date),
		)
		.map(({ file }) => problemAt(context, file, ["updated"], strings.updatedBeforeDate));

/** A day is before another day, not before a moment of its own. */
function isBefore(one: IsoDate, other: IsoDate): boolean {
	return one < (hasTime(one) ? other : dayOf(other));
}
