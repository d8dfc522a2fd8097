/** What a body refers to: pictures, links, and HTML, which is not allowed. */
import type { Token } from "markdown-it";
import { createParser } from "./parser.ts";

export interface PictureReference {
	/** As a reader of the Markdown means it: `22-hoi-nghi/ảnh 1.jpg`, not percent-encoded. */
	readonly src: string;
	readonly alt: string;
	/** Counted from one, within the body. */
	readonly line: number;
}

export interface LinkReference {
	readonly href: string;
	/** Counted from one, within the body. */
	readonly line: number;
}

export interface References {
	readonly pictures: readonly PictureReference[];
	readonly links: readonly LinkReference[];
	/** HTML tags and comments outside code, as they stand there. */
	readonly html: readonly { readonly text: string; readonly line: number }[];
}

const none: References = { pictures: [], links: [], html: [] };

// Addresses as they were written, refused ones included: judging them is the checks' work. Escaped characters stay
// tokens of their own, so that `\<b>` is not taken for a tag.
const parser = createParser().set({ linkify: false }).disable("text_join");
parser.validateLink = () => true;
parser.normalizeLink = (address) => address;

const referenceStart = /\]\s*[([:]|<[a-z]+:/i;
const htmlTag =
	/<!--|<\/?(?:a|abbr|article|aside|audio|b|big|blockquote|body|br|button|center|cite|code|dd|del|details|div|dl|dt|em|embed|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|li|link|main|mark|meta|nav|object|ol|p|picture|pre|q|s|script|section|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|title|tr|u|ul|video)(?:\s[^<>]*)?\/?>/i;

/** Everything a body refers to, in order. A body without anything like it is not parsed. */
export function extractReferences(body: string): References {
	if (!referenceStart.test(body) && !htmlTag.test(body)) return none;
	const pictures: PictureReference[] = [];
	const links: LinkReference[] = [];
	const html: { text: string; line: number }[] = [];
	for (const block of parser.parse(body, {})) {
		if (block.type !== "inline") continue;
		let line = (block.map?.[0] ?? 0) + 1;
		for (const token of block.children ?? []) {
			if (token.type === "softbreak" || token.type === "hardbreak") line += 1;
			else if (token.type === "image") pictures.push(pictureOf(token, line));
			else if (token.type === "link_open") links.push({ href: attribute(token, "href"), line });
			else if (token.type === "text") {
				const match = htmlTag.exec(token.content);
				if (match) html.push({ text: match[0], line });
			}
		}
	}
	return { pictures, links, html };
}

function pictureOf(token: Token, line: number): PictureReference {
	return { src: decodePath(attribute(token, "src")), alt: token.content, line };
}

function attribute(token: Token, name: string): string {
	return String(token.attrGet(name) ?? "");
}

/** A path without percent-encoding; as it is where the encoding is broken. */
export function decodePath(path: string): string {
	try {
		return decodeURI(path);
	} catch {
		return path;
	}
}
