/** A stretch of text in one format, or a picture. Text is as the file has it: not yet converted from TCVN3 or VNI. */
export interface WordRun {
	/** Line feeds are line breaks within the paragraph, tabs are tabs. */
	readonly text: string;
	readonly font?: string;
	readonly bold?: boolean;
	readonly italic?: boolean;
	/** Drawn in capitals by its format. */
	readonly capitals?: boolean;
	/** Web address that it links to. */
	readonly link?: string;
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
}

/** Cells hold paragraphs; tables within cells are flattened into them. */
export interface WordTable {
	readonly rows: readonly (readonly (readonly WordParagraph[])[])[];
}

export type WordBlock = WordParagraph | WordTable;

/** What all three of Word's formats come down to. */
export interface WordDocument {
	readonly blocks: readonly WordBlock[];
	/** Headers, footers and comments. */
	readonly aside: readonly WordBlock[];
	/** What the file's properties say; often wrong: Word takes the first line ever typed for a title. */
	readonly properties: {
		readonly title?: string;
		readonly author?: string;
		readonly keywords?: string;
		/** ISO 8601 */
		readonly created?: string;
	};
	readonly pictures: ReadonlyMap<string, () => Promise<Uint8Array>>;
}

/** A file that is no Word document, or a broken one. The message is Vietnamese. */
export class WordError extends Error {
	override readonly name = "WordError";
}

export function isTable(block: WordBlock): block is WordTable {
	return "rows" in block;
}

/** All text, a paragraph a line and cells parted by tabs. */
export function plainText(blocks: readonly WordBlock[]): string {
	return blocks
		.map((block) =>
			isTable(block)
				? block.rows.map((row) => row.map((cell) => plainText(cell)).join("\t")).join("\n")
				: block.runs.map(({ text }) => text).join(""),
		)
		.join("\n");
}
