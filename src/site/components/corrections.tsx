import { say } from "../../messages/index.ts";
import type { ArticleView } from "../views.ts";
import { Moment } from "./moment.tsx";
import type { SiteProps } from "./site-props.ts";

/** The anchor of the history of an article. */
export const correctionsName = "dinh-chinh";

/** What was wrong in an article and what is right, the latest correction first. */
export function Corrections({
	site,
	corrections,
}: SiteProps & { readonly corrections: NonNullable<ArticleView["corrections"]> }) {
	const latestFirst = [...corrections].sort((one, other) => (one.date < other.date ? 1 : -1));
	return (
		<section class="corrections" id={correctionsName}>
			<h2>{say(site, "article.corrections")}</h2>
			<ol>
				{latestFirst.map(({ date, text }) => (
					<li>
						<Moment site={site} at={date} format="line" />
						<p>{text}</p>
					</li>
				))}
			</ol>
		</section>
	);
}
