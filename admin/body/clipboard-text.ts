/** Turns plain text from the clipboard into blocks of a body: paragraphs, lists, tables, or Markdown. */
import { type ClipboardContent, cleanText } from "./clipboard-blocks.ts";
import type { Block, InlineNode, List, Paragraph, Table } from "./nodes.ts";
import { readBlocks } from "./read-blocks.ts";

const bullet = /^[-–+*•●○▪◦‣]\s+(?=\S)/;
/** A line of direct speech: items of a list do not ask or exclaim. */
const speech = /^[-–]\s.*[?!]["”’)]*$/;
const number = /^(\d{1,3})[.)]\s+(?=\S)/;
/** Marks that only Markdown has: headings, links, bold text and the second line of a table. */
const markdownSigns =
	/^#{1,6} \S|\[[^[\]\n]+\]\((?:https?:\/|\/|mailto:)[^\s()]+\)|\*\*[^\s*][^*\n]*\*\*|^\|(?: ?:?-{3,}:? ?\|)+/m;

export function readClipboardText(text: string): ClipboardContent {
	const clean = cleanText(text.replace(/\r\n?/g, "\n"));
	if (markdownSigns.test(clean)) return readMarkdown(clean);
	const blocks: Block[] = [];
	const lines = unwrapped(clean.split("\n").map((line) => line.replace(/^ +| +$/g, "")));
	for (let at = 0; at < lines.length; ) {
		const run = listAt(lines, at) ?? tableAt(lines, at);
		if (run) blocks.push(...run.blocks);
		else if (lines[at]?.trim()) blocks.push(paragraph(lines[at] ?? ""));
		at = run?.end ?? at + 1;
	}
	return { blocks, missingPictures: 0 };
}

/** Pictures are counted as missing, as they are on other hosts. Code becomes plain text. */
function readMarkdown(text: string): ClipboardContent {
	let missingPictures = 0;
	const blocks = readBlocks(text).blocks.flatMap(({ block }): Block[] => {
		if (block.type === "figure") {
			missingPictures += block.pictures.length;
			return [];
		}
		if (block.type === "h1") return [{ ...block, type: "h2" }];
		return block.type === "source" ? block.source.split("\n").filter(Boolean).map(paragraph) : [block];
	});
	return { blocks, missingPictures };
}

/** Programs that show PDF files, and old mail programs, end each line of a paragraph. No page has wider lines. */
const widestPage = 130;
const narrowestPage = 60;

/**
 * Joins the lines of a paragraph. A line was cut to the width of a page if the next line's first word had no room in it.
 */
function unwrapped(lines: readonly string[]): string[] {
	const width = Math.max(...lines.map(({ length }) => length));
	if (width < narrowestPage || width > widestPage) return [...lines];
	const joined: string[] = [];
	let before = "";
	for (const line of lines) {
		if (isContinued(before, line, width)) joined.push(`${joined.pop()} ${line}`);
		else joined.push(line);
		before = line;
	}
	return joined;
}

function isContinued(before: string, line: string, width: number): boolean {
	if (before === "" || line === "" || bullet.test(line) || number.test(line)) return false;
	if (/[.!?…:;]["”’)]*$/.test(before) && !/^\p{Ll}/u.test(line)) return false;
	const [word = ""] = line.split(" ", 1);
	// Less than the whole width, since letters differ in width.
	return before.length + 1 + word.length > width * 0.88;
}

interface Run {
	readonly blocks: readonly Block[];
	/** The index after its last line. */
	readonly end: number;
}

/** At least two lines with bullets, which may be a conversation, or with numbers that follow each other. */
function listAt(lines: readonly string[], start: number): Run | undefined {
	const first = number.exec(lines[start] ?? "")?.[1];
	const isItem = (line: string, place: number) =>
		first === undefined ? bullet.test(line) : number.exec(line)?.[1] === String(Number(first) + place);
	let end = start;
	while (end < lines.length && isItem(lines[end] ?? "", end - start)) end++;
	if (end - start < 2) return undefined;
	const run = lines.slice(start, end);
	if (run.some((line) => speech.test(line))) return { blocks: run.map(paragraph), end };
	const items = run.map((line): List["children"][number] => ({
		type: "li",
		children: [{ type: "lic", children: plain(line.replace(first === undefined ? bullet : number, "")) }],
	}));
	const from = Number(first ?? 1);
	return {
		blocks: [
			{ type: first === undefined ? "ul" : "ol", ...(from !== 1 && { start: from }), children: items },
		],
		end,
	};
}

/** At least two lines with the same number of cells, as a spreadsheet copies them. */
function tableAt(lines: readonly string[], start: number): Run | undefined {
	const cellsOf = (line: string) => line.split("\t");
	const columns = cellsOf(lines[start] ?? "").length;
	let end = start;
	while (end < lines.length && cellsOf(lines[end] ?? "").length === columns) end++;
	if (columns < 2 || end - start < 2) return undefined;
	const rows = lines.slice(start, end).map(cellsOf);
	const isNumeric = (column: number) =>
		rows.slice(1).every((cells) => /^[\d.,%\s–-]*$/.test(cells[column] ?? ""));
	const block: Table = {
		type: "table",
		alignments: Array.from({ length: columns }, (_, column) => (isNumeric(column) ? "right" : "none")),
		children: rows.map((cells) => ({
			type: "tr",
			children: cells.map((cell) => ({ type: "td", children: plain(cell) })),
		})),
	};
	return { blocks: [block], end };
}

function paragraph(line: string): Paragraph {
	return { type: "p", children: plain(line) };
}

function plain(text: string): InlineNode[] {
	return [{ text: text.replace(/\s+/g, " ").trim() }];
}
