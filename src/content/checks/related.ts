import type { ArticleId } from "../../model/ids.ts";
import { nearest } from "../nearest.ts";
import type { ContentProblem } from "../problem.ts";
import { strings } from "../strings.ts";
import { type CheckContext, type PortalCheck, problemAt } from "./context.ts";

/**
 * Finds related articles that do not exist. Drafts and scheduled articles are allowed: pages leave them out until they
 * are published.
 */
export const checkRelated: PortalCheck = (context) => {
	const problems: ContentProblem[] = [];
	for (const { id: own, file, fields } of context.articles.values()) {
		fields.related?.forEach((id, index) => {
			if (id !== own && isArticleThere(id, context)) return;
			const wording =
				id === own ? strings.relatedItself : strings.relatedMissing(id, similarArticle(id, context));
			problems.push(problemAt(context, file, ["related", index], wording));
		});
	}
	return problems;
};

/** Whether an article has a file, even as a draft. */
export function isArticleThere(id: string, { articles, files }: CheckContext): boolean {
	// If only a part of the content is read, other articles are known only by their files.
	return articles.has(id as ArticleId) || files.has(`articles/${id}.md`);
}

/** The article of the same month, or with the same name, that was most likely meant. */
export function similarArticle(id: string, { articles }: CheckContext): string | undefined {
	const name = id.slice("yyyy/mm/dd".length);
	const candidates: string[] = [];
	for (const candidate of articles.keys()) {
		if (candidate.endsWith(name)) return candidate;
		if (candidate.startsWith(id.slice(0, "yyyy/mm/".length))) candidates.push(candidate);
	}
	return nearest(id, candidates);
}
