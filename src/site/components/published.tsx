import { say } from "../../messages/index.ts";
import { hasTime } from "../../model/ids.ts";
import type { HeadlineView } from "../views.ts";
import { Moment } from "./moment.tsx";
import type { SiteProps } from "./site-props.ts";

export interface PublishedProps extends SiteProps {
	readonly article: Pick<HeadlineView, "date" | "undated">;
	readonly format: "day" | "short" | "line";
}

/** When an article appeared, as far as that is known: `Thứ Năm, 13/07/2017 | 14:01`, the day alone, or no date. */
export function Published({ site, article: { date, undated }, format }: PublishedProps) {
	if (undated) return <span>{say(site, "article.undated")}</span>;
	return <Moment site={site} at={date} format={format === "line" && !hasTime(date) ? "weekday" : format} />;
}
