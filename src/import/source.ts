import type { Comment } from "../model/comment.ts";
import type { Slug } from "../model/ids.ts";
import type { RecordCollection } from "../model/record-names.ts";

/** An article's text below its title, in the source's format. */
export type ImportedBody =
	/** Plain text without markup: a blank line separates paragraphs, a single line feed stays a line break. */
	| { readonly text: string }
	/**
	 * HTML of the main text alone, without the page around it and without the title. It may contain scripts, styles and
	 * forms: the importer drops them. Pictures stay as `<img>`, their captions as `<figcaption>` or as a `caption` in
	 * `files`.
	 */
	| { readonly html: string }
	/** Markdown in the dialect of docs/editing.md: a picture with its caption is `![alt](reference "caption")`. */
	| { readonly markdown: string };

/** A picture or an attachment that belongs to an article. */
export interface ImportedFile {
	/**
	 * The exact reference in the body: its `src` or `href`. A file that the body does not refer to becomes the article's
	 * picture, if it is a picture and there is no other. Otherwise it becomes an attachment.
	 */
	readonly reference: string;
	readonly caption?: string;
	/** The text alternative of the picture; by default the caption or the title. */
	readonly alt?: string;
	/** The photographer or agency. */
	readonly credit?: string;
	/** The text of a link to an attachment. */
	readonly title?: string;
	/**
	 * Its path below the content folder, for exports of this project. It gets the same path again, so that the article's
	 * references stay valid.
	 */
	readonly place?: string;
	/** Whether it is the article's leading picture. At most one is. */
	readonly isLead?: boolean;
	/**
	 * Reads its bytes; absent if they are not available, which is reported. It is called at most once, possibly after
	 * `articles()` has moved on to later items. So whatever it reads from must stay open until `articles()` has ended. It
	 * may throw (a `SourceError` says why in Vietnamese): then the file counts as not available. It must never read
	 * anything outside the source's own folders or archives.
	 */
	readonly read?: () => Promise<Uint8Array>;
}

/** Something that a person should check. */
export interface Doubt {
	/** One Vietnamese sentence: the doubt and what was decided. */
	readonly detail: string;
	/** How sure the source is of its decision, from 0 (a guess) to 1 (certain). */
	readonly confidence: number;
}

/**
 * An article from a source. Its text is Unicode, not yet repaired, with nothing added. Unknown fields are absent: no
 * empty strings, no defaults, no current date.
 */
export interface ImportedArticle {
	/** Its place in the source, counted from one. Undated articles are ordered by it. */
	readonly position: number;
	/**
	 * The source's id of the article, the same in every run: the row's id, the file's path, the web address. It is the
	 * key in the journal, so that a corrected title does not create a second article. It is unique within the source. By
	 * default it is the position.
	 */
	readonly id?: string;
	readonly title: string;
	/** The article's slug, as in the source's own addresses; by default made from the title. */
	readonly slug?: string;
	/** The lead (sapo), plain text. If the body repeats it at its beginning, the importer keeps it only once. */
	readonly lead?: string;
	readonly body: ImportedBody;
	/**
	 * When it was published, as the source writes it: "Thứ 3, 30.06.2020 | 16:45:14" as well as ISO 8601. The importer
	 * parses it and reports a weekday that contradicts the date.
	 */
	readonly date?: string;
	/** When it was last changed, as the source writes it. */
	readonly updated?: string;
	/** By-lines as written, one for each author. An author may be an office. */
	readonly authors?: readonly string[];
	/** The office or newsroom of the authors, such as "Ban Dân vận Tỉnh ủy", if the source states it separately. */
	readonly organisation?: string;
	/** The newspaper or office that it was taken from, unless that is the old portal itself. */
	readonly source?: string;
	/** Web address of the original at that newspaper or office. Readers get a link to it. */
	readonly link?: string;
	/**
	 * Its addresses on the old portal, as web addresses or as paths from the root ("/tin/12.html?id=3"). They become
	 * redirects, links from other articles to them are rewritten, and relative references of the body are resolved
	 * against the first. For files of a folder: the path within it, with a leading slash.
	 */
	readonly formerAddresses?: readonly string[];
	/** Old sections by name or code, the main one first. `--categories` maps them. */
	readonly categories?: readonly string[];
	/** Keywords, one per item. */
	readonly tags?: readonly string[];
	/** Pictures and attachments, whether their bytes are available or not. */
	readonly files?: readonly ImportedFile[];
	/** Captions (plain text) whose pictures are unknown. They are added at the end of the body, in italics. */
	readonly captions?: readonly string[];
	/** How often it was read on the old portal; counting continues from there. */
	readonly views?: number;
	/** Readers' comments that the newsroom published, in this project's format. Only its own exports have them. */
	readonly comments?: readonly Comment[];
	/** Not published on the old portal. */
	readonly isDraft?: boolean;
	/**
	 * Front matter in this project's format (`articleSchema`), from its own exports or from Markdown with a mapping. It
	 * takes precedence over what the importer makes of the other fields. Values that the schema rejects are reported and
	 * left out.
	 */
	readonly fields?: Readonly<Record<string, unknown>>;
	/**
	 * The item as a person sees it in the source, as plain text, for the comparison in the report. The importer truncates
	 * it; by default the body is shown.
	 */
	readonly excerpt?: string;
	/** What the source's reader already converted, in Vietnamese: "TCVN3 → Unicode: 1.204 chữ". */
	readonly repaired?: readonly string[];
	/** Text that was left out as page furniture, unchanged, one item per block. */
	readonly leftOut?: readonly string[];
	readonly doubts?: readonly Doubt[];
	/** Names of the source's fields that are not read. */
	readonly unused?: readonly string[];
}

/** A record of an export of ours: an official document, an event, a week and so on. */
export interface ImportedRecord {
	readonly position: number;
	readonly collection: RecordCollection;
	readonly id: Slug;
	/** In this project's format. */
	readonly record: Readonly<Record<string, unknown>>;
	readonly files: readonly ImportedFile[];
}

/** An item that is not an article, and why. The rest of the source is imported. */
export interface UnreadableItem {
	readonly position: number;
	/** As for an article. */
	readonly id?: string;
	/** In Vietnamese: what is wrong and, if it helps, what to do. */
	readonly unreadable: string;
}

/** A source of articles. There is one implementation for each form that an old portal's articles come in. */
export interface Source {
	/** The file's or folder's name, for the report. */
	readonly name: string;
	/**
	 * All items in order, read lazily, so that memory does not grow with the source. The same source gives the same items
	 * in the same order on every machine. An item that cannot be read is an `UnreadableItem`. An error ends the import.
	 *
	 * @throws {SourceError} if the source as a whole cannot be read
	 */
	articles(): AsyncIterable<ImportedArticle | ImportedRecord | UnreadableItem>;
	/** How much of the source has been read, from 0 to 1, to estimate the remaining time. Absent if unknown. */
	readonly readSoFar?: () => number;
}

/** Fetches a file from the network politely. Sources have it only with `--fetch`. */
export type Fetch = (address: string) => Promise<Uint8Array>;

/** The command line's options for sources. Each form uses those that it needs. */
export interface SourceOptions {
	/** `--profile`: a YAML file that describes an old portal's pages by selectors. */
	readonly profile?: string;
	/** `--columns`: a YAML file that maps columns of tables to fields. */
	readonly columns?: string;
	/** `--media`: a folder or an archive with pictures and attachments, which are looked up by their addresses. */
	readonly media?: string;
	/** `--encoding`: the encoding of text that does not declare one; by default it is detected. */
	readonly encoding?: string;
	readonly fetch?: Fetch;
}

/** What is known about a source without reading it, to recognise its form. */
export interface SourceSample {
	readonly path: string;
	readonly isFolder: boolean;
	/** The first 64 kB of the file, uncompressed if it is gzip, in UTF-8 if it is UTF-16; empty for a folder. */
	readonly head: Buffer;
	/** For a folder: at most 1,000 paths of its files, sorted, with forward slashes. Empty for a file. */
	readonly names: readonly string[];
}

/** A form of sources and the code that reads it. */
export interface SourceForm {
	/** Its name for `--from`, in kebab-case. */
	readonly name: string;
	/** For `--help`, in Vietnamese, one line. */
	readonly summary: string;
	/**
	 * How certain it is that the sample has this form, from 0 (not at all) to 1 (a signature that no other form has). The
	 * content decides; a file's extension counts 0.3 at most. The form with the highest value is used, if it is at least
	 * 0.2.
	 */
	recognises(sample: SourceSample): number;
	/** Opens the source. Nothing is read before `articles()` is called. */
	open(path: string, options: SourceOptions): Source;
}

/** The source as a whole cannot be read. The message is Vietnamese. */
export class SourceError extends Error {
	override readonly name = "SourceError";
}
