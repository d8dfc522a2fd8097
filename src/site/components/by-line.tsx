import { say } from "../../messages/index.ts";
import type { ArticleView } from "../views.ts";
import { replaceable } from "./replaceable.ts";
import type { SiteProps } from "./site-props.ts";

export interface ByLineProps extends SiteProps, Pick<ArticleView, "authors" | "source"> {}

/** The authors and the source of an article; right-aligned, as in Vietnamese papers. */
export const ByLine = replaceable("by-line", ({ site, authors, source }: ByLineProps) => {
	if (authors.length === 0 && !source) return null;
	return (
		<div class="by-line">
			{authors.map((author) => (
				<p>
					<a class="by-line-name" href={author.address} rel="author">
						{author.label}
					</a>
					{author.organisation && <span class="by-line-organisation">{author.organisation}</span>}
				</p>
			))}
			{source && (
				<p class="by-line-source">
					{say(site, "article.source")}:{" "}
					{source.link ? (
						<a href={source.link} rel="external noopener">
							{source.name}
						</a>
					) : (
						source.name
					)}
				</p>
			)}
		</div>
	);
});

declare module "./replaceable.ts" {
	interface ReplaceableProps {
		"by-line": ByLineProps;
	}
}
