/** A block of a page: a paragraph, a heading, a list item, a table cell. */
export interface PageBlock {
	readonly element: Element;
	/** On one line and trimmed; a line break becomes a space. */
	readonly text: string;
	readonly hasPicture: boolean;
	/** The share of its characters that are in links, from 0 to 1. */
	readonly linkShare: number;
}

const blockTags = new Set(
	"ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR IFRAME LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL".split(
		" ",
	),
);
const blockSelector = [...blockTags].join(",").toLowerCase();
/** Elements that are not split into paragraphs: a line break in them stays a line break. */
const unsplit = new Set(["LI", "TD", "TH", "PRE", "FIGCAPTION", "H1", "H2", "H3", "H4", "H5", "H6"]);

/**
 * Gives every paragraph an element of its own. Text beside paragraphs is wrapped in `<p>`; text whose paragraphs are
 * separated by two line breaks is split. The order of words never changes.
 */
export function tidyBlocks(root: Element): void {
	if (!holdsBlock(root)) {
		if (!unsplit.has(root.tagName)) splitAtBreaks(root);
		return;
	}
	let run: Node[] = [];
	const endRun = () => {
		if (run.some(isSeen)) wrapRun(run);
		run = [];
	};
	for (const node of [...root.childNodes]) {
		const element = isElement(node) ? node : undefined;
		if (element && (blockTags.has(element.tagName) || holdsBlock(element))) {
			endRun();
			tidyBlocks(element);
		} else run.push(node);
	}
	endRun();
}

/** The blocks below a tidied element, in order. Blocks without text or picture are left out. */
export function blocksOf(root: Element): PageBlock[] {
	const leaves = [root, ...root.querySelectorAll("*")].filter(
		(element) =>
			blockTags.has(element.tagName) &&
			!holdsBlock(element) &&
			(element === root || element.tagName !== "HR"),
	);
	return leaves.map(blockOf).filter(({ text, hasPicture }) => text !== "" || hasPicture);
}

function blockOf(element: Element): PageBlock {
	const text = textOf(element);
	const linked = [...element.querySelectorAll("a")].reduce((sum, link) => sum + textOf(link).length, 0);
	return {
		element,
		text,
		hasPicture: element.querySelector("img") !== null,
		linkShare: text === "" ? 0 : Math.min(1, linked / text.length),
	};
}

/** An element's text on one line. */
export function textOf(element: Element): string {
	return rawTextOf(element)
		.replace(/[\s\u00A0]+/g, " ")
		.trim();
}

/**
 * The elements that begin before another one, including its ancestors. (The library's own comparison of positions goes
 * by depth.)
 */
export function elementsBefore(document: Document, element: Element): ReadonlySet<Element> {
	const before = new Set<Element>();
	for (const each of document.querySelectorAll("*")) {
		if (each === element) break;
		before.add(each);
	}
	return before;
}

function rawTextOf(element: Element): string {
	if (element.querySelector("br") === null) return element.textContent ?? "";
	const copy = element.cloneNode(true) as Element;
	for (const lineBreak of copy.querySelectorAll("br")) lineBreak.replaceWith(" ");
	return copy.textContent ?? "";
}

function isElement(node: Node): node is Element {
	return node.nodeType === 1;
}

function isBreak(node: Node): boolean {
	return isElement(node) && node.tagName === "BR";
}

function isBlank(node: Node): boolean {
	return node.nodeType === 8 || (node.nodeType === 3 && /^[\s\u00A0]*$/.test(node.textContent ?? ""));
}

function isSeen(node: Node): boolean {
	if (node.nodeType === 8 || isBreak(node)) return false;
	if (!isElement(node)) return !isBlank(node);
	return node.tagName === "IMG" || node.querySelector("img") !== null || textOf(node) !== "";
}

function holdsBlock(element: Element): boolean {
	return element.children.length > 0 && element.querySelector(blockSelector) !== null;
}

function wrapRun(run: readonly Node[]): void {
	for (const part of partsOf(run)) {
		const [first] = part;
		const paragraph = first?.ownerDocument?.createElement("p");
		if (!first || !paragraph) continue;
		first.parentNode?.insertBefore(paragraph, first);
		for (const node of part) paragraph.appendChild(node);
	}
}

function splitAtBreaks(element: Element): void {
	const parts = partsOf([...element.childNodes]);
	if (parts.length < 2) return;
	wrapRun([...element.childNodes]);
	// A paragraph cannot contain paragraphs, so it is replaced by them, and each gets its attributes.
	if (element.tagName !== "P") return;
	for (const child of element.children)
		for (const { name, value } of element.attributes)
			if (name !== "id" && !child.hasAttribute(name)) child.setAttribute(name, value);
	element.replaceWith(...element.childNodes);
}

/** The groups of nodes between double line breaks. Blank nodes between two breaks are ignored. */
function partsOf(nodes: readonly Node[]): Node[][] {
	const parts: Node[][] = [];
	let part: Node[] = [];
	let breaks = 0;
	for (const node of nodes) {
		if (isBreak(node)) breaks += 1;
		else if (!isBlank(node)) {
			if (breaks > 1) {
				parts.push(part);
				part = [];
			}
			breaks = 0;
		}
		part.push(node);
	}
	parts.push(part);
	return parts.filter((each) => each.some(isSeen));
}
