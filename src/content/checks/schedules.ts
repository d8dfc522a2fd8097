import { endOfWeek, isMonday } from "../../model/schedule.ts";
import { formatDay } from "../../text/index.ts";
import type { ContentProblem } from "../problem.ts";
import { strings } from "../strings.ts";
import { type PortalCheck, problemAt } from "./context.ts";

/** Finds weeks that do not begin on a Monday or exist twice, and items outside their week or with wrong times. */
export const checkSchedules: PortalCheck = (context) => {
	const problems: ContentProblem[] = [];
	const known = new Map<string, string>();
	for (const { file, fields } of context.records.schedules.values()) {
		const { week, items = [] } = fields;
		if (week === undefined) continue;
		if (!isMonday(week)) {
			problems.push(problemAt(context, file, ["week"], strings.weekNotMonday(formatDay(week))));
			continue;
		}
		const other = known.get(week);
		if (other !== undefined) problems.push(problemAt(context, file, ["week"], strings.sameWeek(other)));
		known.set(week, file);
		const end = endOfWeek(week);
		items.forEach(({ date, from, until }, index) => {
			if (date < week || date > end) {
				const wording = strings.outsideWeek(formatDay(week), formatDay(end));
				problems.push(problemAt(context, file, ["items", index, "date"], wording));
			}
			if (until !== undefined && (from === undefined || until <= from))
				problems.push(problemAt(context, file, ["items", index, "until"], strings.endsBeforeHour));
		});
	}
	return problems;
};
