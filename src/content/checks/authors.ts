import type { Slug } from "../../model/ids.ts";
import { nearest } from "../nearest.ts";
import type { ContentProblem } from "../problem.ts";
import { strings } from "../strings.ts";
import { type PortalCheck, problemAt } from "./context.ts";
import { meantId } from "./meant.ts";

/** Finds articles whose authors have no file. */
export const checkAuthors: PortalCheck = (context) => {
	const problems: ContentProblem[] = [];
	for (const { file, fields } of context.articles.values()) {
		fields.author?.forEach((id: Slug, index) => {
			if (context.authors.has(id)) return;
			const meant = meantId("authors", id, context) ?? nearest(id, context.authors.keys());
			const wording = strings.unknownAuthor(id, meant);
			problems.push(problemAt(context, file, ["author", index], wording));
		});
	}
	return problems;
};
