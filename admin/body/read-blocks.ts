import type { Env, Token } from "markdown-it";
import { splitCaption } from "../../src/content/markdown/caption.ts";
import { figures } from "../../src/content/markdown/figures.ts";
import { links } from "../../src/content/markdown/links.ts";
import { createParser } from "../../src/content/markdown/parser.ts";
import { decodePath } from "../../src/content/markdown/references.ts";
import type {
	Alignment,
	Block,
	Footnote,
	Heading,
	InlineNode,
	List,
	ListItem,
	Paragraph,
	Picture,
	Quotation,
	SourceBlock,
	Table,
	TextLeaf,
} from "./nodes.ts";
import { emptyText, headingTypes, sameMarks } from "./nodes.ts";

/** A block with its source lines and the blank lines after it. */
export interface SourcedBlock {
	readonly block: Block;
	readonly source: string;
}

export interface ReadBody {
	/** Blank lines before the first block. */
	readonly lead: string;
	readonly blocks: readonly SourcedBlock[];
}

type Mark = "bold" | "italic" | "strikethrough";
const marks: Readonly<Record<string, Mark>> = { strong: "bold", em: "italic", s: "strikethrough" };

/** The site's own parser, so that the editor sees what readers will. */
const parser = createParser().use(links).use(figures);

const footnoteDefinition = /^ {0,3}\[\^([^\]\s]+)\]:\s*(.*)$/;
const alignments: Readonly<Record<string, Alignment>> = {
	"text-align:left": "left",
	"text-align:center": "center",
	"text-align:right": "right",
};

/** Thrown for Markdown that the editor cannot represent; its block is then shown as Markdown. */
class NoForm extends Error {}

/** Reads a body into blocks, each with its source. Joined, the sources are the body, byte for byte. */
export function readBlocks(body: string): ReadBody {
	const lines = body.split("\n");
	const env: Env = {};
	const tokens = parser.parse(body, env);
	const found: { start: number; block: Block }[] = [];
	let line = 0;
	const takeGap = (end: number) => {
		found.push(...blocksOfGap(lines, line, end, env));
		line = Math.max(line, end);
	};
	for (let index = 0; index < tokens.length; ) {
		const token = tokens[index] as Token;
		if (token.type === "footnotes_open" || !token.map) break;
		const end = endOf(tokens, index);
		takeGap(token.map[0]);
		const source = () => lines.slice(token.map?.[0], token.map?.[1]).join("\n");
		found.push({ start: token.map[0], block: readBlock(tokens.slice(index, end), env, source) });
		line = token.map[1];
		index = end;
	}
	takeGap(lines.length);
	const from = (start: number) => lines.slice(0, start).reduce((sum, text) => sum + text.length + 1, 0);
	const starts = [...found.map(({ start }) => from(start)), body.length];
	return {
		lead: body.slice(0, Math.min(starts[0] ?? 0, body.length)),
		blocks: found.map(({ block }, index) => ({
			block,
			source: body.slice(starts[index], starts[index + 1]),
		})),
	};
}

/** The inline content of Markdown text, as a paragraph would have it. */
export function readInlineText(text: string): InlineNode[] {
	return readInline(parser.parseInline(text, {})[0]?.children ?? []);
}

/** One after the last token of the block that begins at `index`. */
function endOf(tokens: readonly Token[], index: number): number {
	let depth = 0;
	for (let end = index; end < tokens.length; end += 1) {
		depth += tokens[end]?.nesting ?? 0;
		if (depth <= 0) return end + 1;
	}
	return tokens.length;
}

/** Sources without tokens: definitions of footnotes and of links. */
function blocksOfGap(
	lines: readonly string[],
	start: number,
	end: number,
	env: Env,
): { start: number; block: Block }[] {
	const found: { start: number; block: Block }[] = [];
	for (let line = start; line < end; ) {
		if (lines[line]?.trim() === "") {
			line += 1;
			continue;
		}
		const first = line;
		do line += 1;
		while (line < end && lines[line]?.trim() !== "" && !footnoteDefinition.test(lines[line] ?? ""));
		const source = lines.slice(first, line).join("\n");
		const [match, label = ""] = footnoteDefinition.exec(lines[first] ?? "") ?? [];
		const text = source.replace(/^ {0,3}\[\^[^\]\s]{1,100}\]:\s*/, "");
		found.push({
			start: first,
			block:
				match === undefined
					? sourceBlock(source)
					: withForm(
							() => footnote(label, text, env),
							() => source,
						),
		});
	}
	return found;
}

function footnote(label: string, text: string, env: Env): Footnote {
	const [inline] = parser.parseInline(text, { ...env });
	return { type: "footnote", label, children: readInline(inline?.children ?? []) };
}

function sourceBlock(source: string): SourceBlock {
	return { type: "source", source, children: emptyText() };
}

function withForm(read: () => Block, source: () => string): Block {
	try {
		return read();
	} catch (error) {
		if (error instanceof NoForm) return sourceBlock(source().replace(/\n+$/, ""));
		throw error;
	}
}

function readBlock(tokens: readonly Token[], env: Env, source: () => string): Block {
	return withForm(() => blockOf(tokens, env), source);
}

function blockOf(tokens: readonly Token[], env: Env): Block {
	const [first, inline] = tokens;
	switch (first?.type) {
		case "paragraph_open":
			return { type: "p", children: readInline(inline?.children ?? []) };
		case "heading_open":
			return { type: headingType(first.tag), children: readInline(inline?.children ?? []) };
		case "blockquote_open":
			return quotation(tokens, env);
		case "bullet_list_open":
		case "ordered_list_open":
			return list(tokens, env);
		case "table_open":
			return table(tokens);
		case "figure":
		case "gallery":
			return { type: "figure", pictures: (first.children ?? []).map(picture), children: emptyText() };
		case "hr":
			return { type: "hr", children: emptyText() };
		default:
			throw new NoForm();
	}
}

function headingType(tag: string): Heading["type"] {
	const type = headingTypes.find((candidate) => candidate === tag);
	if (!type) throw new NoForm();
	return type;
}

/** The blocks between the first and the last token. */
function innerBlocks(tokens: readonly Token[]): (readonly Token[])[] {
	const blocks: (readonly Token[])[] = [];
	for (let index = 1; index < tokens.length - 1; ) {
		const end = endOf(tokens, index);
		blocks.push(tokens.slice(index, end));
		index = end;
	}
	return blocks;
}

function quotation(tokens: readonly Token[], env: Env): Quotation {
	const children = innerBlocks(tokens).map((inner): Paragraph | List => {
		const block = blockOf(inner, env);
		if (block.type === "p" || block.type === "ul" || block.type === "ol") return block;
		throw new NoForm();
	});
	if (children.length === 0) throw new NoForm();
	return { type: "blockquote", children };
}

function list(tokens: readonly Token[], env: Env): List {
	const start = Number(tokens[0]?.attrGet("start") ?? 1);
	let loose = false;
	const children = innerBlocks(tokens).map((item): ListItem => {
		const [text, ...rest] = innerBlocks(item);
		if (text && text[0]?.type !== "paragraph_open") throw new NoForm();
		if (text && !text[0]?.hidden) loose = true;
		const lists = rest.map((inner): List => {
			const block = blockOf(inner, env);
			if (block.type === "ul" || block.type === "ol") return block;
			throw new NoForm();
		});
		const inline = text ? readInline(text[1]?.children ?? []) : emptyText();
		return { type: "li", children: [{ type: "lic", children: inline }, ...lists] };
	});
	return {
		type: tokens[0]?.type === "ordered_list_open" ? "ol" : "ul",
		...(start === 1 ? {} : { start }),
		...(loose ? { loose: true as const } : {}),
		children,
	};
}

function table(tokens: readonly Token[]): Table {
	const rows: Table["children"] = [];
	const columns: Alignment[] = [];
	for (const [index, token] of tokens.entries()) {
		if (token.type === "tr_open") rows.push({ type: "tr", children: [] });
		if (token.type !== "th_open" && token.type !== "td_open") continue;
		if (token.type === "th_open") columns.push(alignments[String(token.attrGet("style") ?? "")] ?? "none");
		const children = readInline(tokens[index + 1]?.children ?? []);
		rows.at(-1)?.children.push({ type: "td", children });
	}
	return { type: "table", alignments: columns, children: rows };
}

function picture(token: Token): Picture {
	const { caption = "", credit = "" } = splitCaption(String(token.attrGet("title") ?? ""));
	return { src: decodePath(String(token.attrGet("src") ?? "")), alt: altOf(token), caption, credit };
}

function altOf(token: Token): string {
	return (token.children ?? [])
		.map((child) => {
			if (child.type === "softbreak" || child.type === "hardbreak") return " ";
			return child.type === "image" ? altOf(child) : child.content;
		})
		.join("");
}

function readInline(tokens: readonly Token[]): InlineNode[] {
	const nodes: InlineNode[] = [];
	const active: Mark[] = [];
	let link: { url: string; title?: string; children: TextLeaf[] } | undefined;
	const push = (text: string, code = false) => {
		if (text === "") return;
		const into: InlineNode[] = link?.children ?? nodes;
		const leaf: TextLeaf = {
			text,
			...Object.fromEntries(active.map((mark) => [mark, true])),
			...(code && { code }),
		};
		const last = into.at(-1);
		if (last && "text" in last && sameMarks(last, leaf)) last.text += text;
		else into.push(leaf);
	};
	for (const token of tokens) {
		const mark = token.type.endsWith("_open") || token.type.endsWith("_close") ? marks[token.tag] : undefined;
		if (mark) {
			if (token.nesting === 1) active.push(mark);
			else active.splice(active.lastIndexOf(mark), 1);
			continue;
		}
		switch (token.type) {
			case "text":
			case "text_special":
				push(token.content);
				break;
			case "softbreak":
				push(" ");
				break;
			case "hardbreak":
				push("\n");
				break;
			case "code_inline":
				push(token.content, true);
				break;
			case "link_open": {
				const title = String(token.attrGet("title") ?? "");
				link = { url: String(token.attrGet("href") ?? ""), ...(title && { title }), children: [] };
				break;
			}
			case "link_close":
				if (link)
					nodes.push({
						type: "a",
						...link,
						children: link.children.length > 0 ? link.children : emptyText(),
					});
				link = undefined;
				break;
			case "footnote_reference":
				if (link) throw new NoForm();
				nodes.push({ type: "footnote-reference", label: String(token.meta?.label), children: emptyText() });
				break;
			case "image":
				if (link) throw new NoForm();
				nodes.push({ type: "inline-picture", ...picture(token), children: emptyText() });
				break;
			default:
				throw new NoForm();
		}
	}
	return nodes.length > 0 ? spaced(nodes) : emptyText();
}

/** Slate needs text before, between and after inline elements. */
function spaced(nodes: readonly InlineNode[]): InlineNode[] {
	const result: InlineNode[] = [];
	for (const node of nodes) {
		const previous = result.at(-1);
		if (!("text" in node) && (!previous || !("text" in previous))) result.push({ text: "" });
		result.push(node);
	}
	const last = result.at(-1);
	if (last && !("text" in last)) result.push({ text: "" });
	return result;
}
