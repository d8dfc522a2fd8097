import type { Article } from "../../model/article.ts";
import type { Portal } from "../../model/portal.ts";
import type { ArticleFrame } from "./with-text.ts";

/** What readers wrote about an article, one comment a line; nothing where nobody did, so that indexes stay as they are. */
export function commentsOf(portal: Portal, article: Article): Pick<ArticleFrame<never>, "comments"> {
	const comments = portal.comments.get(article.id)?.comments ?? [];
	return comments.length === 0 ? {} : { comments: comments.map(({ text }) => text).join("\n") };
}
