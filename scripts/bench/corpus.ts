import { escapeMarkdown } from "../../src/import/escape-markdown.ts";
import { excerpt } from "../../src/text/index.ts";
import { readPlainCorpus } from "../bench-search/corpus.ts";
import type { ArticleText } from "./generated-text.ts";

// The limits of articleSchema.
const titleLimits = { min: 5, max: 200 };
const summaryLimit = 600;

/** Titles, leads and bodies of a file of articles, in the form and within the limits of the content folder. */
export async function readCorpus(file: string): Promise<ArticleText[]> {
	return (await readPlainCorpus(file)).flatMap(({ title, summary, text }) =>
		title.length < titleLimits.min || text === ""
			? []
			: {
					title: excerpt(title, titleLimits.max),
					summary: summary.length > summaryLimit ? "" : summary,
					body: escapeMarkdown(text.replaceAll("\n", "\n\n")),
				},
	);
}
