import type { HeadlineView } from "../views.ts";
import { Moment } from "./moment.tsx";

export interface HeadlineListProps {
	/** In the order in which they are shown. */
	readonly headlines: readonly HeadlineView[];
	/** What stands beside each headline: its day, its time, or both. */
	readonly dates: "day" | "time" | "both";
}

/** Headlines with their dates, one a line. */
export function HeadlineList({ headlines, dates }: HeadlineListProps) {
	return (
		<ul class={`headline-list headline-list-${dates}`}>
			{headlines.map((headline) => (
				<li>
					<a href={headline.address}>{headline.title}</a>{" "}
					<span class="headline-list-date">
						{dates !== "day" && <Moment at={headline.date} format="time" />}
						{dates === "both" && " "}
						{dates !== "time" && <Moment at={headline.date} format="day" />}
					</span>
				</li>
			))}
		</ul>
	);
}
