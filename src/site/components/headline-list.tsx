import { dayOf, hasTime } from "../../model/ids.ts";
import type { HeadlineView } from "../views.ts";
import { Moment } from "./moment.tsx";
import { oncePerView } from "./once-per-view.ts";
import { Published } from "./published.tsx";
import { replaceable } from "./replaceable.ts";
import type { SiteProps } from "./site-props.ts";

export interface HeadlineListProps extends SiteProps {
	/** In the order in which they are shown. */
	readonly headlines: readonly HeadlineView[];
	/** Shown beside each headline: its day, its time, or its time and, where it changes, the day. */
	readonly dates: "day" | "time" | "both";
}

const items = oncePerView<HeadlineView>();

/** Headlines with their dates, one a line. */
export const HeadlineList = replaceable("headline-list", ({ site, headlines, dates }: HeadlineListProps) => {
	const hasColumn = dates !== "time" || headlines.some(({ date }) => hasTime(date));
	return (
		<ul class={hasColumn ? `headline-list headline-list-${dates}` : "headline-list"}>
			{headlines.map((headline, index) => {
				const isSame = isSameDay(headline, headlines[index - 1]);
				return items(site, headline, `${dates} ${isSame}`, () => (
					<Item site={site} headline={headline} dates={dates} isSame={isSame} />
				));
			})}
		</ul>
	);
});

interface ItemProps extends Pick<HeadlineListProps, "site" | "dates"> {
	readonly headline: HeadlineView;
	/** Whether it is of the same day as the one before it. */
	readonly isSame: boolean;
}

function Item({ site, headline, dates, isSame }: ItemProps) {
	return (
		<li>
			<a href={headline.address}>{headline.title}</a>{" "}
			<span class="headline-list-date">
				{dates !== "day" && hasTime(headline.date) && <Moment site={site} at={headline.date} format="time" />}
				{dates === "both" && " "}
				{dates !== "time" && (
					<span class={isSame ? "headline-list-same" : undefined}>
						<Published site={site} article={headline} format="short" />
					</span>
				)}
			</span>
		</li>
	);
}

function isSameDay(one: HeadlineView, other: HeadlineView | undefined): boolean {
	return other !== undefined && dayOf(one.date) === dayOf(other.date);
}

declare module "./replaceable.ts" {
	interface ReplaceableProps {
		"headline-list": HeadlineListProps;
	}
}
