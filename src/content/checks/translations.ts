import type { ContentProblem } from "../problem.ts";
import { strings } from "../strings.ts";
import { type PortalCheck, problemAt } from "./context.ts";

/** Finds translations of missing texts or of other translations, and second translations of a text. */
export const checkTranslations: PortalCheck = (context) => {
	const problems: ContentProblem[] = [];
	const known = new Map<string, string>();
	for (const { slug, file, fields } of context.pages.values()) {
		const of = fields.translationOf;
		if (of === undefined) continue;
		const problem = (wording: Pick<ContentProblem, "message" | "remedy">) =>
			problems.push(problemAt(context, file, ["translationOf"], wording));
		const original = context.pages.get(of as typeof slug);
		// A reading of a part of the content knows the others by their files.
		const isThere =
			original || ["articles", "pages"].some((folder) => context.files.has(`${folder}/${of}.md`));
		const other = known.get(of);
		if (!isThere) problem(strings.translationOfNothing(of));
		else if (of === slug || original?.fields.translationOf !== undefined)
			problem(strings.translationOfTranslation(of));
		else if (other) problem(strings.translatedTwice(of, other));
		known.set(of, file);
	}
	return problems;
};
