import { resolveContentPath } from "../../content/index.ts";
import type { Article } from "../../model/article.ts";
import type { AttachmentView } from "../views.ts";
import type { PlanContext } from "./context.ts";

/** The attachments of an article as they are published, in its order. */
export function attachmentsOf({ attachments }: PlanContext, article: Article): AttachmentView[] {
	return article.attachments.flatMap(({ file, title }) => {
		const published = attachments.get(resolveContentPath(article.file, file));
		return published ? [{ title, ...published }] : [];
	});
}
