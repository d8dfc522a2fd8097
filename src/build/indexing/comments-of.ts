import type { Article } from "../../model/article.ts";
import type { Portal } from "../../model/portal.ts";
import type { ArticleFrame } from "./with-text.ts";

/**
 * The comments on an article, one per line. Without comments there is no field, so that index digests stay the same.
 */
export function commentsOf(portal: Portal, article: Article): Pick<ArticleFrame<never>, "comments"> {
	const comments = portal.comments.get(article.id)?.comments ?? [];
	return comments.length === 0 ? {} : { comments: comments.map(({ text }) => text).join("\n") };
}
