import { say, sayDay, sayMonth } from "../../messages/index.ts";
import { archiveSearchAddress, dateAddress, dayAddress } from "../../model/addresses.ts";
import { dayOf, type IsoDay } from "../../model/ids.ts";
import { monthOf, yearOf } from "../../text/index.ts";
import type { ArticleView } from "../views.ts";
import { HeadlineList } from "./headline-list.tsx";
import { MostRead } from "./most-read.tsx";
import { replaceable } from "./replaceable.ts";
import type { SiteProps } from "./site-props.ts";

export interface OtherArticlesProps
	extends SiteProps,
		Pick<ArticleView, "date" | "undated" | "newer" | "older"> {}

/** The articles published around this one and the way to the archive of its day, where that is known. */
export const OtherArticles = replaceable("other-articles", (props: OtherArticlesProps) => {
	const { site, date, undated, newer, older } = props;
	return (
		<aside class="other-articles" aria-label={say(site, "article.others")}>
			{(newer.length > 0 || older.length > 0) && (
				<h2 class="section-heading">{say(site, "article.others")}</h2>
			)}
			{newer.length > 0 && (
				<>
					<h3>{say(site, "article.newer")}</h3>
					<HeadlineList site={site} headlines={newer} dates="day" />
				</>
			)}
			{older.length > 0 && (
				<>
					<h3>{say(site, "article.older")}</h3>
					<HeadlineList site={site} headlines={older} dates="day" />
				</>
			)}
			{!undated && <ByDay site={site} day={dayOf(date)} />}
			{site.voice.views && <MostRead site={site} />}
		</aside>
	);
});

function ByDay({ site, day }: SiteProps & { readonly day: IsoDay }) {
	const month = monthOf(day);
	return (
		<>
			<h2 class="section-heading">{say(site, "article.byDay")}</h2>
			<ul class="other-articles-archive">
				<li>
					<a href={dayAddress(day)}>{say(site, "article.ofDay", { day: sayDay(site, day) })}</a>
				</li>
				<li>
					<a href={dateAddress(month)}>{sayMonth(site, month)}</a>
				</li>
				{site.features.search && (
					<li>
						<a href={`${archiveSearchAddress}?nam=${yearOf(day)}`}>
							{say(site, "archiveSearch.within", {
								part: say(site, "archiveSearch.ofYear", { year: yearOf(day) }),
							})}
						</a>
					</li>
				)}
			</ul>
		</>
	);
}

declare module "./replaceable.ts" {
	interface ReplaceableProps {
		"other-articles": OtherArticlesProps;
	}
}
