import type { Token } from "markdown-it";
import { countWords } from "../../text/index.ts";
import { splitCaption } from "./caption.ts";
import { createParser } from "./parser.ts";

/** A body without formatting, for search. */
export interface PlainText {
	/** One line for each paragraph, heading, list item and table cell. */
	readonly text: string;
	/** Captions of pictures, without credits. */
	readonly captions: readonly string[];
}

const parser = createParser().set({ linkify: false });

/** Extracts the text of a body and, separately, the captions of its pictures. */
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

const addresses = /<?https?:\/\/\S+/g;

/**
 * Counts the words (syllables) of a body without parsing it; pictures and addresses are skipped. It only serves the
 * reading time, but every article needs it.
 */
export function wordCount(body: string): number {
	const text = body.includes("](") ? withoutTargets(body) : body;
	return countWords(text.includes("://") ? text.replace(addresses, "") : text);
}

/** Removes pictures and link targets from a text, in linear time. */
function withoutTargets(text: string): string {
	const ends = endsOfTargets(text);
	let kept = "";
	/** The end of the part that has been processed. */
	let done = 0;
	let bracket = 0;
	for (let at = text.indexOf("]"); at !== -1; at = text.indexOf("]", at + 1)) {
		if (at < done) continue;
		const end = text[at + 1] === "(" ? ends.get(at + 1) : undefined;
		if (end !== undefined) {
			const from = Math.max(done, bracket);
			const picture = text.slice(from, at).indexOf("![");
			kept += text.slice(done, picture === -1 ? at + 1 : from + picture);
			done = end;
		}
		bracket = at + 1;
	}
	return kept + text.slice(done);
}

/** For each opening parenthesis, the place after its closing one. Parentheses may be nested once. */
function endsOfTargets(text: string): ReadonlyMap<number, number> {
	const places = [...text.matchAll(/[()]/g)].map(({ index }) => index);
	/** For each parenthesis: where a target ends if this is its next parenthesis. */
	const ends = new Array<number | undefined>(places.length + 2).fill(undefined);
	const closes = (at: number) => text[places[at] ?? -1] === ")";
	for (let at = places.length - 1; at >= 0; at--) {
		if (closes(at)) ends[at] = (places[at] ?? 0) + 1;
		else if (closes(at + 1)) ends[at] = ends[at + 2];
	}
	const targets = new Map<number, number>();
	for (const [at, place] of places.entries()) {
		const end = ends[at + 1];
		if (!closes(at) && end !== undefined) targets.set(place, end);
	}
	return targets;
}
