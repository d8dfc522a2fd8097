import type { Token } from "markdown-it";
import { countWords } from "../../text/index.ts";
import { splitCaption } from "./caption.ts";
import { createParser } from "./parser.ts";

/** A body without its marks, as search wants it. */
export interface PlainText {
	/** One line for each paragraph, heading, list item and table cell. */
	readonly text: string;
	/** What stands below the pictures, without credits. */
	readonly captions: readonly string[];
}

const parser = createParser().set({ linkify: false });

/** The words of a body: what readers read, and apart from that the captions of its pictures. */
export function plainText(body: string): PlainText {
	const lines: string[] = [];
	const captions: string[] = [];
	for (const block of parser.parse(body, {})) {
		if (block.type === "fence" || block.type === "code_block") lines.push(block.content.trim());
		if (block.type !== "inline") continue;
		const children = block.children ?? [];
		const line = children.map(textOf).join("").trim();
		if (line !== "") lines.push(line);
		for (const token of children) {
			if (token.type !== "image") continue;
			const { caption } = splitCaption(String(token.attrGet("title") ?? ""));
			if (caption !== undefined) captions.push(caption);
		}
	}
	return { text: lines.join("\n"), captions };
}

function textOf(token: Token): string {
	if (token.type === "softbreak" || token.type === "hardbreak") return " ";
	return token.type === "image" ? "" : token.content;
}

const pictures = /!\[([^\]]*)\]\((?:[^()]|\([^()]*\))*\)/g;
const linkTargets = /\]\((?:[^()]|\([^()]*\))*\)/g;
const addresses = /<?https?:\/\/\S+/g;

/**
 * Words (syllables) of a body. Pictures and addresses are left out by pattern, without parsing: the number is for
 * reading time, and every article needs it.
 */
export function wordCount(body: string): number {
	const text = body.includes("](") ? body.replace(pictures, "").replace(linkTargets, "]") : body;
	return countWords(text.includes("://") ? text.replace(addresses, "") : text);
}
