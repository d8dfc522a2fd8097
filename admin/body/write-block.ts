import type { Block, InlineNode, List, Picture, Table, TextLeaf } from "./nodes.ts";
import { isLeaf, sameMarks } from "./nodes.ts";
import { readInlineText } from "./read-blocks.ts";

/** A block as the site's Markdown, without line feeds around it; empty for a block without text. */
export function writeBlock(block: Block): string {
	switch (block.type) {
		case "p":
			return writeInline(block.children);
		case "blockquote":
			return prefixed(block.children.map((child) => writeBlock(child)).join("\n\n"), "> ", ">");
		case "ul":
		case "ol":
			return writeList(block);
		case "table":
			return writeTable(block);
		case "figure":
			return block.pictures.map(writePicture).join("\n");
		case "hr":
			return "---";
		case "footnote":
			return `[^${block.label}]: ${writeInline(block.children).replaceAll("\n", " ")}`.trimEnd();
		case "source":
			return block.source.replace(/^\n+|(?<!\s)\s+$/g, "");
		default: {
			const text = oneLine(writeInline(block.children));
			return text && `${"#".repeat(Number(block.type.slice(1)))} ${text.replace(/(?<![\\#])#+$/, "\\$&")}`;
		}
	}
}

/** A picture's Markdown: `![alt](22-x/anh.jpg "Caption | Credit")`. */
function writePicture({ src, alt, caption, credit }: Picture): string {
	const title = oneLine(credit ? `${caption} | ${credit}` : caption);
	const quoted = title ? ` "${title.replace(/["\\]/g, "\\$&").replace(entity, "\\$&")}"` : "";
	return `![${escapeText(oneLine(alt))}](${writeAddress(src)}${quoted})`;
}

function writeAddress(address: string): string {
	const plain = address.replace(/[\n\r]/g, "").replace(entity, "%26");
	return /[\s()<>\\]|^$/.test(plain) ? `<${plain.replace(/[<>\\]/g, "\\$&")}>` : plain;
}

function writeList({ type, start = 1, loose, children }: List): string {
	return children
		.map(({ children: [text, ...lists] }, index) => {
			const marker = type === "ul" ? "- " : `${start + index}. `;
			const inner = [writeInline(text.children), ...lists.map(writeList)].join(loose ? "\n\n" : "\n");
			return marker.trimEnd() + prefixed(inner, " ".repeat(marker.length), "").slice(marker.trimEnd().length);
		})
		.join(loose ? "\n\n" : "\n");
}

function writeTable({ alignments, children }: Table): string {
	const width = Math.max(alignments.length, ...children.map((row) => row.children.length));
	const columns = Array.from({ length: width }, (_, column) => column);
	const rows = children.map((row) =>
		columns.map((column) =>
			oneLine(writeInline(row.children[column]?.children ?? []).replaceAll("\\\n", " ")).replaceAll(
				"|",
				"\\|",
			),
		),
	);
	const marks = { left: ":---", center: ":---:", right: "---:", none: "---" } as const;
	const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
	const [head = columns.map(() => ""), ...body] = rows;
	return [
		line(head),
		line(columns.map((column) => marks[alignments[column] ?? "none"])),
		...body.map(line),
	].join("\n");
}

function prefixed(text: string, prefix: string, onBlank: string): string {
	return text
		.split("\n")
		.map((line) => (line === "" ? onBlank : prefix + line))
		.join("\n");
}

/** Text with its marks, links and references; hard breaks as a backslash at the end of a line. */
function writeInline(nodes: readonly InlineNode[]): string {
	const merged = mergeLeaves(nodes);
	const words = wordsOf(merged);
	// If marks would be ambiguous beside punctuation or each other, the words are kept and the marks dropped.
	for (const marks of [allMarks, ["bold"], []] as const) {
		const text = writeLine(merged, marks);
		if (marks.length === 0 || wordsOf(readInlineText(text)) === words) return text;
	}
	return "";
}

function writeLine(nodes: readonly InlineNode[], marks: readonly Mark[]): string {
	let result = "";
	for (let index = 0; index < nodes.length; ) {
		const node = nodes[index] as InlineNode;
		if (isLeaf(node)) {
			const leaves = leavesFrom(nodes, index);
			index += leaves.length;
			result += writeLeaves(leaves, marks, lastOf(result), firstOf(nodes[index]));
			continue;
		}
		index += 1;
		if (node.type === "footnote-reference") result += `[^${node.label}]`;
		else if (node.type === "inline-picture") result += writePicture(node);
		else result += writeLink(node.url, node.title, node.children);
	}
	const lines = result.replace(/^[ \t\n]+|[ \t\n]+$/g, "").replace(/[ \t]*\n[ \t]*/g, "\n");
	return escapeLineStarts(lines).replaceAll("\n", "\\\n");
}

/** Without repeated spaces and spaces at line ends, which readers do not see. */
function wordsOf(nodes: readonly InlineNode[]): string {
	return nodes
		.map((node) => (isLeaf(node) ? node.text : plainOf(node)))
		.join("")
		.replace(/\s+/g, "");
}

function leavesFrom(nodes: readonly InlineNode[], start: number): TextLeaf[] {
	const leaves: TextLeaf[] = [];
	for (const node of nodes.slice(start)) {
		if (!isLeaf(node)) break;
		leaves.push(node);
	}
	return leaves;
}

function firstOf(node: InlineNode | undefined): string {
	if (!node) return "";
	return isLeaf(node) ? node.text.slice(0, 1) : "[";
}

function mergeLeaves(nodes: readonly InlineNode[]): InlineNode[] {
	const result: InlineNode[] = [];
	for (const node of nodes) {
		const last = result.at(-1);
		if (isLeaf(node)) {
			if (node.text === "") continue;
			if (last && isLeaf(last) && sameMarks(last, node))
				result[result.length - 1] = { ...last, text: last.text + node.text };
			else result.push(node);
		} else result.push(node);
	}
	return result;
}

/** The words of an inline element. */
function plainOf(node: Exclude<InlineNode, TextLeaf>): string {
	if (node.type === "footnote-reference") return `[^${node.label}]`;
	return node.type === "a" ? textOf(node.children) : "\uFFFC";
}

function textOf(leaves: readonly TextLeaf[]): string {
	return leaves.map(({ text }) => text).join("");
}

function lastOf(text: string): string {
	return Array.from(text.slice(-2)).at(-1) ?? "";
}

function writeLink(url: string, title: string | undefined, children: readonly TextLeaf[]): string {
	const text = textOf(children);
	// An address written plainly becomes a link on the site.
	if (text === url && !title && /^https?:\/\/[^\s<>()[\]*_~`\\"']+[^\s<>()[\]*_~`\\"'.,;:!?]$/.test(url))
		return url;
	const quoted = title ? ` "${oneLine(title).replace(/["\\]/g, "\\$&")}"` : "";
	return `[${writeInline(children).replaceAll("\\\n", " ") || escapeText(url)}](${writeAddress(url)}${quoted})`;
}

const wordCharacter = /[\p{L}\p{N}\p{M}]/u;

type Mark = "bold" | "strikethrough" | "italic";
const allMarks: readonly Mark[] = ["bold", "strikethrough", "italic"];

/** Pieces of text, grouped by their first mark; the other marks are nested inside. */
function writeLeaves(
	leaves: readonly TextLeaf[],
	[mark, ...others]: readonly Mark[],
	before: string,
	after: string,
): string {
	if (!mark) return leaves.map((leaf) => (leaf.code ? writeCode(leaf.text) : escapeText(leaf.text))).join("");
	let result = "";
	for (let index = 0; index < leaves.length; ) {
		const isMarked = leaves[index]?.[mark] === true;
		const start = index;
		while (index < leaves.length && (leaves[index]?.[mark] === true) === isMarked) index += 1;
		const group = leaves.slice(start, index);
		const prior = lastOf(result) || before;
		const next = leaves[index]?.text.slice(0, 1) || after;
		result += isMarked
			? writeMarked(group, mark, others, prior, next)
			: writeLeaves(group, others, prior, next);
	}
	return result;
}

/** Spaces stay outside of the mark, and so does punctuation beside which it would be ambiguous. */
function writeMarked(
	leaves: readonly TextLeaf[],
	mark: Mark,
	others: readonly Mark[],
	before: string,
	after: string,
): string {
	const first = leaves[0] as TextLeaf;
	const head = /^\s*/.exec(first.text)?.[0] || (wordCharacter.test(before) ? leadingPunctuation(first) : "");
	const shortened = [{ ...first, text: first.text.slice(head.length) }, ...leaves.slice(1)];
	const last = shortened.at(-1) as TextLeaf;
	// `**“Một”**hai` would show the stars: after punctuation, a mark closes only if no word follows.
	const tail = /\s*$/.exec(last.text)?.[0] || (wordCharacter.test(after) ? trailingPunctuation(last) : "");
	const inner = [
		...shortened.slice(0, -1),
		{ ...last, text: last.text.slice(0, last.text.length - tail.length) },
	].filter(({ text }) => text !== "");
	if (inner.length === 0) return escapeText(head + tail);
	const isBesideStar = (lastOf(head) || before) === "*" || (tail || after).startsWith("*");
	const sign = { bold: "**", strikethrough: "~~", italic: isBesideStar ? "_" : "*" }[mark];
	return `${escapeText(head)}${sign}${writeLeaves(inner, others, sign, sign)}${sign}${escapeText(tail)}`;
}

function leadingPunctuation({ text, code }: TextLeaf): string {
	return code ? "" : (/^[\p{P}\p{S}]+/u.exec(text)?.[0] ?? "");
}

function trailingPunctuation({ text, code }: TextLeaf): string {
	return code ? "" : (/[\p{P}\p{S}]+$/u.exec(text)?.[0] ?? "");
}

function writeCode(text: string): string {
	const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
	const fence = "`".repeat(longest + 1);
	const padded = /^`|`$|^ .* $/.test(text) ? ` ${text} ` : text;
	return `${fence}${padded.replaceAll("\n", " ")}${fence}`;
}

const entity = /&(?=#?\w{1,31};)/g;

function escapeText(text: string): string {
	return text
		.replace(/[\\`*[\]]/g, "\\$&")
		.replace(/~(?=~)|(?<=~)~/g, "\\~")
		.replace(/<(?=[a-z/!?])/gi, "\\<")
		.replace(entity, "\\&")
		.replace(/_/g, (mark, at: number, whole: string) =>
			wordCharacter.test(whole[at - 1] ?? "") && wordCharacter.test(whole[at + 1] ?? "") ? mark : "\\_",
		);
}

/** What Markdown would read as the beginning of a list, heading, quotation, rule or table. */
function escapeLineStarts(text: string): string {
	return text
		.split("\n")
		.map((line) =>
			line
				.replace(/^(#{1,6})(?=\s|$)/, "\\$1")
				.replace(/^([-+])(?=\s|$)/, "\\$1")
				.replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2")
				.replace(/^[>]/, "\\>")
				.replace(/^(?=[-=:|][-=:| ]*$)/, "\\")
				.replace(/^~~~/, "\\~~~"),
		)
		.join("\n");
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, " ").trim();
}
