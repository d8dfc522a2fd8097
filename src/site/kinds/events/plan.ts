import { recordAddress, recordsAddresses } from "../../../model/addresses.ts";
import { asWritten } from "../../../model/as-written.ts";
import { compareVietnamese } from "../../../text/index.ts";
import { figure } from "../../plan/cards.ts";
import type { PlanContext } from "../../plan/context.ts";
import { optional } from "../../plan/optional.ts";
import { type Output, output } from "../../plan/output.ts";

/** The page that lists the events, if there are any. Their timelines are planned like other lists. */
export function* eventsPage(context: PlanContext): Generator<Output> {
	const events = [...context.portal.records.events.values()];
	if (events.length === 0) return;
	yield output("events", recordsAddresses.events, () => ({
		events: events
			.sort(
				({ since: one = "", name }, other) =>
					compareVietnamese(other.since ?? "", one) || compareVietnamese(name, other.name),
			)
			.map((event) => ({
				address: recordAddress("events", event.id),
				...asWritten("event", event),
				...optional("picture", event.image && figure(context, event.file, event.image)),
			})),
	}));
}
