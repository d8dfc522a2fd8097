import { strings } from "../strings.ts";
import { type PortalCheck, problemAt } from "./context.ts";

/** Finds articles that were updated before they were published. */
export const checkDates: PortalCheck = (context) =>
	[...context.articles.values()]
		.filter(({ fields: { date, updated } }) => date !== undefined && updated !== undefined && updated < date)
		.map(({ file }) => problemAt(context, file, ["updated"], strings.updatedBeforeDate));
