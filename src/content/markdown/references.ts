/**
 * Extracts a body's references: pictures and links; also HTML, which is not allowed, and text that readers would not
 * see as intended.
 */
import type { Env, StateCore, Token } from "markdown-it";
import { lostFootnotes } from "./footnotes.ts";
import { HeadingNames } from "./headings.ts";
import { createParser } from "./parser.ts";

export interface PictureReference {
	/** Not percent-encoded: `22-hoi-nghi/ảnh 1.jpg`. */
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
	/** HTML tags and comments outside code, as written. */
	readonly html: readonly { readonly text: string; readonly line: number }[];
	/** The anchors of the body's headings. */
	readonly anchors: ReadonlySet<string>;
	/** Text that readers would not see, or see as raw Markdown. */
	readonly lost: readonly LostText[];
}

/** Text of a body that readers do not see as intended. The line is counted from one, within the body. */
export type LostText = { readonly line: number } & (
	| { readonly kind: "link"; readonly text: string; readonly corrected: string | undefined }
	| { readonly kind: "emphasis"; readonly text: string; readonly corrected: string }
	| { readonly kind: "signs"; readonly text: string; readonly meant: MeantBySigns }
	| { readonly kind: "definition"; readonly label: string }
	| {
			readonly kind: "footnote";
			readonly label: string;
			readonly reason: "not called" | "repeated" | "missing" | "spaced" | "colon";
	  }
	| { readonly kind: "cells"; readonly cells: number; readonly columns: number }
	| { readonly kind: "depth" }
);

/** The probable intention of raw Markdown that readers would see, or that changed the meaning of a text. */
export type MeantBySigns =
	| "heading"
	| "table"
	| "spaced link"
	| "turned link"
	| "wiki link"
	| "link without text"
	| "empty heading"
	| "paragraph above a rule"
	| "product"
	| "front matter"
	| "template"
	| "remark"
	| "footnote in the line"
	| "box"
	| "highlight"
	| "open stars"
	| "loose stars"
	| "missing reference"
	| "open fence"
	| "renumbered"
	| "quoted number"
	| "unseen caption"
	| "joined items"
	| "table without a rule"
	| "cells between tabs"
	| "wide brackets"
	| "abbreviation"
	| "script"
	| "no-break space"
	| "unequal stars"
	| "empty footnote";

const none: References = { pictures: [], links: [], html: [], anchors: new Set(), lost: [] };

// Keeps all addresses as written, also disallowed ones, which the checks report. Escaped characters stay separate
// tokens, so that `\<b>` is not taken for a tag.
const parser = createParser().set({ linkify: false }).disable("text_join");
parser.validateLink = () => true;
parser.normalizeLink = (address) => address;

/** Labels used by links and pictures of a body, by its parser's environment. */
const usedLabels = new WeakMap<Env, Set<string>>();

// Tokens do not tell which definitions were used, so look-ups are recorded.
parser.core.ruler.before("inline", "used_labels", ({ env }: StateCore) => {
	const defined = env.references;
	if (!defined) return;
	const used = new Set<string>();
	usedLabels.set(env, used);
	env.references = new Proxy(defined, {
		get(target, name, receiver) {
			if (typeof name === "string" && Object.hasOwn(target, name)) used.add(name);
			return Reflect.get(target, name, receiver);
		},
	});
});

const referenceStart = /\]\s*[([:]|<[a-z]+:/i;
const htmlTag =
	/<!--|<!\[|<\?\w|<\/?(?:a|abbr|article|aside|audio|b|big|blockquote|body|br|button|center|cite|code|dd|del|details|div|dl|dt|em|embed|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|li|link|main|mark|meta|nav|object|ol|p|picture|pre|q|s|script|section|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|title|tr|u|ul|video|(?:o|v|w|st1):[a-z]+)(?:\s[^<>]*)?\/?>/i;

/** Emphasis that CommonMark does not recognise, because its marks are between a letter and punctuation. */
const doubtfulMarks =
	/[.,:;!?…)\]”’»%"'](?:\*{1,3}|__?|~~)[\p{L}\p{N}]|[\p{L}\p{N}](?:\*{1,3}|__|~~)[\p{Ps}\p{Pi}"']|\d\*\d|__|\*{4}/u;
/** Signs of other programs, and cells that are no table's. */
const doubtfulSigns =
	/[\p{L}\d][~^]\d{1,3}[~^]|\bk?m\^[23]|［|\]（|^\*\[|!\([^()\n]{1,200}\)\[|^ {0,3}(?:#{1,6}|[-*+])[\u00A0\u2000-\u200A\u202F\u3000]|^\|.*\n\||\S\t+\S.*\n.*\S\t+\S|\]\/\p{L}/mu;
/**
 * Rare errors: a heading without its space or its text, a rule directly below a paragraph, a link in another syntax, an
 * open fence, a number that begins a line, marks of other programs, and beginnings of lines that may be deeply nested.
 */
const doubtfulLines =
	/^ {0,3}#{2,7}[^#\s]|^ {0,3}#{7}|\S[^\S\n]*\n {0,3}(?:-+|=+)[ \t]*$|\)\[|\[\[|\]\[|\[\/[a-z]|\{[{%#.:]|\{\w+=|^:::|^!!!|\[!|\[TOC|%%|\^\[|==|^ {0,3}#{1,6}[ \t]*$|^[ \t>*+.)\d-]{25}|^[ \t]*(?:```|~~~)|^[ \t]*>\d|^[ \t>]*\d{1,9}[.)]\s|\S[^\S\n]*\n[ \t]*(?:[–—•●○▪■◦➢✓✔]|[a-zđ]\)|[IVX]{1,5}\.)[ \t]/m;
const tableLine = /\|\s*:?-|-\s*\|/;

/**
 * Everything that a body refers to, in order. A body without any such syntax is not parsed.
 *
 * @param options.all whether headings' anchors are needed even for a body without links
 */
export function extractReferences(body: string, { all = false } = {}): References {
	const isPlain =
		!all &&
		!referenceStart.test(body) &&
		!htmlTag.test(body) &&
		!body.includes("[^") &&
		!tableLine.test(body) &&
		!doubtfulMarks.test(body) &&
		!doubtfulLines.test(body) &&
		!doubtfulSigns.test(body) &&
		!hasLooseStars(body) &&
		!hasOddStars(body);
	if (isPlain) return none;
	const pictures: PictureReference[] = [];
	const links: LinkReference[] = [];
	const html: { text: string; line: number }[] = [];
	const lost: LostText[] = [];
	const names = new HeadingNames();
	const anchors = new Set<string>();
	const env: Env = {};
	const blocks = parser.parse(body, env);
	const lines = body.split("\n");
	/** The line of the table's row, since cells do not have one. */
	let row = 0;
	for (const [at, block] of blocks.entries()) {
		if (block.type === "tr_open" && block.map) row = block.map[0];
		if (block.type !== "inline") continue;
		const first = (block.map?.[0] ?? row) + 1;
		let line = first;
		for (const token of block.children ?? []) {
			if (token.type === "softbreak" || token.type === "hardbreak") line += 1;
			else if (token.type === "image") pictures.push(pictureOf(token, line));
			else if (token.type === "link_open") links.push({ href: attribute(token, "href"), line });
			else if (token.type === "text") {
				const match = htmlTag.exec(token.content);
				if (match) html.push({ text: match[0], line });
			}
		}
		if (blocks[at - 1]?.type === "heading_open") anchors.add(names.nameOf(headingText(block)));
		lost.push(...lostInLine(block, first), ...lostLinks(block, first));
		const opened = blocks[at - 1];
		if (opened?.type !== "paragraph_open" || isTextBeside(block)) lost.push(...lostCaptions(block, first));
		if (opened?.type === "heading_open") {
			const rule = lines[(opened.map?.[1] ?? 0) - 1]?.trim() ?? "";
			lost.push(...lostHeading(opened, block, first, rule));
		}
	}
	if (secondFrontMatter.test(body)) lost.push({ kind: "signs", line: 1, text: "---", meant: "front matter" });
	lost.push(...lostCells(blocks, body), ...lostDefinitions(blocks, env, body));
	lost.push(...changedNumbers(blocks), ...openFences(blocks, lines), ...quotedNumbers(blocks, lines));
	lost.push(...footnotesOf(env), ...lostDepths(blocks));
	return { pictures, links, html, anchors, lost };
}

function footnotesOf(env: Env): LostText[] {
	return lostFootnotes(env).map(({ label, line, reason }) =>
		reason === "empty"
			? { kind: "signs", line, text: `[^${label}]`, meant: "empty footnote" }
			: { kind: "footnote", label, line, reason },
	);
}

/** Whether there are pairs of "**" beside a space, or without a partner on their line. */
function hasLooseStars(body: string): boolean {
	let isOpen = false;
	let last = 0;
	for (let at = body.indexOf("**"); at !== -1; at = body.indexOf("**", at + 2)) {
		if (isOpen && body.slice(last, at).includes("\n")) return true;
		const outer = body[isOpen ? at - 1 : at + 2] ?? " ";
		if (/\s/.test(outer)) return true;
		isOpen = !isOpen;
		last = at;
	}
	return isOpen;
}

/** Whether a line has an odd number of stars, apart from one that begins an item. */
function hasOddStars(body: string): boolean {
	if (!body.includes("*")) return false;
	return body
		.split("\n")
		.some((line) => line.includes("*") && line.replace(/^\s*\*\s/, "").split("*").length % 2 === 0);
}

/** Further front matter at the beginning of a body, as in two concatenated files. */
const secondFrontMatter = /^\s*---[ \t]*\n(?:[a-zA-Z][\w-]{0,40}:.{0,500}\n){1,40}---[ \t]*(?:\n|$)/;

/** Links with empty text, which nobody sees. */
function lostLinks(block: Token, first: number): LostText[] {
	const lost: LostText[] = [];
	const tokens = block.children ?? [];
	let line = first;
	for (const [at, token] of tokens.entries()) {
		if (token.type === "softbreak" || token.type === "hardbreak") line += 1;
		if (token.type !== "link_open") continue;
		const inner = tokens[at + 1];
		const isBlank = inner?.type === "text" && inner.content.trim() === "";
		if ((isBlank ? tokens[at + 2] : inner)?.type !== "link_close") continue;
		lost.push({ kind: "signs", line, text: `[](${attribute(token, "href")})`, meant: "link without text" });
	}
	return lost;
}

/** Captions of a block's pictures, which only figures show: pictures in a paragraph of their own. */
function lostCaptions(block: Token, first: number): LostText[] {
	const lost: LostText[] = [];
	let line = first;
	for (const token of block.children ?? []) {
		if (token.type === "softbreak" || token.type === "hardbreak") line += 1;
		const title = token.type === "image" ? attribute(token, "title").trim() : "";
		if (title !== "") lost.push({ kind: "signs", line, text: shortened(title), meant: "unseen caption" });
	}
	return lost;
}

/** Whether there is anything beside the pictures of a block. */
function isTextBeside({ children }: Token): boolean {
	return (children ?? []).some(
		({ type, content }) =>
			type !== "image" && !type.endsWith("break") && !(type === "text" && content.trim() === ""),
	);
}

/** Quotations and items nested so deeply that the parser leaves out what is in them. Only the first is reported. */
function lostDepths(blocks: readonly Token[]): LostText[] {
	const deepest = (parser.options.maxNesting ?? 0) - 1;
	const tooDeep = blocks.find(
		({ type, level }) => level >= deepest && /^(?:blockquote|list_item)_open$/.test(type),
	);
	return tooDeep ? [{ kind: "depth", line: (tooDeep.map?.[0] ?? 0) + 1 }] : [];
}

/** Numbers of lists that readers would see otherwise: "1986." below "2026." is shown as 2027. */
function changedNumbers(blocks: readonly Token[]): LostText[] {
	const lost: LostText[] = [];
	/** The lists around the present block: the first number, the one before, and whether a change was told. */
	const lists: { first: number; last: number; isTold: boolean }[] = [];
	for (const token of blocks) {
		if (token.type === "ordered_list_open") {
			const first = Number(token.attrGet("start") ?? 1);
			lists.push({ first, last: first - 1, isTold: false });
		} else if (token.type === "ordered_list_close") lists.pop();
		else if (token.type === "list_item_open" && /^\d+$/.test(token.info)) {
			const list = lists.at(-1);
			if (!list) continue;
			list.last += 1;
			const written = Number(token.info);
			// Some write "1." before every item.
			if (written === list.last || written === list.first || list.isTold) continue;
			list.isTold = true;
			const text = `${token.info}${token.markup} → ${list.last}${token.markup}`;
			lost.push({ kind: "signs", line: (token.map?.[0] ?? 0) + 1, text, meant: "renumbered" });
		}
	}
	return lost;
}

/** Fences without an end, so that the rest of the body is shown as code. */
function openFences(blocks: readonly Token[], lines: readonly string[]): LostText[] {
	return blocks.flatMap(({ type, map, markup }) => {
		if (type !== "fence" || !map) return [];
		const last = lines[map[1] - 1]?.replace(/^[\s>]+/, "").trimEnd() ?? "";
		const isClosed = map[1] - map[0] > 1 && last.startsWith(markup) && /^(?:`+|~+)$/.test(last);
		return isClosed ? [] : [{ kind: "signs", line: map[0] + 1, text: markup, meant: "open fence" }];
	});
}

/** Lines such as ">100 người", whose sign makes a quotation. */
function quotedNumbers(blocks: readonly Token[], lines: readonly string[]): LostText[] {
	return blocks.flatMap(({ type, map }) => {
		const line = type === "blockquote_open" && map ? (lines[map[0]] ?? "") : "";
		if (!map || !/^\s*>\d/.test(line)) return [];
		return [{ kind: "signs", line: map[0] + 1, text: shortened(line.trim()), meant: "quoted number" }];
	});
}

/** A heading without text, or a paragraph that became a heading because of the rule below it. */
function lostHeading(opened: Token, block: Token, first: number, rule: string): LostText[] {
	const text = headingText(block);
	if (text === "") return [{ kind: "signs", line: first, text: opened.markup, meant: "empty heading" }];
	if (!/^[-=]/.test(opened.markup)) return [];
	// A single sign may be an item without text, and seven may be left over from a conflict of Git.
	const isDoubtful = rule.length < 3 || (rule === "=======" && text.length !== rule.length);
	if (!isDoubtful && text.length <= 100 && !/[.;:,!?…]$/.test(text)) return [];
	return [{ kind: "signs", line: first, text: shortened(text), meant: "paragraph above a rule" }];
}

function shortened(text: string): string {
	return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** A placeholder for parts that are not text: a private-use character. */
const apart = "\uE000";

/** Raw marks of links, footnotes and emphasis that remain after parsing. */
function lostInLine(block: Token, first: number): LostText[] {
	// Escaped characters are intended. Emphasis may be within the text, so it is ignored.
	const text = (block.children ?? [])
		.map(({ type, content }) => {
			if (type === "text") return content;
			if (type === "softbreak" || type === "hardbreak") return "\n";
			return type.startsWith("em_") || type.startsWith("strong_") ? "" : apart;
		})
		.join("");
	const lost = [...lostBlock(text, first), ...joinedItems(block, first), ...unequalStars(block, first)];
	if (
		/\]\s*[([/（]|］|\[[\^[/!]|\*|__|[.,:;!?…]_|~~|[~^]\d|\^[23]|#|\)\[|\[(?:\w+ |TOC\])|\{[{%#.:]|\{\w+=|:::|!!!|%%|\^\[|==|^[-+][\u00A0\u2000-\u200A\u202F\u3000]/m.test(
			text,
		)
	) {
		lost.push(...text.split("\n").flatMap((content, at) => lostInText(content, first + at)));
	}
	// "2*3*4" is read as emphasis of the 3.
	const product = (block.children ?? []).findIndex(
		({ type, markup }, at, all) =>
			type === "em_open" &&
			markup === "*" &&
			/\d$/.test(all[at - 1]?.content ?? "") &&
			/^\d+$/.test(all[at + 1]?.content ?? "") &&
			/^\d/.test(all[at + 3]?.content ?? ""),
	);
	if (product !== -1) {
		const [before = "", factor = "", after = ""] = [-1, 1, 3].map(
			(by) => block.children?.[product + by]?.content ?? "",
		);
		const written = `${/\d+$/.exec(before)?.[0]}*${factor}*${/^\d+/.exec(after)?.[0]}`;
		lost.push({ kind: "signs", line: first, text: written, meant: "product" });
	}
	return lost;
}

/** Stars beside emphasis that has fewer of them on its other side: \`**a*\`. Only a block's first are reported. */
function unequalStars({ children }: Token, first: number): LostText[] {
	const tokens = children ?? [];
	const isMark = (token: Token | undefined, side: "open" | "close") =>
		token?.type === `em_${side}` || token?.type === `strong_${side}`;
	let line = first;
	for (const [at, { type, content }] of tokens.entries()) {
		if (type === "softbreak" || type === "hardbreak") line += 1;
		if (type !== "text") continue;
		const isBefore = content.endsWith("*") && isMark(tokens[at + 1], "open");
		const isAfter = content.startsWith("*") && isMark(tokens[at - 1], "close");
		if (!isBefore && !isAfter) continue;
		const text = isBefore
			? `${content}${tokens[at + 2]?.content ?? ""}`
			: `${tokens[at - 2]?.content ?? ""}${content}`;
		return [{ kind: "signs", line, text: shortened(text.trim()), meant: "unequal stars" }];
	}
	return [];
}

/** How people begin the items of a list, apart from Markdown's own ways. */
const itemSign =
	/^[ \t]*(?:(?:[–—•●○▪■◦➢✓✔]|[a-zđ]\)|[IVX]{1,5}\.)[ \t]+|[-*+][\u00A0\u2000-\u200A\u202F\u3000])\S/;

/** Items on lines of their own, which Markdown joins to one paragraph. Only a block's first is reported. */
function joinedItems({ children }: Token, first: number): LostText[] {
	let line = first;
	for (const [at, token] of (children ?? []).entries()) {
		if (token.type !== "softbreak" && token.type !== "hardbreak") continue;
		line += 1;
		const next = children?.[at + 1]?.content ?? "";
		if (token.type === "softbreak" && itemSign.test(next))
			return [{ kind: "signs", line, text: shortened(next.trim()), meant: "joined items" }];
	}
	return [];
}

/** A table whose rows do not match is rendered as a paragraph with raw marks. */
function lostBlock(text: string, first: number): LostText[] {
	const cells = text.includes("\t") ? pairOfLines(text.split("\n"), /\S\t+\S/) : undefined;
	if (cells)
		return [{ kind: "signs", line: first + cells.at, text: cells.text, meant: "cells between tabs" }];
	if (!text.includes("|")) return [];
	const lines = text.split("\n");
	const rule = lines.findIndex(
		(line) => /^[ \t|:-]*$/.test(line) && line.includes("|") && line.includes("--"),
	);
	const short = rule === -1 ? lines.findIndex((line) => /^\|[ \t:]*-[ \t|:-]*$/.test(line)) : rule;
	if (short !== -1)
		return [{ kind: "signs", line: first + short, text: lines[short]?.trim() ?? "", meant: "table" }];
	const rows = pairOfLines(lines, /^\s*\|.*\|/);
	return rows
		? [{ kind: "signs", line: first + rows.at, text: rows.text, meant: "table without a rule" }]
		: [];
}

/** The first of two neighbouring lines that both fit. */
function pairOfLines(lines: readonly string[], pattern: RegExp): { at: number; text: string } | undefined {
	const at = lines.findIndex((line, index) => pattern.test(line) && pattern.test(lines[index + 1] ?? ""));
	return at === -1 ? undefined : { at, text: shortened((lines[at] ?? "").trim().replace(/\t+/g, " ")) };
}

const leftOverEmphasis =
	/(\*{1,3}|__|~~)(?:(?![\s*)_~@,.;:])([^*\uE000]{1,300})(?<![*(])|(?![*)_~@,.;:])([^*\uE000]{1,300})(?<![\s*(]))\1/u;
const leftOverUnderscores = /(?<![\p{L}\p{N}_\uE000])_[^\s_][^_\n\uE000]{0,200}[.,:;!?…]_(?=[\p{L}\p{N}])/u;
/** Marks that CommonMark reads as text, and their probable intention. */
const leftOverSigns: readonly (readonly [RegExp, MeantBySigns])[] = [
	[/^#{2,6}[^#\s].{0,80}|^#{7,}.{0,80}/, "heading"],
	[/\[[^[\]\n]{1,200}\]\s+\((?:https?:\/\/|\/|www\.|mailto:)[^\s()]{1,300}\)/, "spaced link"],
	[/!\[[^[\]\n]{0,200}\]\s+\([^\s()]{1,300}\.[a-z\d]{3,4}\)/i, "spaced link"],
	[/!?\[(?=[^[\]\n]*\p{L}{2})[^[\]\n]{1,200}\]\[[^[\]\n]{0,100}\]/u, "missing reference"],
	[/\([^()\n]{1,200}\)\[(?:https?:\/\/|\/|www\.)[^\s[\]]{1,300}\]/, "turned link"],
	[/!\([^()\n]{1,200}\)\[[^\s[\]]{1,300}\]|\[[^[\]\n]{1,200}\]\/\p{L}[^\s()]{0,300}\)/u, "turned link"],
	[
		/［[^［］\n]{1,200}］\s?[(（](?:https?:|\/|www\.)[^\s()（）]{1,300}[)）]|\[[^[\]\n]{1,200}\]（(?:https?:|\/|www\.)[^\s（）]{1,300}）/,
		"wide brackets",
	],
	[/^\*\[[^[\]\n]{1,40}\]:\s.{0,80}/, "abbreviation"],
	[/[\p{L}\d]([~^])\d{1,3}\1|(?<!\p{L})k?m\^[23](?!\d)/u, "script"],
	[/^#{1,6}[\u00A0\u2000-\u200A\u202F\u3000].{0,80}/, "no-break space"],
	[/(?<=[\p{L}\p{N}])\*{4,}(?=[\p{L}\p{N}])/u, "unequal stars"],
	[/!?\[\[(?!_?toc_?\])[^[\]\n]{1,200}\]\]/i, "wiki link"],
	[
		/\{\{(?:[<%][^{}\n]{1,200}[>%]| [a-z][\w.|:' -]{0,200} )\}\}|\{([%#])[^{}\n]{1,200}\1\}|^\{:[^{}\n]{1,200}\}/,
		"template",
	],
	[
		/^(?:\[!|!!! ?)(?:note|tip|info|important|warning|caution|danger|quote)\b.{0,80}|\[TOC\]|\[\[_?toc_?\]\]/i,
		"template",
	],
	[/%%[^%\n]{1,200}%%/, "remark"],
	[/\^\[[^[\]\n]{1,300}\]/, "footnote in the line"],
	[/\{(?:[#.][a-z][\w-]*|[a-z]{2,20}=[^\s{}]{1,100})(?:\s[^{}\n]{1,200})?\}/i, "template"],
	[/\[\/(?:b|i|u|s|url|img|quote|code|color|size|center|caption|gallery|embed|video|audio)\]/i, "template"],
	[/\[(?:caption|gallery|embed|video|audio|playlist) [^[\]\n]{0,200}=[^[\]\n]{0,200}\]/i, "template"],
	[/^:{3,}.{0,80}/, "box"],
	[/(?<![=\S])==[^\s=][^=\n]{0,200}(?<!\s)==(?!=)/, "highlight"],
	[/(?<![*\p{N}])\*{2,3}\s(?=[^*\n]*\p{L})[^*\n]{1,200}\s\*{2,3}(?![*\p{N}])/u, "loose stars"],
	[/(?<![*\p{N}])\*{2}(?=[\p{L}“"(]).{0,80}|.{0,40}(?<=[\p{L}.,:;!?…”")])\*{2}(?![*\p{N}])/u, "open stars"],
];

function lostInText(content: string, line: number): LostText[] {
	const lost: LostText[] = [];
	const at = content.indexOf("](");
	if (at !== -1) {
		const open = content.lastIndexOf("[", at);
		const start = open > 0 && content[open - 1] === "!" ? open - 1 : Math.max(open, 0);
		lost.push({ kind: "link", line, ...correctedLink(content.slice(start, at + longestLink)) });
	}
	const footnote = /\[\^([^\]\n]{1,100})\](:?)/.exec(content);
	if (footnote?.[1] !== undefined && (footnote[2] === "" || /\s/.test(footnote[1]))) {
		const isDefinition = /^\[\^[^\]\n]{1,100}\]\s+\S/.test(content);
		const reason = /\s/.test(footnote[1]) ? "spaced" : isDefinition ? "colon" : "missing";
		lost.push({ kind: "footnote", line, label: footnote[1], reason });
	}
	const emphasis = leftOverEmphasis.exec(content);
	if (emphasis) {
		const [text, mark = "**", tight, loose = ""] = emphasis;
		lost.push({ kind: "emphasis", line, text, corrected: `${mark}${(tight ?? loose).trim()}${mark} ` });
	}
	const underscores = leftOverUnderscores.exec(content)?.[0];
	if (underscores !== undefined)
		lost.push({ kind: "emphasis", line, text: underscores, corrected: `${underscores} ` });
	for (const [pattern, meant] of leftOverSigns) {
		if (meant === "open stars" && emphasis) continue;
		const found = pattern.exec(content)?.[0];
		if (found !== undefined) lost.push({ kind: "signs", line, text: shortened(found), meant });
	}
	return lost;
}

/** The longest link that is corrected. */
const longestLink = 300;

function correctedLink(text: string): { text: string; corrected: string | undefined } {
	const [whole = text, start, target = ""] = /^(!?\[[^\]]*\])\((.*)\)/.exec(text) ?? [];
	const shown = whole.length > 120 ? `${whole.slice(0, 120)}…` : whole;
	if (start === undefined) return { text: shown, corrected: undefined };
	// Drops a size, as in other Markdown dialects, and an unclosed title.
	const plain = target.replace(/\s+=\d*x\d*\s*$/, "").replace(/^(\S+)\s+["“”'][^"“”']*$/, "$1");
	const [, address = plain, , title] = /^\s*(.*?)(?:\s+(["“”'])(.*)["“”'])?\s*$/.exec(plain) ?? [];
	const written = /[\s()]/.test(address) ? `<${address.replace(/[<>]/g, encodeURIComponent)}>` : address;
	const caption = title === undefined ? "" : ` "${title.replace(/\\?"/g, '\\"')}"`;
	const corrected = `${start}(${written}${caption})`;
	return { text: shown, corrected: corrected === whole ? undefined : corrected };
}

/** Table cells beyond the last column. */
function lostCells(blocks: readonly Token[], body: string): LostText[] {
	if (!blocks.some(({ type }) => type === "table_open")) return [];
	const lines = body.split("\n");
	const lost: LostText[] = [];
	let columns = 0;
	let isHead = false;
	for (const { type, map } of blocks) {
		if (type === "thead_open") columns = 0;
		if (type === "thead_open" || type === "thead_close") isHead = type === "thead_open";
		if (type === "th_open") columns += 1;
		if (type !== "tr_open" || isHead || !map) continue;
		const cells = cellsOf(lines[map[0]] ?? "");
		if (cells > columns) lost.push({ kind: "cells", line: map[0] + 1, cells, columns });
	}
	return lost;
}

function cellsOf(line: string): number {
	const row = line.replace(/^[\s>]*\|?/, "").replace(/(?<!\\)\|\s*$/, "");
	return row.split(/(?<!\\)\|/).length;
}

/** Lines that define an unused link target, such as \`[Nguồn]: TTXVN\`. */
function lostDefinitions(blocks: readonly Token[], env: Env, body: string): LostText[] {
	const defined = env.references;
	if (!defined || Object.keys(defined).length === 0) return [];
	const isCode = new Set<number>();
	for (const { type, map } of blocks) {
		if (type !== "fence" || !map) continue;
		for (let line = map[0]; line < map[1]; line++) isCode.add(line);
	}
	const used = usedLabels.get(env) ?? new Set();
	const lost: LostText[] = [];
	const seen = new Set<string>();
	for (const [at, line] of body.split("\n").entries()) {
		const label = /^[\s>]{0,8}(?:(?:[-*+]|\d{1,3}[.)])\s{1,4})?\[([^\]]{1,200})\]:/.exec(line)?.[1];
		if (label === undefined || label.startsWith("^") || isCode.has(at)) continue;
		const key = parser.utils.normalizeReference(label);
		if (!Object.hasOwn(defined, key)) continue;
		if (seen.has(key) || !used.has(key)) lost.push({ kind: "definition", label, line: at + 1 });
		seen.add(key);
	}
	return lost;
}

function headingText(block: Token): string {
	return (block.children ?? []).map(({ content }) => content).join("");
}

function pictureOf(token: Token, line: number): PictureReference {
	return { src: decodePath(attribute(token, "src")), alt: token.content, line };
}

function attribute(token: Token, name: string): string {
	return String(token.attrGet(name) ?? "");
}

/** Decodes a percent-encoded path; unchanged if the encoding is broken. */
export function decodePath(path: string): string {
	try {
		return decodeURI(path);
	} catch {
		return path;
	}
}
