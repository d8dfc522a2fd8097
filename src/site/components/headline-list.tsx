import { dayOf } from "../../model/ids.ts";
import type { HeadlineView } from "../views.ts";
import { Moment } from "./moment.tsx";

export interface HeadlineListProps {
	/** In the order in which they are shown. */
	readonly headlines: readonly HeadlineView[];
	/** What stands beside each headline: its day, its time, or its time and, where it changes, the day. */
	readonly dates: "day" | "time" | "both";
}

/** Headlines with their dates, one a line. */
export function HeadlineList({ headlines, dates }: HeadlineListProps) {
	return (
		<ul class={`headline-list headline-list-${dates}`}>
			{headlines.map((headline, index) => (
				<li>
					<a href={headline.address}>{headline.title}</a>{" "}
					<span class="headline-list-date">
						{dates !== "day" && <Moment at={headline.date} format="time" />}
						{dates === "both" && " "}
						{dates !== "time" && (
							<span class={isSameDay(headline, headlines[index - 1]) ? "headline-list-same" : undefined}>
								<Moment at={headline.date} format="day" />
							</span>
						)}
					</span>
				</li>
			))}
		</ul>
	);
}

function isSameDay(one: HeadlineView, other: HeadlineView | undefined): boolean {
	return other !== undefined && dayOf(one.date) === dayOf(other.date);
}
