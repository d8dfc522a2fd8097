import type { Comment } from "../model/comment.ts";

/** The content between an article's title and its end, in the form of the source, with separated paragraphs. */
export type ImportedBody =
	/** Plain text without markup: a blank line separates paragraphs, a single line feed stays a line break. */
	| { readonly text: string }
	/**
	 * HTML of the main text alone, without the page around it and without the title. Scripts, styles and forms may be in
	 * it: the importer drops them. Pictures stay as `<img>`, their captions as `<figcaption>` or as a `caption` in
	 * `files`.
	 */
	| { readonly html: string }
	/** Markdown in the dialect of docs/editing.md: a picture with its caption is `![alt](reference "caption")`. */
	| { readonly markdown: string };

/** A picture or an attachment that belongs to an article. */
export interface ImportedFile {
	/**
	 * The exact reference in the body: its `src` or `href`. A file without a reference is the article's picture, if it
	 * is a picture and no other is, or else an attachment.
	 */
	readonly reference: string;
	readonly caption?: string;
	/** The text alternative of the picture; by default the caption or the title. */
	readonly alt?: string;
	/** The photographer or agency. */
	readonly credit?: string;
	/** What a link to an attachment says. */
	readonly title?: string;
	/**
	 * Its path below a content folder, for exports of this project: it gets the same path again, and the article refers
	 * to it as before.
	 */
	readonly place?: string;
	/** Whether it is the article's leading picture. At most one is. */
	readonly isLead?: boolean;
	/**
	 * Its bytes; absent where they are not at hand, which is reported. Called at most once, and possibly after
	 * `articles()` has gone on to later items, so whatever it reads from stays open until that has ended. It may refuse
	 * by throwing (a `SourceError` says why in Vietnamese): then the file counts as not at hand. What lies outside the
	 * source's own folders or archives must never be read.
	 */
	readonly read?: () => Promise<Uint8Array>;
}

/** Something that a person should check. */
export interface Doubt {
	/** In Vietnamese, one sentence: the doubt, and the decision. */
	readonly detail: string;
	/** How sure the source is of its decision, from 0 (a guess) to 1 (certain). */
	readonly confidence: number;
}

/**
 * An article from a source: its text in Unicode, not yet repaired, with nothing added. Unknown fields are absent: no
 * empty strings, no defaults, no current date.
 */
export interface ImportedArticle {
	/** Its place in the source, counted from one; undated articles get their dates by it. */
	readonly position: number;
	/**
	 * The source's id of the article, the same in every run: the row's id, the file's path, the web address. It is the
	 * key in the journal, so a corrected title does not make a second article. It is unique within the source; the
	 * default is the position.
	 */
	readonly id?: string;
	readonly title: string;
	/** The file's name without its day, as in the source's own addresses; by default made from the title. */
	readonly slug?: string;
	/** The lead (sapo), plain text. May be repeated at the head of the body: then the importer lets it stand once. */
	readonly lead?: string;
	readonly body: ImportedBody;
	/**
	 * When it was published, in whatever form the source has it: "Thứ 3, 30.06.2020 | 16:45:14" will do as well as ISO
	 * 8601. The importer reads it, and reports a weekday that contradicts the date.
	 */
	readonly date?: string;
	/** When it was last changed, in whatever form. */
	readonly updated?: string;
	/** By-lines as written, one for each author; an office may be an author. */
	readonly authors?: readonly string[];
	/**
	 * The office or newsroom of those who signed: "Ban Dân vận Tỉnh ủy", where the source has it apart from the name.
	 */
	readonly organisation?: string;
	/** The newspaper or office that it was taken from, where that is not the old portal itself. */
	readonly source?: string;
	/** Web address of the original at that newspaper or office; readers will be sent there. */
	readonly link?: string;
	/**
	 * Where it stood on the old portal, as web addresses or as paths from its root ("/tin/12.html?id=3"). They become
	 * redirects, links from other articles to them are rewritten, and relative references of the body are resolved
	 * against the first. For files of a folder: their path within it, with a slash in front.
	 */
	readonly formerAddresses?: readonly string[];
	/** Old sections as the reader saw them or as codes, the main one first; `--categories` maps them. */
	readonly categories?: readonly string[];
	/** Keywords, one each. */
	readonly tags?: readonly string[];
	/** Pictures and attachments, whether their bytes are at hand or not. */
	readonly files?: readonly ImportedFile[];
	/** Captions (plain text) without known pictures; they are put at the end of the body, in italics. */
	readonly captions?: readonly string[];
	/** How often it was read on the old portal; counting continues from there. */
	readonly views?: number;
	/**
	 * What readers wrote about it and the newsroom let stand, in our own terms. Only exports of this project state it.
	 */
	readonly comments?: readonly Comment[];
	/** Not published on the old portal. */
	readonly isDraft?: boolean;
	/**
	 * Front matter in our own terms (articleSchema), for sources that state it: exports of this project and Markdown
	 * with a mapping. Takes precedence over what the importer would make of the other fields; what the schema refuses is
	 * reported and left out.
	 */
	readonly fields?: Readonly<Record<string, unknown>>;
	/**
	 * The item as a person would see it in the source, plain text, for the report's side by side. Cut by the importer;
	 * where it is absent, the body stands in.
	 */
	readonly excerpt?: string;
	/** What the source already converted, in Vietnamese: "TCVN3 → Unicode: 1.204 chữ". */
	readonly repaired?: readonly string[];
	/** Text of the page that was left out as furniture, unchanged, one item for each block. */
	readonly leftOut?: readonly string[];
	readonly doubts?: readonly Doubt[];
	/** Names of further fields of the source that are not read. */
	readonly unused?: readonly string[];
}

/** An item that is not an article, and why. The rest of the source is imported. */
export interface UnreadableItem {
	readonly position: number;
	/** As for an article. */
	readonly id?: string;
	/** In Vietnamese: what is wrong and, where that helps, what to do. */
	readonly unreadable: string;
}

/** A source of articles: one implementation for each form of an old portal. */
export interface Source {
	/** For the report: the file's or folder's name. */
	readonly name: string;
	/**
	 * All items in order, read as they are asked for, so that memory does not grow with the source. The same source
	 * gives the same items in the same order on every machine. An item that cannot be read is an `UnreadableItem` and no
	 * error; errors end the import.
	 *
	 * @throws {SourceError} if the source as a whole cannot be read
	 */
	articles(): AsyncIterable<ImportedArticle | UnreadableItem>;
	/** How much of the source has been read, from 0 to 1, for the remaining time; absent if unknown. */
	readonly readSoFar?: () => number;
}

/** Fetches a file from the network, politely; sources have it only where `--fetch` is given. */
export type Fetch = (address: string) => Promise<Uint8Array>;

/** Options about the sources on the command line. Each form uses those that concern it. */
export interface SourceOptions {
	/** `--profile`: a YAML file that describes an old portal's pages by selectors. */
	readonly profile?: string;
	/** `--columns`: a YAML file that says which column of a table is which field. */
	readonly columns?: string;
	/** `--media`: a folder or an archive in which pictures and attachments are looked for by their addresses. */
	readonly media?: string;
	/** `--encoding`: the encoding of text that does not say; recognised where it is absent. */
	readonly encoding?: string;
	readonly fetch?: Fetch;
}

/** What is known about a source without reading it, to recognise its form. */
export interface SourceSample {
	readonly path: string;
	readonly isFolder: boolean;
	/** The beginning of the file, uncompressed where it is gzip, at most 64 kB; empty for a folder. */
	readonly head: Buffer;
	/** Of a folder: paths of files in it, sorted, with forward slashes, at most 1,000; empty for a file. */
	readonly names: readonly string[];
}

/** A form that sources come in, with the code that reads it. */
export interface SourceForm {
	/** What `--from` calls it, in kebab-case. */
	readonly name: string;
	/** For `--help`, in Vietnamese, one line. */
	readonly summary: string;
	/**
	 * How sure it is that the sample is of this form, from 0 (not at all) to 1 (a signature that nothing else has).
	 * Content decides; a file's ending is worth 0.3 at most. The highest wins, and what is below 0.2 is nobody's.
	 */
	recognises(sample: SourceSample): number;
	/** Cheap: nothing is read before `articles()` is called. */
	open(path: string, options: SourceOptions): Source;
}

/** The source as a whole cannot be read. The message is Vietnamese. */
export class SourceError extends Error {
	override readonly name = "SourceError";
}
