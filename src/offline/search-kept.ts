/**
 * Searches the articles on the phone, at most a thousand, one after the other and without an index. The finder searches
 * the whole archive.
 */
import { analyse } from "../text/analyse.ts";
import type { ArticleText } from "./article-text.ts";

/** An article prepared for searching: the keys of its words, with a space before and after each. */
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
 * How well an article matches a query; 0 if it does not. Every word must occur, with or without its accents. Adjacent
 * words count more than scattered ones, words of the title more than those of the text, and words with the same accents
 * more than others.
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

/** The articles that match a query, best first; among equal ones the newest first. */
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
