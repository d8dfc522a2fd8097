/** An article as a source gives it: text as it stands there, not yet mended, nothing added. */
export interface ImportedArticle {
	/** Its place in the source, counted from one; undated articles get their dates by it. */
	readonly position: number;
	/** What the source calls it; for the report. */
	readonly id?: string;
	readonly title: string;
	readonly summary?: string;
	/** Plain text; a blank line parts paragraphs. */
	readonly body: string;
	/** In whatever form the source has it. */
	readonly date?: string;
	/** By-lines, one for each who signed. */
	readonly authors: readonly string[];
	/** The newspaper or office that it was taken from. */
	readonly source?: string;
	/** Web address of the original. */
	readonly link?: string;
	readonly category?: string;
	readonly tags: readonly string[];
	/** Captions of pictures that are not at hand. */
	readonly captions: readonly string[];
	/** Web addresses of pictures that are not at hand. */
	readonly pictures: readonly string[];
	/** Names of what the source says beside all this. */
	readonly unused: readonly string[];
}

/** An item that is no article, and why. */
export interface UnreadableItem {
	readonly position: number;
	/** In Vietnamese. */
	readonly unreadable: string;
}

/** Where articles come from: one implementation for each form of an old portal. */
export interface Source {
	/** For the report: the file's name. */
	readonly name: string;
	/** All items in order, read as they are asked for. */
	articles(): AsyncIterable<ImportedArticle | UnreadableItem>;
}

/** The source as a whole cannot be read. */
export class SourceError extends Error {
	override readonly name = "SourceError";
}
