/**
 * Searches the articles on the phone, a thousand at the most: one after the other, without an index. The whole archive
 * is the finder's.
 */
import { analyse } from "../text/analyse.ts";
import type { ArticleText } from "./article-text.ts";

/** An article as it is searched: its words by their keys, with a space before and behind each. */
export interface SearchableArticle {
	readonly title: string;
	readonly date?: string;
	readonly lead: string;
	readonly titleWords: Words;
	readonly otherWords: Words;
}

interface Words {
	readonly folded: string;
	readonly exact: string;
}

export function searchable({ title, date, lead, body }: ArticleText): SearchableArticle {
	return {
		title,
		...(date !== undefined && { date }),
		lead,
		titleWords: wordsOf(title),
		otherWords: wordsOf(`${lead}\n${body}`),
	};
}

function wordsOf(text: string): Words {
	const tokens = analyse(text);
	return {
		folded: joined(tokens.map(({ folded }) => folded)),
		exact: joined(tokens.map(({ exact }) => exact)),
	};
}

function joined(words: readonly string[]): string {
	return ` ${words.join(" ")} `;
}

/**
 * How well an article answers a question; 0 where it does not. Every word has to be there, with or without its accents.
 * Words that stand together count more than scattered ones, those of the title more than those of the text, and
 * accents as they were written more than others.
 */
function rate(article: SearchableArticle, question: string): number {
	const tokens = analyse(question).filter(({ isWhole }) => !isWhole);
	if (tokens.length === 0) return 0;
	const folded = tokens.map((token) => token.folded);
	const exact = tokens.map((token) => token.exact);
	const { titleWords, otherWords } = article;
	const has = (words: string, word: string) => words.includes(` ${word} `);
	if (!folded.every((word) => has(titleWords.folded, word) || has(otherWords.folded, word))) return 0;
	const inTitle = folded.filter((word) => has(titleWords.folded, word)).length / folded.length;
	const asWritten =
		exact.filter((word) => has(titleWords.exact, word) || has(otherWords.exact, word)).length / exact.length;
	const together = (words: Words) =>
		words.exact.includes(joined(exact)) ? 1 : words.folded.includes(joined(folded)) ? 0.6 : 0;
	return 1 + 4 * together(titleWords) + 2 * together(otherWords) + 2 * inTitle + 2 * asWritten;
}

/** The articles that answer a question, the best first; of equal ones the newest. */
export function searchArticles<Article extends SearchableArticle>(
	articles: Iterable<Article>,
	question: string,
): Article[] {
	const found: { readonly article: Article; readonly rating: number }[] = [];
	for (const article of articles) {
		const rating = rate(article, question);
		if (rating > 0) found.push({ article, rating });
	}
	return found
		.sort((a, b) => b.rating - a.rating || ((b.article.date ?? "") > (a.article.date ?? "") ? 1 : -1))
		.map(({ article }) => article);
}
