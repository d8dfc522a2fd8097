/** A run of text in one format, or a picture. The text is not yet converted from TCVN3 or VNI. */
export interface WordRun {
	/** A line feed is a line break within the paragraph. */
	readonly text: string;
	readonly font?: string;
	readonly bold?: boolean;
	readonly italic?: boolean;
	/** Its format shows it in capitals. */
	readonly capitals?: boolean;
	/** The web address that it links to. */
	readonly link?: string;
	/** Set above or below the line. */
	readonly script?: "sup" | "sub";
	/** Instead of text: the mark of the note with this id. */
	readonly noteMark?: string;
	/** Instead of text: the picture's reference in the document's `pictures`. */
	readonly picture?: string;
}

export interface WordParagraph {
	readonly runs: readonly WordRun[];
	/** 1 to 6 in a heading, 0 in the document's title. */
	readonly level?: number;
	readonly isListItem?: boolean;
	/** Its style calls it a caption. */
	readonly isCaption?: boolean;
	/** The id of the footnote or endnote that it belongs to. */
	readonly note?: string;
}

/** Cells hold paragraphs; tables within cells are flattened into them. */
export interface WordTable {
	readonly rows: readonly (readonly (readonly WordParagraph[])[])[];
}

export type WordBlock = WordParagraph | WordTable;

/** A Word file's content, the same for all three formats. */
export interface WordDocument {
	readonly blocks: readonly WordBlock[];
	/** Headers, footers and comments. */
	readonly aside: readonly WordBlock[];
	/** The file's properties. The title is often wrong: Word takes the first line ever typed. */
	readonly properties: {
		readonly title?: string;
		readonly author?: string;
		readonly keywords?: string;
		/** ISO 8601 */
		readonly created?: string;
	};
	readonly pictures: ReadonlyMap<string, () => Promise<Uint8Array>>;
}

/** The file is broken or not a Word document. The message is Vietnamese. */
export class WordError extends Error {
	override readonly name = "WordError";
}

export function isTable(block: WordBlock): block is WordTable {
	return "rows" in block;
}

/** The paragraphs of a document, those in tables included. */
export function paragraphsOf(blocks: readonly WordBlock[]): WordParagraph[] {
	return blocks.flatMap((block) => (isTable(block) ? block.rows.flat(2) : [block]));
}

/** All text: one paragraph per line, cells separated by tabs. */
export function plainText(blocks: readonly WordBlock[]): string {
	return blocks
		.map((block) =>
			isTable(block)
				? block.rows.map((row) => row.map((cell) => plainText(cell)).join("\t")).join("\n")
				: block.runs.map(({ text }) => text).join(""),
		)
		.join("\n");
}
