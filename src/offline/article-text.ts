/** The searchable text of an article's page, read from our own markup. */
import { decodeMarkup } from "./markup.ts";

export interface ArticleText {
	readonly title: string;
	/** Day or moment; absent if the page shows none. */
	readonly date?: string;
	readonly lead: string;
	readonly body: string;
}

/** Undefined for pages that are not articles. */
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
		body: [bodyStart === -1 ? "" : plainText(article.slice(bodyStart)), ...commentsBelow(html.slice(end))]
			.filter(Boolean)
			.join("\n"),
	};
}

/** What readers wrote, which stands behind the article. */
function commentsBelow(html: string): string[] {
	const [, ...parts] = html.split('<p class="discussion-text">');
	return parts.map((part) => plainText(part.slice(0, part.indexOf("</p>"))));
}

function textWithin(html: string, opening: string, closing: string): string {
	const start = html.indexOf(opening);
	const end = html.indexOf(closing, start);
	return start === -1 || end === -1 ? "" : plainText(html.slice(start + opening.length, end));
}

/** Tags separate words and sentences; the text of drawings does not count. */
function plainText(html: string): string {
	return decodeMarkup(html.replace(/<[^<>]*>/g, "\n"))
		.replace(/\s*\n\s*/g, "\n")
		.trim();
}
