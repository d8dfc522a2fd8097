import { dateAddress, dayAddress } from "../../model/addresses.ts";
import { dayOf } from "../../model/ids.ts";
import { formatDay, formatMonth, monthOf } from "../../text/index.ts";
import { strings } from "../strings.ts";
import type { ArticleView } from "../views.ts";
import { HeadlineList } from "./headline-list.tsx";

/** The articles published around this one and the way to the archive of its day. */
export function OtherArticles({ date, newer, older }: Pick<ArticleView, "date" | "newer" | "older">) {
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
			</ul>
		</aside>
	);
}
