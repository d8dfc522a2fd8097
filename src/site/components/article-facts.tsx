import { strings } from "../strings.ts";
import type { ArticleView } from "../views.ts";
import { DatedName } from "./dated-name.tsx";

/** Keywords and where the article belongs. */
export function ArticleFacts({
	tags,
	committee,
	province,
}: Pick<ArticleView, "tags" | "committee" | "province">) {
	if (tags.length === 0 && !committee && !province) return null;
	return (
		<dl class="article-facts">
			{tags.length > 0 && (
				<div>
					<dt>{strings.article.keywords}</dt>
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
					<dt>{strings.article.committee}</dt>
					<dd>
						<DatedName name={committee} />
					</dd>
				</div>
			)}
			{province && (
				<div>
					<dt>{strings.article.province}</dt>
					<dd>
						<DatedName name={province} />
					</dd>
				</div>
			)}
		</dl>
	);
}
