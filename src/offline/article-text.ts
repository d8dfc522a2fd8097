/** What of an article's page is searched: read from the markup that this site writes. */
import { decodeMarkup } from "./markup.ts";

export interface ArticleText {
	readonly title: string;
	/** Day or moment; absent where none is told. */
	readonly date?: string;
	readonly lead: string;
	readonly body: string;
}

/** Undefined for pages that are no articles. */
export function articleText(html: string): ArticleText | undefined {
	const start = html.indexOf('<article class="article-page-article">');
	const end = html.indexOf("</article>", start);
	if (start === -1 || end === -1) return undefined;
	const article = html.slice(start, end);
	const bodyStart = article.indexOf('<div class="prose">');
	const date = /<time datetime="([^"]+)"/.exec(article)?.[1];
	return {
		title: textWithin(article, "<h1>", "</h1>"),
		...(date !== undefined && { date }),
		lead: textWithin(article, '<p class="article-page-lead">', "</p>"),
		body: bodyStart === -1 ? "" : plainText(article.slice(bodyStart)),
	};
}

function textWithin(html: string, opening: string, closing: string): string {
	const start = html.indexOf(opening);
	const end = html.indexOf(closing, start);
	return start === -1 || end === -1 ? "" : plainText(html.slice(start + opening.length, end));
}

/** Tags part words and sentences; a drawing says nothing. */
function plainText(html: string): string {
	return decodeMarkup(html.replace(/<[^<>]*>/g, "\n"))
		.replace(/\s*\n\s*/g, "\n")
		.trim();
}
