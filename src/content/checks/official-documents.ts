import { formatDay } from "../../text/index.ts";
import type { ContentProblem } from "../problem.ts";
import { strings } from "../strings.ts";
import { type PortalCheck, problemAt } from "./context.ts";

/**
 * Finds official documents that replace or amend themselves or later ones, that expire before they take effect, or that
 * exist twice.
 */
export const checkOfficialDocuments: PortalCheck = (context) => {
	const problems: ContentProblem[] = [];
	const documents = context.records["official-documents"];
	const known = new Map<string, string>();
	for (const [id, { file, fields }] of documents) {
		const { number, date, issuer, effective, expires } = fields;
		for (const name of ["replaces", "amends"] as const) {
			fields[name]?.forEach((former, index) => {
				const other = documents.get(former)?.fields;
				const wording =
					former === id
						? strings.documentItself
						: date !== undefined && other?.date !== undefined && other.date > date
							? strings.documentEarlier(other.number ?? former, formatDay(other.date))
							: undefined;
				if (wording) problems.push(problemAt(context, file, [name, index], wording));
			});
		}
		const begins = effective ?? date;
		if (begins !== undefined && expires !== undefined && expires < begins)
			problems.push(problemAt(context, file, ["expires"], strings.documentDays));
		if (number === undefined || date === undefined || issuer === undefined) continue;
		const key = [number, date, issuer].join("\n").toLowerCase();
		const first = known.get(key);
		if (first === undefined) known.set(key, file);
		else problems.push(problemAt(context, file, ["number"], strings.sameDocument(first)));
	}
	return problems;
};
