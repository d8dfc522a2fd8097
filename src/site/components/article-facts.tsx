import { say } from "../../messages/index.ts";
import type { ArticleView } from "../views.ts";
import { DatedName } from "./dated-name.tsx";
import type { SiteProps } from "./site-props.ts";

/** Keywords and where the article belongs. */
export function ArticleFacts({
	site,
	tags,
	committee,
	province,
}: SiteProps & Pick<ArticleView, "tags" | "committee" | "province">) {
	if (tags.length === 0 && !committee && !province) return null;
	return (
		<dl class="article-facts">
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
}
