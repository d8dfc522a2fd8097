import { say } from "../../messages/index.ts";
import type { ArticleView } from "../views.ts";
import { DatedName } from "./dated-name.tsx";
import { replaceable } from "./replaceable.ts";
import type { SiteProps } from "./site-props.ts";

export interface ArticleFactsProps
	extends SiteProps,
		Pick<ArticleView, "tags" | "committee" | "province" | "event"> {}

/** Keywords and where the article belongs. */
export const ArticleFacts = replaceable("article-facts", (props: ArticleFactsProps) => {
	const { site, tags, committee, province, event } = props;
	if (tags.length === 0 && !committee && !province && !event) return null;
	return (
		<dl class="article-facts">
			{event && (
				<div>
					<dt>{say(site, "article.event")}</dt>
					<dd>
						<a href={event.address}>{event.label}</a>
					</dd>
				</div>
			)}
			{tags.length > 0 && (
				<div>
					<dt>{say(site, "article.keywords")}</dt>
					<dd>
						<ul class="article-facts-tags">
							{tags.map((tag) => (
								<li>
									<a href={tag.address} rel="tag">
										{tag.label}
									</a>
								</li>
							))}
						</ul>
					</dd>
				</div>
			)}
			{committee && (
				<div>
					<dt>{say(site, "article.committee")}</dt>
					<dd>
						<DatedName site={site} name={committee} />
					</dd>
				</div>
			)}
			{province && (
				<div>
					<dt>{say(site, "article.province")}</dt>
					<dd>
						<DatedName site={site} name={province} />
					</dd>
				</div>
			)}
		</dl>
	);
});

declare module "./replaceable.ts" {
	interface ReplaceableProps {
		"article-facts": ArticleFactsProps;
	}
}
