import { archiveSearchAddress, dateAddress, dayAddress } from "../../model/addresses.ts";
import { dayOf } from "../../model/ids.ts";
import { formatDay, formatMonth, monthOf, yearOf } from "../../text/index.ts";
import { strings } from "../strings.ts";
import type { ArticleView } from "../views.ts";
import { HeadlineList } from "./headline-list.tsx";

export interface OtherArticlesProps extends Pick<ArticleView, "date" | "newer" | "older"> {
	/** Whether the archive can be searched. */
	readonly search: boolean;
}

/** The articles published around this one and the way to the archive of its day. */
export function OtherArticles({ date, newer, older, search }: OtherArticlesProps) {
	const day = dayOf(date);
	const month = monthOf(day);
	return (
		<aside class="other-articles" aria-label={strings.article.others}>
			{(newer.length > 0 || older.length > 0) && <h2 class="section-heading">{strings.article.others}</h2>}
			{newer.length > 0 && (
				<>
					<h3>{strings.article.newer}</h3>
					<HeadlineList headlines={newer} dates="day" />
				</>
			)}
			{older.length > 0 && (
				<>
					<h3>{strings.article.older}</h3>
					<HeadlineList headlines={older} dates="day" />
				</>
			)}
			<h2 class="section-heading">{strings.article.byDay}</h2>
			<ul class="other-articles-archive">
				<li>
					<a href={dayAddress(day)}>{strings.article.ofDay(formatDay(day))}</a>
				</li>
				<li>
					<a href={dateAddress(month)}>{formatMonth(month)}</a>
				</li>
				{search && (
					<li>
						<a href={`${archiveSearchAddress}?nam=${yearOf(day)}`}>
							{strings.archiveSearch.within(strings.archiveSearch.ofYear(yearOf(day)))}
						</a>
					</li>
				)}
			</ul>
		</aside>
	);
}
