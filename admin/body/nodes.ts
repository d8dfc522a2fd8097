/** The body of an article in the editor: blocks of text, pictures and tables, in Slate's form. */

export interface TextLeaf {
	/** A line feed is a hard line break. */
	text: string;
	bold?: true;
	italic?: true;
	strikethrough?: true;
	code?: true;
}

export interface LinkNode {
	type: "a";
	url: string;
	title?: string;
	children: TextLeaf[];
}

/** A reference to a footnote. Slate needs an empty text in elements without text. */
export interface FootnoteReference {
	type: "footnote-reference";
	label: string;
	children: [TextLeaf];
}

/** A picture amid text. */
export interface InlinePicture extends Picture {
	type: "inline-picture";
	children: [TextLeaf];
}

export type InlineNode = TextLeaf | LinkNode | FootnoteReference | InlinePicture;

export interface Picture {
	/** The plain address, not percent-encoded. */
	src: string;
	alt: string;
	caption: string;
	credit: string;
}

export interface Paragraph {
	type: "p";
	children: InlineNode[];
}

export const headingTypes = ["h1", "h2", "h3", "h4", "h5", "h6"] as const;

export interface Heading {
	type: (typeof headingTypes)[number];
	children: InlineNode[];
}

export interface Quotation {
	type: "blockquote";
	children: (Paragraph | List)[];
}

export interface ListItem {
	type: "li";
	children: [ListItemText, ...List[]];
}

export interface ListItemText {
	type: "lic";
	children: InlineNode[];
}

export interface List {
	type: "ul" | "ol";
	/** The number of the first item, if not 1. */
	start?: number;
	/** Whether items are separated by blank lines, so that each is a paragraph. */
	loose?: true;
	children: ListItem[];
}

export type Alignment = "left" | "center" | "right" | "none";

export interface TableCell {
	type: "td";
	children: InlineNode[];
}

export interface TableRow {
	type: "tr";
	children: TableCell[];
}

/** Its first row is its head. */
export interface Table {
	type: "table";
	/** One for each column. */
	alignments: Alignment[];
	children: TableRow[];
}

/** One picture is a figure, several are a gallery. */
export interface Figure {
	type: "figure";
	pictures: Picture[];
	children: [TextLeaf];
}

export interface Rule {
	type: "hr";
	children: [TextLeaf];
}

export interface Footnote {
	type: "footnote";
	label: string;
	children: InlineNode[];
}

/** Markdown that the editor shows as it was written: code, nested forms, definitions of links. */
export interface SourceBlock {
	type: "source";
	source: string;
	children: [TextLeaf];
}

export type Block = Paragraph | Heading | Quotation | List | Table | Figure | Rule | Footnote | SourceBlock;

export function emptyText(): [TextLeaf] {
	return [{ text: "" }];
}

export function isLeaf(node: InlineNode): node is TextLeaf {
	return "text" in node;
}

export function sameMarks(a: TextLeaf, b: TextLeaf): boolean {
	return (
		a.bold === b.bold && a.italic === b.italic && a.strikethrough === b.strikethrough && a.code === b.code
	);
}
