import { dayOf } from "../../../model/ids.ts";
import type { Entry } from "../../plan/archive-index.ts";
import type { PlanContext } from "../../plan/context.ts";
import { optional } from "../../plan/optional.ts";
import { inputsOf, type Output, output } from "../../plan/output.ts";

/** The page at the address of an article that was withdrawn; undefined for all others. */
export function withdrawnPage({ index }: PlanContext, entry: Entry): Output | undefined {
	const { article } = entry;
	if (!entry.withdrawn || !article.withdrawn) return undefined;
	const { date: withdrawn, reason } = article.withdrawn;
	const ofDay = dayOf(article.date);
	const day = index.byDay.has(ofDay) ? ofDay : undefined;
	const view = () => ({ date: article.date, withdrawn, reason, ...optional("day", day) });
	return output("withdrawn", article.address, view, { inputs: () => inputsOf([entry], day), day: ofDay });
}
