import { dayOf } from "../../model/ids.ts";
import type { HeadlineView } from "../views.ts";
import { Moment } from "./moment.tsx";
import { oncePerView } from "./once-per-view.ts";

export interface HeadlineListProps {
	/** In the order in which they are shown. */
	readonly headlines: readonly HeadlineView[];
	/** What stands beside each headline: its day, its time, or its time and, where it changes, the day. */
	readonly dates: "day" | "time" | "both";
}

const items = oncePerView<HeadlineView>();

/** Headlines with their dates, one a line. */
export function HeadlineList({ headlines, dates }: HeadlineListProps) {
	return (
		<ul class={`headline-list headline-list-${dates}`}>
			{headlines.map((headline, index) => {
				const isSame = isSameDay(headline, headlines[index - 1]);
				return items(headline, `${dates} ${isSame}`, () => (
					<Item headline={headline} dates={dates} isSame={isSame} />
				));
			})}
		</ul>
	);
}

interface ItemProps extends Pick<HeadlineListProps, "dates"> {
	readonly headline: HeadlineView;
	/** Whether it is of the same day as the one before it. */
	readonly isSame: boolean;
}

function Item({ headline, dates, isSame }: ItemProps) {
	return (
		<li>
			<a href={headline.address}>{headline.title}</a>{" "}
			<span class="headline-list-date">
				{dates !== "day" && <Moment at={headline.date} format="time" />}
				{dates === "both" && " "}
				{dates !== "time" && (
					<span class={isSame ? "headline-list-same" : undefined}>
						<Moment at={headline.date} format="day" />
					</span>
				)}
			</span>
		</li>
	);
}

function isSameDay(one: HeadlineView, other: HeadlineView | undefined): boolean {
	return other !== undefined && dayOf(one.date) === dayOf(other.date);
}
