import type { Token } from "markdown-it";
import { firstSentences } from "../../text/index.ts";
import { createParser } from "./parser.ts";

/** Characters of an opening, about as many as an editor's lead has. */
const openingLength = 280;
/** Of a body so much is looked at; what stands in front of the first sentences is seldom longer. */
const lookedAt = 6000;

const parser = createParser().set({ linkify: false });

/**
 * The first sentences of a body, as the lead of an article that has none. Taken from paragraphs alone: headings, lists,
 * tables, quotations and captions are no beginning of a story. Empty where there is no paragraph.
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
