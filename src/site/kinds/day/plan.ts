import { dayAddress } from "../../../model/addresses.ts";
import type { IsoDay } from "../../../model/ids.ts";
import { type Entry, visible } from "../../plan/archive-index.ts";
import { card, headline, wideCard } from "../../plan/cards.ts";
import type { PlanContext } from "../../plan/context.ts";
import { optional } from "../../plan/optional.ts";
import { inputsOf, type Output, output } from "../../plan/output.ts";
import { beginning, type Period } from "../../plan/periods.ts";
import type { DayView } from "../../views.ts";

/** If a day has more articles, they are shown as lines. */
const mostCards = 12;

/** The page of a day with articles. */
export function dayPage(context: PlanContext, period: Period<IsoDay>): Output {
	const { key: day, entries, previous, next } = period;
	return output("day", dayAddress(day), () => dayView(context, period), {
		inputs: () => inputsOf(entries, previous, next),
		day,
		...optional("through", beginning(context.index.byDay, next)),
	});
}

function dayView(context: PlanContext, { key: day, entries, previous, next }: Period<IsoDay>): DayView {
	const shown = visible(entries).reverse();
	const lead = leadOf(shown);
	const others = shown.filter((entry) => entry !== lead);
	const isLong = shown.length > mostCards;
	return {
		day,
		...(lead && { lead: wideCard(context, lead) }),
		cards: isLong ? [] : others.map((entry) => card(context, entry)),
		headlines: isLong ? others.map(headline) : [],
		...optional("previous", previous),
		...optional("next", next),
	};
}

/** Featured ones come before those with a picture; among equals the newest is taken. */
function leadOf(newestFirst: readonly Entry[]): Entry | undefined {
	const merit = ({ article }: Entry) => (article.featured ? 2 : 0) + (article.image ? 1 : 0);
	const best = Math.max(0, ...newestFirst.map(merit));
	return best === 0 ? undefined : newestFirst.find((entry) => merit(entry) === best);
}
