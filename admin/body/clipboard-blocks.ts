/** Turns HTML from the clipboard, as office programs and browsers write it, into blocks of a body. */
import { inScript, tableGrid } from "../../src/text/index.ts";
import { isEmptyLine, isList, joinLists } from "./join-lists.ts";
import type {
	Alignment,
	Block,
	Footnote,
	InlineNode,
	LinkNode,
	List,
	ListItem,
	Paragraph,
	Quotation,
	Table,
	TableRow,
	TextLeaf,
} from "./nodes.ts";
import { emptyText, isLeaf, sameMarks } from "./nodes.ts";

export interface ClipboardContent {
	readonly blocks: readonly Block[];
	/** Pictures that the clipboard only refers to: addresses of other sites, files of another program. */
	readonly missingPictures: number;
}

type Marks = Omit<TextLeaf, "text">;

const dropped = new Set(
	"SCRIPT STYLE NOSCRIPT TEMPLATE HEAD TITLE META LINK XML O:P ANNOTATION BUTTON INPUT SELECT TEXTAREA SVG OBJECT EMBED IFRAME AUDIO VIDEO NAV".split(
		" ",
	),
);
const blockNames = new Set(
	"ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION TABLE UL".split(
		" ",
	),
);
/** A joiner between two emoji makes one of them. */
const invisible =
	/[\u200B\u200C\u2060\uFEFF\u00AD]|(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)\u200D/gu;
/** Deeper than any document that a person writes. */
const deepest = 100;

/** Reads the content of an element: the body of a document that was parsed from the clipboard. */
export function readClipboardHtml(root: Element): ClipboardContent {
	const reader = new Reader();
	return { blocks: reader.read(root), missingPictures: reader.missingPictures };
}

class Reader {
	missingPictures = 0;
	readonly #found: Block[] = [];
	#line: InlineNode[] = [];

	read(root: Element): Block[] {
		this.#blocksIn(root, {}, 0);
		this.#endLine();
		return joinLists(this.#found);
	}

	#nested(element: Element, marks: Marks, depth: number): Block[] {
		const inner = new Reader();
		inner.#blocksIn(element, marks, depth);
		inner.#endLine();
		this.missingPictures += inner.missingPictures;
		return joinLists(inner.#found);
	}

	#endLine(): void {
		const line = this.#line;
		this.#line = [];
		for (const children of paragraphsOf(line)) this.#found.push({ type: "p", children });
	}

	#blocksIn(element: Element, marks: Marks, depth: number): void {
		for (const node of element.childNodes) {
			if (node.nodeType === 3) this.#ownText(node.textContent ?? "", element, marks);
			else if (isElement(node)) this.#element(node, marks, depth + 1);
		}
	}

	#element(element: Element, outer: Marks, depth: number): void {
		const name = element.tagName.toUpperCase();
		const signs = signsOf(element, name);
		if (signs === undefined && (dropped.has(name) || isLeftOut(element))) return;
		const marks = marksOf(element, name, outer);
		if (depth > deepest) this.#text(element.textContent ?? "", outer);
		else if (name === "BR") this.#text("\n", marks, true);
		else if (signs !== undefined) this.#text(signs, marks);
		else if (name === "IMG") this.#picture(element);
		else if (name === "A") this.#link(element, marks, depth);
		else if (blockNames.has(name)) {
			this.#endLine();
			this.#block(element, name, marks, depth);
			this.#endLine();
		} else this.#blocksIn(element, marks, depth);
	}

	#block(element: Element, name: string, marks: Marks, depth: number): void {
		const footnote = footnoteText(element);
		const item = wordListItem(element);
		if (footnote) this.#footnote(element, footnote, depth);
		else if (/^H[1-6]$/.test(name)) this.#heading(element, Number(name[1]), depth);
		else if (item) this.#found.push(this.#wordItem(element, item, marks, depth));
		else if (name === "UL" || name === "OL")
			this.#found.push(...this.#list(element, name === "OL" ? "ol" : "ul", depth));
		else if (name === "TABLE") this.#table(element, depth);
		else if (name === "HR") {
			// Word draws a line of this width above the footnotes.
			if (element.getAttribute("width") !== "33%") this.#found.push({ type: "hr", children: emptyText() });
		} else if (name === "BLOCKQUOTE") this.#quotation(element, marks, depth);
		else this.#blocksIn(element, marks, depth);
	}

	#ownText(text: string, element: Element, marks: Marks): void {
		if (!text.includes("\n") || !keepsLines(element)) {
			this.#text(text, marks);
			return;
		}
		for (const [index, line] of text.split(/\r?\n/).entries()) {
			if (index > 0) this.#text("\n", marks, true);
			this.#text(line, marks);
		}
	}

	#text(text: string, marks: Marks, isBreak = false): void {
		const clean = isBreak ? "\n" : cleanText(text).replace(/[ \t\n\r\f]+/g, " ");
		if (clean === "") return;
		this.#line.push({ text: clean, ...marks });
	}

	/** A picture inside the clipboard becomes a separate block; it gets its address after the upload. */
	#picture(element: Element): void {
		const src = element.getAttribute("src") ?? "";
		if (isTiny(element)) return;
		if (!/^data:image\/(?:png|jpe?g|webp|gif|avif|heic);base64,/i.test(src)) {
			this.missingPictures += 1;
			return;
		}
		this.#endLine();
		const alt = cleanText(element.getAttribute("alt") ?? "").trim();
		this.#found.push({
			type: "figure",
			pictures: [{ src, alt: /^[\w-]+\.\w{3,4}$/.test(alt) ? "" : alt, caption: "", credit: "" }],
			children: emptyText(),
		});
	}

	#link(element: Element, marks: Marks, depth: number): void {
		const href = element.getAttribute("href") ?? "";
		const note = noteOf(href);
		if (note?.isBackLink) return;
		if (note) {
			this.#line.push({ type: "footnote-reference", label: note.label, children: emptyText() });
			return;
		}
		const url = ownAddress(href);
		const start = this.#line.length;
		const blocks = this.#found.length;
		this.#blocksIn(element, marks, depth);
		// A link around whole blocks, or around a picture, is left out.
		if (url === undefined || this.#found.length > blocks) return;
		const children = this.#line.slice(start).filter(isLeaf);
		if (children.length < this.#line.length - start || children.every(({ text }) => text.trim() === ""))
			return;
		this.#line.splice(start, this.#line.length, { type: "a", url, children } satisfies LinkNode);
	}

	#heading(element: Element, level: number, depth: number): void {
		for (const block of this.#nested(element, {}, depth)) {
			if (block.type !== "p") this.#found.push(block);
			else {
				const type = `h${Math.min(Math.max(level, 2), 4)}` as "h2" | "h3" | "h4";
				this.#found.push({ type, children: withoutMark(block.children, "bold") });
			}
		}
	}

	#footnote(element: Element, label: string, depth: number): void {
		const children = this.#nested(element, {}, depth)
			.flatMap((block) => (block.type === "p" ? block.children : []))
			.filter((node) => isLeaf(node) || node.type === "a");
		this.#found.push({ type: "footnote", label, children: trimmed(children) } satisfies Footnote);
	}

	#quotation(element: Element, marks: Marks, depth: number): void {
		const inner = this.#nested(element, marks, depth).flatMap((block) =>
			block.type === "blockquote" ? block.children : [block],
		);
		const isPlain = (block: Block): block is Paragraph | List =>
			block.type === "p" || block.type === "ul" || block.type === "ol";
		if (inner.length === 0) return;
		if (inner.every(isPlain))
			this.#found.push({ type: "blockquote", children: inner.filter(isPlain) } satisfies Quotation);
		else this.#found.push(...inner);
	}

	/** Nested lists are inside an item or, from Google Docs and old pages, between items. */
	#list(element: Element, type: List["type"], depth: number): Block[] {
		const items: ListItem[] = [];
		const after: Block[] = [];
		for (const child of element.children) {
			const name = child.tagName.toUpperCase();
			if (dropped.has(name)) continue;
			const inner = name === "UL" || name === "OL" ? [] : this.#nested(child, {}, depth + 1);
			const lists =
				name === "UL" || name === "OL"
					? this.#list(child, name === "OL" ? "ol" : "ul", depth + 1).filter(isList)
					: [];
			const level = Number(child.getAttribute("data-aria-level") ?? 1);
			const text = inner
				.filter((block) => !isList(block) && block.type !== "table" && block.type !== "blockquote")
				.map(lineOf)
				.filter((line) => line.length > 0)
				.flatMap((line, index) => (index > 0 ? [{ text: "\n" }, ...line] : line));
			if (child.getAttribute("role") === "checkbox") {
				text.unshift({ text: checkboxSign(child.getAttribute("aria-checked") === "true") });
			}
			const own = inner.filter(isList);
			after.push(...inner.filter((block) => block.type === "figure" || block.type === "table"));
			const last = items.at(-1);
			if (name !== "LI" && last && text.length === 0) last.children.push(...lists, ...own);
			else if (text.length > 0 || own.length > 0 || lists.length > 0) {
				let item: ListItem = {
					type: "li",
					children: [{ type: "lic", children: trimmed(text) }, ...own, ...lists],
				};
				// Word Online puts each item into a separate list, with its level.
				for (let above = 1; above < level; above += 1)
					item = {
						type: "li",
						children: [
							{ type: "lic", children: emptyText() },
							{ type, children: [item] },
						],
					};
				items.push(item);
			}
		}
		const start = Number(element.getAttribute("start") ?? 1);
		if (items.length === 0) return after;
		return [{ type, ...(start > 1 && { start }), children: items }, ...after];
	}

	/** An item from Word, alone in a list at its level; items are joined at the end. */
	#wordItem(element: Element, { level, ordered, number }: WordListItem, marks: Marks, depth: number): List {
		const copy = element.cloneNode(true) as Element;
		for (const mark of copy.querySelectorAll("[style]"))
			if (/mso-list:\s*ignore/i.test(mark.getAttribute("style") ?? "")) mark.remove();
		const text = this.#nested(copy, marks, depth).flatMap((block) =>
			block.type === "p" ? block.children : [],
		);
		const type = ordered ? "ol" : "ul";
		let list: List = {
			type,
			...(number !== undefined && { start: number }),
			children: [{ type: "li", children: [{ type: "lic", children: trimmed(text) }] }],
		};
		for (let above = 1; above < level; above += 1)
			list = { type, children: [{ type: "li", children: [{ type: "lic", children: emptyText() }, list] }] };
		return list;
	}

	#table(element: Element, depth: number): void {
		const rows = [...element.querySelectorAll("tr")].filter((row) => row.closest("table") === element);
		const grid = tableGrid(rows);
		const width = Math.max(0, ...grid.map(({ length }) => length));
		if (width <= 1) {
			for (const cell of grid.flat()) if (cell) this.#found.push(...this.#nested(cell, {}, depth));
			return;
		}
		const pictures: Block[] = [];
		const written = (cell: Element | undefined): InlineNode[] => {
			if (!cell) return emptyText();
			const blocks = this.#nested(cell, {}, depth);
			pictures.push(...blocks.filter(({ type }) => type === "figure"));
			return trimmed(
				blocks.flatMap((block, index) => [...(index > 0 ? [{ text: " " }] : []), ...lineOf(block)]),
			);
		};
		const columns = Array.from({ length: width }, (_, column) => column);
		const children = grid.map(
			(row): TableRow => ({
				type: "tr",
				children: columns.map((column) => ({ type: "td", children: written(row[column]) })),
			}),
		);
		// The column's own alignment shows below the head, whose cells are often centred.
		const alignments = columns.map((column) => {
			const below = grid.slice(1).find((row) => row[column]);
			return alignmentOf((below ?? grid[0])?.[column]);
		});
		const head = children[0];
		if (head) for (const cell of head.children) cell.children = withoutMark(cell.children, "bold");
		this.#found.push({ type: "table", alignments, children } satisfies Table, ...pictures);
	}
}

interface WordListItem {
	readonly level: number;
	readonly ordered: boolean;
	/** Of an item that is numbered in digits. */
	readonly number: number | undefined;
}

/** Word writes an item as a paragraph, with its level and its mark in proprietary styles. */
function wordListItem(element: Element): WordListItem | undefined {
	const style = element.getAttribute("style") ?? "";
	const level = /mso-list:[^;]*\blevel(\d+)/i.exec(style)?.[1];
	if (!level) return undefined;
	const mark = [...element.querySelectorAll("[style]")].find((inner) =>
		/mso-list:\s*ignore/i.test(inner.getAttribute("style") ?? ""),
	);
	const text = cleanText(mark?.textContent ?? "").trim();
	const ordered = /^(?:[\d.]*\d|[a-zđ]|[ivxlc]+)[.)]/i.test(text);
	const number = /(\d+)[.)]?$/.exec(text)?.[1];
	return {
		level: Math.min(Number(level), 9),
		ordered,
		number: ordered && number ? Number(number) : undefined,
	};
}

/** Links between a note's number in the text and the note below it, as Word, LibreOffice and Google Docs name them. */
const noteLink =
	/#(?:_?(?<word>ftn|edn)(?<wordBack>ref)?|ftnt(?<docsBack>_ref)?|sd(?<office>foot|end)note)(?<number>\d+)(?<officeEnd>sym|anc)?$/;

interface NoteLink {
	readonly label: string;
	/** Whether it leads from the note to the text. */
	readonly isBackLink: boolean;
}

function noteOf(href: string): NoteLink | undefined {
	const parts = noteLink.exec(href)?.groups;
	if (!parts) return undefined;
	const isEndnote = parts.word === "edn" || parts.office === "end";
	return {
		label: `${isEndnote ? "e" : ""}${parts.number}`,
		isBackLink: [parts.wordBack, parts.docsBack].some(Boolean) || parts.officeEnd === "anc",
	};
}

/** The label of the note whose text an element holds; only the text below the document has such a link. */
function footnoteText(element: Element): string | undefined {
	const note = noteOf(element.querySelector("a[href*='#']")?.getAttribute("href") ?? "");
	return note?.isBackLink && element.querySelector("p, div") === null ? note.label : undefined;
}

/** The text of a block as one line, for a cell or an item. */
function lineOf(block: Block): InlineNode[] {
	switch (block.type) {
		case "ul":
		case "ol":
			return block.children.flatMap(({ children: [text, ...inner] }) => [
				...text.children,
				{ text: " " },
				...inner.flatMap(lineOf),
			]);
		case "blockquote":
			return block.children.flatMap(lineOf);
		case "table":
			return block.children.flatMap((row) =>
				row.children.flatMap((cell) => [...cell.children, { text: " " }]),
			);
		case "figure":
		case "hr":
		case "source":
			return [];
		default:
			return block.children;
	}
}

/** Two breaks in a row separate paragraphs; spaces at the ends are removed. */
function paragraphsOf(line: readonly InlineNode[]): InlineNode[][] {
	const paragraphs: InlineNode[][] = [[]];
	let isAfterBreak = false;
	for (const node of line) {
		const isBreak = isLeaf(node) && node.text === "\n";
		const isBlank = isLeaf(node) && node.text.trim() === "" && !isBreak;
		if (isBreak && isAfterBreak) paragraphs.push([]);
		else paragraphs.at(-1)?.push(node);
		if (!isBlank) isAfterBreak = isBreak;
	}
	return paragraphs.map(trimmed).filter((paragraph) => !isEmptyLine(paragraph));
}

function trimmed(nodes: readonly InlineNode[]): InlineNode[] {
	const merged: InlineNode[] = [];
	for (const node of nodes) {
		const last = merged.at(-1);
		if (isLeaf(node) && last && isLeaf(last) && sameMarks(last, node))
			merged[merged.length - 1] = { ...last, text: last.text + node.text };
		else merged.push(isLeaf(node) ? { ...node } : node);
	}
	for (const node of merged)
		if (isLeaf(node)) node.text = node.text.replace(/ *\n */g, "\n").replace(/ {2,}/g, " ");
	for (const end of ["start", "end"] as const) {
		for (;;) {
			const node = merged.at(end === "start" ? 0 : -1);
			if (!node || !isLeaf(node)) break;
			node.text = end === "start" ? node.text.trimStart() : node.text.trimEnd();
			if (node.text !== "") break;
			if (end === "start") merged.shift();
			else merged.pop();
		}
	}
	if (merged.length === 0) return emptyText();
	if (!isLeaf(merged[0] as InlineNode)) merged.unshift({ text: "" });
	if (!isLeaf(merged.at(-1) as InlineNode)) merged.push({ text: "" });
	return merged;
}

function withoutMark(nodes: readonly InlineNode[], mark: keyof Marks): InlineNode[] {
	return trimmed(
		nodes.map((node) => {
			if (!isLeaf(node)) return node;
			const { [mark]: _, ...rest } = node;
			return rest as TextLeaf;
		}),
	);
}

/** Marks from the element's name, or from the style that programs write instead. */
function marksOf(element: Element, name: string, outer: Marks): Marks {
	const style = element.getAttribute("style") ?? "";
	const weight = /(?:^|[;\s])font-weight:\s*([\w]+)/i.exec(style)?.[1]?.toLowerCase();
	const slant = /(?:^|[;\s])font-style:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase();
	let { bold, italic, strikethrough } = outer;
	if (name === "B" || name === "STRONG") bold = true;
	if (name === "I" || name === "EM" || name === "CITE") italic = true;
	if (name === "S" || name === "DEL" || name === "STRIKE") strikethrough = true;
	if (weight) bold = /^(?:bold|bolder|[6-9]00)$/.test(weight) ? true : undefined;
	if (slant) italic = /^(?:italic|oblique)$/.test(slant) ? true : undefined;
	return { ...(bold && { bold }), ...(italic && { italic }), ...(strikethrough && { strikethrough }) };
}

function alignmentOf(cell: Element | undefined): Alignment {
	if (!cell) return "none";
	for (const element of [cell, ...cell.querySelectorAll("p, div")]) {
		const said =
			element.getAttribute("align") ?? /text-align:\s*(\w+)/i.exec(element.getAttribute("style") ?? "")?.[1];
		if (/^(?:right|end)$/i.test(said ?? "")) return "right";
		if (/^center$/i.test(said ?? "")) return "center";
	}
	return "none";
}

/** Redirects through which programs count clicks, with the parameter that holds the link. */
const detours =
	/^https:\/\/(?:www\.google\.com\/url\?(?:[^#]*&)?q|lm?\.facebook\.com\/l\.php\?(?:[^#]*&)?u|[\w-]+\.safelinks\.protection\.outlook\.com\/[^?#]*\?(?:[^#]*&)?url)=([^&#]+)/i;

/** An address that is allowed in a text; undefined for anchors within the other document and for scripts. */
function ownAddress(href: string): string | undefined {
	const clean = href.trim();
	const redirected = detours.exec(clean)?.[1];
	if (redirected) return ownAddress(decodeSafely(redirected).replace(/[?&]fbclid=[^&#]*/, ""));
	return /^(?:https?:\/\/|mailto:|tel:|\/(?!\/))/i.test(clean) ? clean : undefined;
}

function decodeSafely(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return "";
	}
}

export function cleanText(text: string): string {
	return text
		.replace(invisible, "")
		.replace(/\u00A0/g, " ")
		.normalize("NFC");
}

function isElement(node: Node): node is Element {
	return node.nodeType === 1;
}

/** Hidden text, and what Word adds to the text: comments, their marks, and what was deleted while changes are tracked. */
function isLeftOut(element: Element): boolean {
	if (/display:\s*none|mso-hide:\s*all|mso-element:\s*comment/i.test(element.getAttribute("style") ?? "")) {
		return true;
	}
	const isTracked = element.hasAttribute("cite") || element.hasAttribute("datetime");
	const isRepeated = element.classList.contains("katex-html");
	return (element.tagName === "DEL" && isTracked) || isRepeated || element.classList.contains("msocomanchor");
}

/** What an element shows by other means than its own text; undefined for all others. */
function signsOf(element: Element, name: string): string | undefined {
	if (name === "IMG") return pictureSign(element.getAttribute("alt") ?? "");
	if (name === "INPUT" && element.getAttribute("type") === "checkbox") {
		return checkboxSign(element.hasAttribute("checked"));
	}
	const style = element.getAttribute("style") ?? "";
	const text = () => cleanText(element.textContent ?? "");
	if (/font-family:\s*["']?Wingdings/i.test(style)) {
		return [...text()].map((sign) => wingdings.get(sign) ?? "").join("");
	}
	const script = scriptOf(name, style);
	const written = script && inScript(text(), script);
	return written === undefined || written === text() ? undefined : written;
}

function scriptOf(name: string, style: string): "SUP" | "SUB" | undefined {
	if (name === "SUP" || name === "SUB") return name;
	if (/vertical-align:\s*super/i.test(style)) return "SUP";
	return /vertical-align:\s*sub\b/i.test(style) ? "SUB" : undefined;
}

/** Facebook and Zalo show emoji as pictures; Google Docs shows checkboxes so, whose items say their state, too. */
function pictureSign(alt: string): string | undefined {
	if (alt === "checked" || alt === "unchecked") return "";
	return alt.length <= 16 && /^\p{Extended_Pictographic}/u.test(alt) ? alt : undefined;
}

function checkboxSign(isChecked: boolean): string {
	return isChecked ? "☑ " : "☐ ";
}

/** Signs for which Word uses letters of this face, by these letters. */
const wingdings = new Map(
	Object.entries({
		à: "→",
		ß: "←",
		á: "↑",
		â: "↓",
		ð: "⇒",
		ü: "✓",
		û: "✗",
		þ: "☑",
		ý: "☒",
		o: "☐",
		"¨": "☐",
		J: "☺",
	}),
);

/** Whether line breaks of the source are shown. The nearest element that says so decides. */
function keepsLines(element: Element): boolean {
	for (let at: Element | null = element; at; at = at.parentElement) {
		const style = at.getAttribute("style") ?? "";
		const said = /(?:^|[;\s])white-space(?:-collapse)?:\s*([\w-]+)/i.exec(style)?.[1];
		if (said) return /^(?:pre|break-spaces)/i.test(said);
		if (at.tagName.toUpperCase() === "PRE") return true;
	}
	return false;
}

/** Tracking pixels and spacers. */
function isTiny(element: Element): boolean {
	const size = (name: string) => Number(element.getAttribute(name) ?? Number.NaN);
	return size("width") <= 2 || size("height") <= 2;
}
