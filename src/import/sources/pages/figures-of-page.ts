import { textOf } from "./page-blocks.ts";

/** Longer text below a picture is not a caption. */
export const longestCaption = 400;
const captionClass =
	/(?:^|[\s_-])(?:wp-caption-text|caption|chu-?thich|note|ghi-?chu|img-?desc|photo-?desc|pcaption|image-?caption|figcaption)/i;
/** The photographer, below a picture. */
const credit = /^(?:©|\(?(?:ảnh|photo)\s*:)[^.]{2,80}\.?\)?$/i;
const frameClass =
	/(?:^|[\s_-])(?:wp-caption|image-?box|picture|photo|img-?caption|image(?:-?center|-?full)?|tplcaption|vcsortablein)/i;

/**
 * Turns pictures and their captions into `<figure><img><figcaption>`, the one form that the importer knows. Old pages
 * have other forms: a layout table with a picture above a line; a box with a class such as "wp-caption"; a short line
 * below a picture, in italics or centred like it.
 */
export function markFigures(root: Element, captionSelectors: readonly string[] = []): void {
	const captions = new Set(captionSelectors.flatMap((selector) => [...root.querySelectorAll(selector)]));
	for (const table of [...root.querySelectorAll("table")]) frameTable(table);
	for (const box of [...root.querySelectorAll("[class]")])
		if (box.tagName !== "IMG" && frameClass.test(box.getAttribute("class") ?? "")) frameBox(box);
	for (const picture of [...root.querySelectorAll("img")]) frameWithNeighbours(picture, root, captions);
}

/** Turns a layout table into a figure, if it holds only pictures, one a row, and short lines. */
function frameTable(table: Element): void {
	if (table.querySelector("table, ul, ol, figure") !== null) return;
	const rows = [...table.querySelectorAll("tr")];
	const pictures = table.querySelectorAll("img").length;
	if (pictures === 0 || rows.length > pictures * 2 || textOf(table).length > longestCaption * pictures)
		return;
	if (rows.some(hasTextBesidePicture)) return;
	const figures: Element[] = [];
	/** Lines above the first picture. */
	const above: Element[] = [];
	for (const row of rows) {
		const cells = [...row.children];
		const inRow = cells.filter((cell) => cell.querySelector("img"));
		if (inRow.length > 0)
			figures.push(...inRow.map((cell) => figureOf([...cell.querySelectorAll("img")], textOf(cell))));
		else
			for (const [index, cell] of cells.entries()) {
				const shown = figures.at(cells.length === 1 ? -1 : index - cells.length);
				if (textOf(cell) === "") continue;
				if (shown) addCaption(shown, textOf(cell));
				else above.push(paragraphOf(cell));
			}
	}
	table.replaceWith(...above, ...figures);
}

/** Whether a row has text in a cell of its own beside a picture: then the text is no caption. */
function hasTextBesidePicture(row: Element): boolean {
	const cells = [...row.children];
	const hasPicture = (cell: Element) => cell.querySelector("img") !== null;
	return cells.some(hasPicture) && cells.some((cell) => !hasPicture(cell) && textOf(cell) !== "");
}

function paragraphOf(cell: Element): Element {
	const paragraph = cell.ownerDocument.createElement("p");
	paragraph.textContent = textOf(cell);
	return paragraph;
}

function frameBox(box: Element): void {
	const pictures = [...box.querySelectorAll("img")];
	if (pictures.length !== 1 || box.querySelector("figure, table") !== null) return;
	const text = textOf(box);
	if (text.length > longestCaption || box.closest("figure")) return;
	box.replaceWith(figureOf(pictures, text));
}

/**
 * Turns a picture that is alone in its paragraph, or has a short line below it there, into a figure. The line after the
 * paragraph may be its caption.
 */
function frameWithNeighbours(picture: Element, root: Element, captions: ReadonlySet<Element>): void {
	if (picture.closest("figure") || !root.contains(picture)) return;
	const block = picture.closest("p, div, center, td, h1, h2, h3, h4, h5, h6");
	if (!block || !root.contains(block) || block === root) return;
	const pictures = [...block.querySelectorAll("img")];
	const own = textOf(block);
	if (block.querySelector("p, div, table, ul, ol") !== null || own.length > longestCaption) return;
	if (own !== "" && !(isSetApart(block) && endsWithPictureFirst(block))) return;
	const next = own === "" ? nextBlock(block) : undefined;
	const caption = next && isCaption(next, block, captions) ? next : undefined;
	const figures = pictures.map((each, index) =>
		figureOf([each], index === pictures.length - 1 ? own || (caption ? textOf(caption) : "") : ""),
	);
	caption?.remove();
	if (/^T[DH]$/.test(block.tagName)) block.replaceChildren(...figures);
	else block.replaceWith(...figures);
}

function endsWithPictureFirst(block: Element): boolean {
	const html = block.innerHTML;
	return html.search(/<img\b/i) < html.replace(/<[^>]*>/g, (tag) => " ".repeat(tag.length)).search(/\S/);
}

function nextBlock(block: Element): Element | undefined {
	let next = block.nextElementSibling;
	while (
		next &&
		(next.tagName === "BR" || (textOf(next) === "" && next.querySelector("img, iframe, table") === null))
	)
		next = next.nextElementSibling;
	return next ?? undefined;
}

function isCaption(element: Element, below: Element, marked: ReadonlySet<Element>): boolean {
	const text = textOf(element);
	if (
		text === "" ||
		text.length > longestCaption ||
		element.querySelector("img, table, ul, ol, iframe") !== null
	)
		return false;
	if (credit.test(text)) return true;
	if (marked.has(element) || captionClass.test(element.getAttribute("class") ?? "")) return true;
	if (!/^(?:P|DIV|CENTER|H[3-6])$/.test(element.tagName)) return false;
	return isWholly(element, "em, i") || (isCentred(element) && (isCentred(below) || text.length <= 160));
}

/** Whether the text of a block with a picture is formatted like a caption. */
function isSetApart(block: Element): boolean {
	return isCentred(block) || isWholly(block, "em, i") || captionClass.test(block.getAttribute("class") ?? "");
}

function isCentred(element: Element): boolean {
	const style = element.getAttribute("style") ?? "";
	const className = element.getAttribute("class") ?? "";
	return (
		element.tagName === "CENTER" ||
		/^center$/i.test(element.getAttribute("align") ?? "") ||
		/text-align\s*:\s*center/i.test(style) ||
		/(?:^|\s)(?:text-center|has-text-align-center|align-?center)(?:\s|$)/i.test(className) ||
		element.parentElement?.tagName === "CENTER"
	);
}

function isWholly(element: Element, selector: string): boolean {
	const marked = [...element.querySelectorAll(selector)].filter(
		(each) => !each.parentElement?.closest(selector),
	);
	const length = marked.reduce((sum, each) => sum + textOf(each).length, 0);
	return length > 0 && length >= textOf(element).length * 0.95;
}

function figureOf(pictures: readonly Element[], caption: string): Element {
	const document = pictures[0]?.ownerDocument;
	if (!document) throw new Error("A figure needs a picture.");
	const figure = document.createElement("figure");
	figure.append(...pictures);
	addCaption(figure, caption);
	return figure;
}

function addCaption(figure: Element | undefined, caption: string): void {
	if (!figure || caption === "") return;
	const present = figure.querySelector("figcaption");
	const element = present ?? figure.ownerDocument.createElement("figcaption");
	element.textContent = present ? `${textOf(present)} ${caption}` : caption;
	if (!present) figure.append(element);
}
