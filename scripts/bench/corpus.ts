import { draftArticle } from "../../src/import/article-draft.ts";
import { jsonLinesSource, SourceError } from "../../src/import/index.ts";
import { CommandError } from "../command.ts";
import type { ArticleText } from "./generated-text.ts";

/** Titles, leads and bodies of a file of articles, as `npm run import` reads it; those it would refuse are left out. */
export async function readCorpus(file: string): Promise<ArticleText[]> {
	const texts: ArticleText[] = [];
	try {
		for await (const item of jsonLinesSource(file).articles()) {
			if ("unreadable" in item) continue;
			const draft = draftArticle(item);
			if ("refused" in draft) continue;
			texts.push({ title: draft.title, summary: draft.summary ?? "", body: draft.body });
		}
	} catch (error) {
		if (error instanceof SourceError) throw new CommandError(error.message);
		throw error;
	}
	return texts;
}
