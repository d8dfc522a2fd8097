import { parseHTML } from "linkedom";
import { inScript, tableGrid } from "../text/index.ts";
import { escapeInline, escapeStart } from "./escape-markdown.ts";
import { checkMarkup } from "./sources/pages/parse-page.ts";

/** The new places of a text's pictures and links. */
export interface HtmlReferences {
	/**
	 * The new place of a picture. If it is missing: undefined, and its caption stays as a line in italics.
	 *
	 * @param src as written in the text
	 * @param caption as shown below the picture
	 */
	picture(
		src: string,
		caption: string | undefined,
	): { readonly path: string; readonly caption?: string } | undefined;
	/** The target of a link; undefined if only its text stays. */
	link(href: string): string | undefined;
}

const asWritten: HtmlReferences = {
	picture: (src) => ({ path: src }),
	link: (href) => href,
};

const dropped = new Set(
	"SCRIPT STYLE NOSCRIPT TEMPLATE BUTTON INPUT SELECT TEXTAREA APPLET SVG MATH HEAD TITLE META LINK CANVAS".split(
		" ",
	),
);
const blocks = new Set(
	"ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR HTML LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL AUDIO VIDEO IFRAME OBJECT EMBED".split(
		" ",
	),
);
const recordings = new Set(["AUDIO", "VIDEO"]);
const strong = new Set(["B", "STRONG"]);
const emphasis = new Set(["I", "EM", "CITE", "DFN"]);
/** The deepest nesting that is converted; deeper levels become text. No real page has more. */
const deepest = 200;
/** A table with more columns is a layout, or hostile. */
const mostColumns = 100;
const captionClass = /(?:^|[\s_-])(?:caption|chu-?thich|img-?desc|photo-?desc|pictures?-?desc|pcaption)/i;
const youTubePlayer = /^(?:https?:)?\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/(?:embed|v)\/([\w-]{11})/;
/** Frames that show nothing of the article: buttons, counters, advertisements. */
const machineFrame =
	/\/plugins\/(?:like|share|page|follow|comments)|doubleclick|googlesyndication|googletagmanager|recaptcha|\/(?:ads?|counter)[./?]/i;
const embeds = new Set(["IFRAME", "OBJECT", "EMBED"]);

/**
 * Converts HTML to this project's Markdown. Every word is kept, in order. Paragraphs, headings, lists, quotations,
 * tables, pictures with captions, links, emphasis and YouTube players keep their form; everything else keeps its text.
 * Headings begin at level 2, as the title is the page's first.
 *
 * @param html of the main text, or a whole document
 * @throws {SourceError} if it is too large, too deeply nested or has too many elements to be a real page
 */
export function markdownOfHtml(html: string, references: HtmlReferences = asWritten): string {
	checkMarkup(html);
	const { document } = parseHTML(`<!doctype html><html><body><main>${bodyOf(html)}</main></body></html>`);
	const root = document.querySelector("main");
	// The parser splits "&amp;amp;" into two text nodes, so that the reference would not be recognised.
	root?.normalize();
	return root ? withMarks(new Writer(references).blocksOf(root, 0).join("\n\n")) : "";
}

function bodyOf(html: string): string {
	const open = /<body\b[^<>]*>/i.exec(html);
	const inner = open ? html.slice(open.index + open[0].length) : html;
	const end = open ? inner.search(/<\/body>/i) : -1;
	const body = end === -1 ? inner : inner.slice(0, end);
	return body.replace(/<!doctype[^<>]*>|<\/?(?:html|main)\b[^<>]*>/gi, "");
}

class Writer {
	readonly #references: HtmlReferences;

	constructor(references: HtmlReferences) {
		this.#references = references;
	}

	/** The Markdown blocks of an element's content. */
	blocksOf(element: Element, depth: number): string[] {
		const found: string[] = [];
		let line = "";
		const endLine = () => {
			found.push(...paragraphsOfLine(line));
			line = "";
		};
		const captions = new Set<Element>();
		for (const node of element.childNodes) {
			if (node.nodeType === 3) line += textOf(node.textContent ?? "");
			if (!isElement(node) || dropped.has(node.tagName) || captions.has(node)) continue;
			if (isBlock(node) || (depth < deepest && holdsBlock(node))) {
				endLine();
				found.push(...this.#block(node, depth + 1));
			} else if (isPicture(node) && line.trim() === "") {
				const caption = captionAfter(node);
				if (caption) captions.add(caption);
				line += this.#picture(node, caption ? captionOf(caption) : undefined);
				// Only a picture in a paragraph of its own shows its caption.
				if (caption) endLine();
			} else line += this.#inline(node, depth + 1);
		}
		endLine();
		return found;
	}

	#block(element: Element, depth: number): string[] {
		if (depth >= deepest) return paragraphsOfLine(textOf(element.textContent ?? ""));
		const { tagName } = element;
		if (/^H[1-6]$/.test(tagName)) return this.#heading(element, Number(tagName[1]), depth);
		if (tagName === "HR") return ["---"];
		if (tagName === "BLOCKQUOTE") return quoted(this.blocksOf(element, depth));
		if (tagName === "UL" || tagName === "OL") return this.#list(element, depth);
		if (tagName === "PRE") return preformatted(element.textContent ?? "");
		if (tagName === "TABLE") return this.#table(element, depth);
		if (tagName === "FIGURE" || captionClass.test(element.getAttribute("class") ?? ""))
			return this.#figure(element, depth);
		if (embeds.has(tagName)) return this.#embed(element, depth);
		if (tagName === "FORM" && !holdsText(element)) return [];
		if (recordings.has(tagName)) return this.#recording(element);
		if (element.classList.contains("footnotes")) return this.#footnotes(element, depth);
		const inner = this.blocksOf(element, depth);
		return element.classList.contains("gallery") ? [inner.join("\n")] : inner;
	}

	/** Footnotes as our own pages show them. */
	#footnotes(element: Element, depth: number): string[] {
		return [...element.querySelectorAll("li[id^='chu-thich-']")].map((note) => {
			const text = this.#inlineChildren(note, depth).replace(/\[↩\]\(#[^()]*\)$/, "");
			return `[^${note.id.slice("chu-thich-".length)}]: ${text.trim()}`;
		});
	}

	#heading(element: Element, level: number, depth: number): string[] {
		const line = this.#inlineChildren(element, depth).replace(/\\?\n/g, " ").replace(/\s+/g, " ").trim();
		if (line === "") return this.blocksOf(element, depth).filter((block) => block !== "");
		return [`${"#".repeat(Math.min(Math.max(level, 2), 4))} ${line.replace(/(?<!#)#+$/, "\\$&")}`];
	}

	#list(element: Element, depth: number): string[] {
		const isNumbered = element.tagName === "OL";
		const items: string[] = [];
		let isLoose = false;
		let number = Number(element.getAttribute("start") ?? 1) || 1;
		for (const child of element.childNodes) {
			if (!isElement(child) || dropped.has(child.tagName)) {
				const text = textOf(child.nodeType === 3 ? (child.textContent ?? "") : "").trim();
				if (text !== "") items.push(`- ${escapeStart(text)}`);
				continue;
			}
			const content = child.tagName === "LI" ? this.blocksOf(child, depth) : this.#block(child, depth + 1);
			if (content.length === 0) continue;
			const mark = isNumbered ? `${number++}. ` : "- ";
			isLoose ||= [...child.children].some(({ tagName }) => tagName === "P");
			isLoose ||= content.filter((block) => !/^(?:[-*]|\d+\.) /.test(block)).length > 1;
			items.push(
				`${mark}${indent(content.join(content.length > 1 && !isLoose ? "\n" : "\n\n"), mark.length)}`,
			);
		}
		return items.length === 0 ? [] : [items.join(isLoose ? "\n\n" : "\n")];
	}

	#figure(element: Element, depth: number): string[] {
		const pictures = [...element.querySelectorAll("img")];
		if (pictures.length === 0) {
			const blocks = this.blocksOf(element, depth);
			return captionClass.test(element.getAttribute("class") ?? "") ? blocks.map(inItalics) : blocks;
		}
		const texts = captionOf(element);
		const written = pictures.map((picture, index) =>
			this.#picture(picture, index === pictures.length - 1 && texts !== "" ? texts : undefined),
		);
		return [written.filter((picture) => picture !== "").join("\n")].filter((block) => block !== "");
	}

	#table(element: Element, depth: number): string[] {
		const rows = [...element.querySelectorAll("tr")].filter((row) => row.closest("table") === element);
		const cells = rows.map((row) => [...row.children].filter(({ tagName }) => /^T[DH]$/.test(tagName)));
		const most = cells.reduce((longest, row) => Math.max(longest, row.length), 0);
		const isLayout =
			most <= 1 || most > mostColumns || element.querySelector("img, table, ul, ol, iframe") !== null;
		// Old portals put pictures with their captions into layout tables.
		if (isLayout) return this.#layoutTable(element, cells, depth);
		const grid = tableGrid(rows);
		const width = grid.reduce((longest, row) => Math.max(longest, row.length), 0);
		const lines = grid.map((row) => {
			const texts = Array.from({ length: width }, (_, index) => {
				const cell = row[index];
				return cell ? this.#cell(cell, depth) : "";
			});
			return `| ${texts.join(" | ")} |`;
		});
		const [first = []] = grid;
		const caption = element.querySelector("caption");
		const rule = `| ${Array.from({ length: width }, (_, index) => alignmentOf(first[index])).join(" | ")} |`;
		return [
			...(caption ? paragraphsOfLine(this.#inlineChildren(caption, depth)) : []),
			[lines[0] ?? "", rule, ...lines.slice(1)].join("\n"),
		];
	}

	#layoutTable(element: Element, cells: readonly Element[][], depth: number): string[] {
		const pictures = [...element.querySelectorAll("img")];
		const text = flatText(element);
		const isBeside = cells.some(
			(row) =>
				row.some((cell) => cell.querySelector("img")) &&
				row.some((cell) => !cell.querySelector("img") && flatText(cell) !== ""),
		);
		if (pictures.length === 1 && text.length <= 400 && !isBeside) return this.#figure(element, depth);
		const caption = element.querySelector("caption");
		return [...(caption ? [caption] : []), ...cells.flat()].flatMap((cell) => this.blocksOf(cell, depth + 1));
	}

	#cell(cell: Element, depth: number): string {
		// A code fence needs lines of its own, which a cell does not have.
		for (const code of [...cell.querySelectorAll("pre")]) {
			const text = cell.ownerDocument.createElement("div");
			text.textContent = code.textContent;
			code.replaceWith(text);
		}
		const parts = this.blocksOf(cell, depth + 1).map((block) => block.replace(/\\?\n/g, " "));
		return parts.join(" ").replace(/\s+/g, " ").trim();
	}

	#inlineChildren(element: Element, depth: number): string {
		let line = "";
		for (const node of element.childNodes) {
			if (node.nodeType === 3) line += textOf(node.textContent ?? "");
			else if (isElement(node)) line += this.#inline(node, depth + 1);
		}
		return line;
	}

	#inline(element: Element, depth: number): string {
		const { tagName } = element;
		if (dropped.has(tagName)) return "";
		if (depth >= deepest) return textOf(element.textContent ?? "");
		if (tagName === "BR") return "\\\n";
		if (tagName === "IMG") return this.#picture(element, undefined);
		if (embeds.has(tagName) || recordings.has(tagName)) return "";
		const footnote = tagName === "SUP" ? /^#chu-thich-(\w+)$/.exec(hrefWithin(element))?.[1] : undefined;
		if (footnote !== undefined) return `[^${footnote}]`;
		const content = this.#inlineChildren(element, depth);
		if (tagName === "A") return this.#link(element, content);
		if (tagName === "SUP" || tagName === "SUB") return inScript(content, tagName);
		if (strong.has(tagName)) return marked(content, "strong");
		if (emphasis.has(tagName)) return marked(content, "emphasis");
		return content;
	}

	/** A link to what a player plays. */
	#recording(element: Element): string[] {
		const source = element.querySelector("source[src]") ?? element;
		const src = (
			lazySource(element) ??
			element.getAttribute("src") ??
			source.getAttribute("src") ??
			""
		).trim();
		const address = /^(?:$|blob:|data:|javascript:)/i.test(src) ? undefined : this.#references.link(src);
		return address === undefined ? [] : [`[${escapeInline(src)}](${destination(address)})`];
	}

	/** A link to what a frame or an old player shows; what an object holds instead where there is none. */
	#embed(element: Element, depth: number): string[] {
		const src = embeddedAddress(element);
		const id = youTubePlayer.exec(src)?.[1];
		const address = id === undefined ? webAddressOf(src) : `https://www.youtube.com/watch?v=${id}`;
		const title = element.getAttribute("title")?.trim();
		if (address !== undefined) return [`[${escapeInline(title || address)}](${destination(address)})`];
		return element.tagName === "OBJECT" ? this.blocksOf(element, depth) : [];
	}

	#link(element: Element, content: string): string {
		const href = element.getAttribute("href")?.trim();
		const words = content.replaceAll("\\\n", " ").trim();
		if (!href || words === "" || /^(?:javascript|data|vbscript):/i.test(href)) return content;
		const address = this.#references.link(href);
		// Links cannot be nested; the inner one is kept, as a reader would have followed it.
		if (address === undefined || /!\[/.test(content) || element.querySelector("a[href]")) return content;
		const before = content.slice(0, content.length - content.trimStart().length);
		const after = content.slice(content.trimEnd().length);
		return `${before}[${words}](${destination(address)})${after}`;
	}

	#picture(element: Element, shown: string | undefined): string {
		const src = (lazySource(element) ?? element.getAttribute("src") ?? "").trim();
		if (src === "" || src.startsWith("data:")) return shown ? `*${escapeInline(inWords(shown))}*` : "";
		const picture = this.#references.picture(src, shown);
		const caption = picture?.caption ?? shown;
		if (!picture) return caption ? `*${escapeInline(inWords(caption))}*` : "";
		const alt =
			element.getAttribute("alt")?.replace(/\s+/g, " ").trim() ||
			(caption ?? "").replace(/ \|[^|]*$/, "").trim();
		const title = caption ? ` "${caption.replace(/[\\"]/g, "\\$&")}"` : "";
		return `![${escapeInline(alt)}](${destination(picture.path)}${title})`;
	}
}

function isElement(node: Node): node is Element {
	return node.nodeType === 1;
}

function isBlock(element: Element): boolean {
	return blocks.has(element.tagName) || captionClass.test(element.getAttribute("class") ?? "");
}

/** Whether an inline element holds blocks, as `<font><p>` and `<a><div>` of old pages do. */
function holdsBlock(element: Element): boolean {
	return [...element.children].some((child) => blocks.has(child.tagName) || holdsBlockBelow(child));
}

function holdsBlockBelow(element: Element): boolean {
	return (
		element.children.length > 0 && element.querySelector("p, div, table, ul, ol, h2, h3, blockquote") !== null
	);
}

function isPicture(element: Element): boolean {
	return element.tagName === "IMG";
}

/** The caption after a picture in its own element: `<img><figcaption>`, or an element with a telling class. */
function captionAfter(picture: Element): Element | undefined {
	const next = picture.nextElementSibling;
	if (!next) return undefined;
	const between = picture.nextSibling === next || picture.nextSibling?.textContent?.trim() === "";
	const isCaption =
		next.tagName === "FIGCAPTION" ||
		captionClass.test(next.getAttribute("class") ?? "") ||
		(between && emphasis.has(next.tagName) && next.nextElementSibling === null);
	return isCaption && next.querySelector("img") === null ? next : undefined;
}

/** Pages that load pictures lazily have the address in another attribute. */
function lazySource(element: Element): string | undefined {
	for (const name of ["data-src", "data-original", "data-lazy-src"]) {
		const address = element.getAttribute(name);
		if (address) return address;
	}
	return undefined;
}

/** A caption as a picture's title, with the photographer after a vertical bar. */
function captionOf(element: Element): string {
	const credited = element.querySelector(".credit");
	const credit = credited ? flatText(credited).replace(/^Ảnh:\s*/, "") : "";
	const whole = flatText(element);
	if (credited && credit !== "") return `${whole.replace(flatText(credited), "").trim()} | ${credit}`.trim();
	return withCredit(whole);
}

/** A longer text is a paragraph, and its last words are no photographer's. */
const longestCaption = 2000;

/** "Toàn cảnh hội nghị. Ảnh: Lan Anh" – the site itself writes "Ảnh:" before a photographer. */
export function withCredit(caption: string): string {
	if (caption.length > longestCaption) return caption;
	const match = /^(.*\S)\s+(?:\(Ảnh:\s*([^()|]{2,60})\)|Ảnh:\s*([^()|.:]{2,60}?))\.?$/u.exec(caption);
	return match ? `${match[1]} | ${(match[2] ?? match[3] ?? "").trim()}` : caption;
}

/** The caption of a missing picture, with the photographer after "Ảnh:". */
function inWords(caption: string): string {
	const stroke = caption.lastIndexOf(" |");
	if (stroke === -1) return caption;
	return `${caption.slice(0, stroke).trim()} Ảnh: ${caption.slice(stroke + 2).trim()}`.trim();
}

function hrefWithin(element: Element): string {
	return element.querySelector("a")?.getAttribute("href") ?? "";
}

function flatText(element: Element): string {
	return (element.textContent ?? "").replace(/\s+/g, " ").trim();
}

function textOf(text: string): string {
	return escapeInline(text.replace(/[\uE001-\uE004]/g, "").replace(/[ \t\n\r\f]+/g, " "));
}

/** Splits a line with hard breaks into paragraphs: two breaks in a row separate them, as on pages without `<p>`. */
function paragraphsOfLine(line: string): string[] {
	const paragraphs: string[][] = [[]];
	for (const each of line.split("\\\n")) {
		const text = each.replace(/ +/g, " ").trim();
		if (text === "") paragraphs.push([]);
		else paragraphs.at(-1)?.push(escapeStart(text));
	}
	return paragraphs.filter((paragraph) => paragraph.length > 0).map((paragraph) => paragraph.join("\\\n"));
}

// Emphasis is first marked with private-use characters. Markdown's marks depend on the neighbouring characters, which
// are known only at the end.
const marks = { strong: ["\uE001", "\uE002"], emphasis: ["\uE003", "\uE004"] } as const;
const markedText = /\uE001([^\uE001-\uE004]*)\uE002|\uE003([^\uE001-\uE004]*)\uE004/g;

/** Puts marks directly around the words; spaces and line breaks stay outside. Marked text is not marked again. */
function marked(content: string, kind: keyof typeof marks): string {
	const [open, close] = marks[kind];
	if (/[\uE001-\uE004]|!\[/.test(content)) return content;
	return content
		.split("\\\n")
		.map((line) => line.replace(/^(\s*)(\S(?:.*\S)?)(\s*)$/s, `$1${open}$2${close}$3`))
		.join("\\\n");
}

/** Writes Markdown's emphasis where CommonMark would recognise it, and drops the other marks. */
function withMarks(markdown: string): string {
	const punctuation = /[\p{P}\p{S}]/u;
	const isOpen = (character: string | undefined) =>
		character === undefined || /\s/.test(character) || punctuation.test(character);
	return markdown
		.replace(
			markedText,
			(whole: string, strongText: string | undefined, text: string | undefined, at: number) => {
				const inner = strongText ?? text ?? "";
				const mark = strongText === undefined ? "*" : "**";
				const fits =
					(!punctuation.test(inner.charAt(0)) || isOpen(markdown[at - 1])) &&
					(!punctuation.test(inner.at(-1) ?? "") || isOpen(markdown[at + whole.length])) &&
					!/[*\uE001-\uE004]/.test((markdown[at - 1] ?? "") + (markdown[at + whole.length] ?? ""));
				return fits ? `${mark}${inner}${mark}` : inner;
			},
		)
		.replace(/[\uE001-\uE004]/g, "");
}

function inItalics(block: string): string {
	return /[*\n#|\uE001-\uE004]/.test(block) ? block : `*${block}*`;
}

function quoted(inner: readonly string[]): string[] {
	if (inner.length === 0) return [];
	return [
		inner
			.join("\n\n")
			.split("\n")
			.map((line) => (line === "" ? ">" : `> ${line}`))
			.join("\n"),
	];
}

function preformatted(text: string): string[] {
	const lines = text.replace(/\r\n?/g, "\n").replace(/^\n+/, "").trimEnd();
	if (lines === "") return [];
	const longest = Math.max(0, ...[...lines.matchAll(/`+/g)].map(([ticks]) => ticks.length));
	const fence = "`".repeat(Math.max(3, longest + 1));
	return [`${fence}\n${lines}\n${fence}`];
}

/** The shortest text in a form that belongs to the page's text; labels are shorter. */
const shortestInForm = 60;

function holdsText(form: Element): boolean {
	return [...form.querySelectorAll("p, li, td, div")].some(
		(each) =>
			each.querySelector("input, textarea, select") === null && flatText(each).length >= shortestInForm,
	);
}

function embeddedAddress(element: Element): string {
	const movie = element.querySelector("param[name='movie' i], param[name='src' i]")?.getAttribute("value");
	return (
		lazySource(element) ??
		element.getAttribute("src") ??
		element.getAttribute("data") ??
		movie ??
		""
	).trim();
}

function webAddressOf(src: string): string | undefined {
	const address = src.startsWith("//") ? `https:${src}` : src;
	return /^https?:\/\//i.test(address) && URL.canParse(address) && !machineFrame.test(address)
		? address
		: undefined;
}

function indent(text: string, width: number): string {
	return text.replace(/\n(?=.)/g, `\n${" ".repeat(width)}`);
}

function alignmentOf(cell: Element | undefined): string {
	const said = `${cell?.getAttribute("align") ?? ""} ${cell?.getAttribute("style") ?? ""} ${cell?.getAttribute("class") ?? ""}`;
	if (/\bright\b/.test(said)) return "---:";
	if (/\bcenter\b/.test(said)) return ":---:";
	return "---";
}

/** A link's address in Markdown. */
function destination(address: string): string {
	const plain = address.replace(/[\n\r<>]/g, (character) => encodeURIComponent(character));
	return /[\s()\\]/.test(plain) ? `<${plain}>` : plain;
}
