import type { Token } from "markdown-it";
import { firstSentences } from "../../text/index.ts";
import { createParser } from "./parser.ts";

/** The length of an opening, about that of a lead. */
const openingLength = 280;
/** How much of a body is examined; text before the first sentences is seldom longer. */
const lookedAt = 6000;

const parser = createParser().set({ linkify: false });

/**
 * The first sentences of a body, used as the lead of an article without one. Only paragraphs count: a story does not
 * begin with headings, lists, tables, quotations or captions. Empty if there is no paragraph.
 */
export function openingOf(body: string): string {
	let text = "";
	for (const paragraph of paragraphs(parser.parse(body.slice(0, lookedAt), {}))) {
		const line = (paragraph.children ?? []).map(textOf).join("").trim();
		if (line === "") continue;
		text = text === "" ? line : `${text} ${line}`;
		if (text.length > openingLength) break;
	}
	return firstSentences(text, openingLength);
}

function* paragraphs(tokens: readonly Token[]): Generator<Token> {
	for (const [at, token] of tokens.entries()) {
		const before = tokens[at - 1];
		if (token.type === "inline" && before?.type === "paragraph_open" && before.level === 0) yield token;
	}
}

function textOf(token: Token): string {
	if (token.type === "softbreak" || token.type === "hardbreak") return " ";
	return token.type === "image" || token.type === "footnote_ref" ? "" : token.content;
}
