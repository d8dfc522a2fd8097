/**
 * The types of files that may be attached to an article: documents, pictures, audio and archives, but nothing that can
 * run in a page.
 */
import { readFile } from "node:fs/promises";
import { officeFileOf } from "./office-file.ts";
import { strings } from "./strings.ts";

/** A file to be attached. */
export interface AttachedFile {
	/** All of its bytes, or its first {@link beginningLength} if it has a path. */
	readonly bytes: Buffer;
	/** Where the rest can be read: big archives need only their list of names. */
	readonly path?: string;
}

interface AttachmentType {
	readonly extensions: readonly string[];
	/** Whether a file's first bytes, one character each, are those of the type. */
	readonly begins: (beginning: string) => boolean;
	/** Whether the file is wholly of the type. Absent if its first bytes are enough. */
	readonly isWholly?: (file: AttachedFile, extension: string) => boolean | Promise<boolean>;
}

const startsWith =
	(...signatures: readonly string[]) =>
	(beginning: string) =>
		signatures.some((signature) => beginning.startsWith(signature));

const zip = startsWith("PK\x03\x04", "PK\x05\x06", "PK\x07\x08");
/** Microsoft's compound files: https://learn.microsoft.com/en-us/openspecs/windows_protocols/ms-cfb. */
const compoundFile = startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
const riff = (kind: string) => (beginning: string) =>
	beginning.startsWith("RIFF") && beginning.slice(8, 8 + kind.length) === kind;

const types: readonly AttachmentType[] = [
	// Some programs write a few lines before the header: ISO 32000-1, annex H.3.4.1.
	{ extensions: ["pdf"], begins: isPdf },
	{ extensions: ["doc", "xls", "ppt"], begins: compoundFile, isWholly: isOfficeFile },
	{
		extensions: ["docx", "xlsx", "pptx", "odt", "ods", "odp", "epub"],
		begins: zip,
		isWholly: isOfficeFile,
	},
	{ extensions: ["zip"], begins: zip },
	{ extensions: ["rtf"], begins: startsWith("{\\rtf") },
	{ extensions: ["txt", "csv"], begins: isText, isWholly: hasNoMarkup },
	{ extensions: ["rar"], begins: startsWith("Rar!\x1a\x07") },
	{ extensions: ["7z"], begins: startsWith("7z\xbc\xaf\x27\x1c") },
	{ extensions: ["jpg", "jpeg"], begins: startsWith("\xff\xd8\xff") },
	{ extensions: ["png"], begins: startsWith("\x89PNG\r\n\x1a\n") },
	{ extensions: ["gif"], begins: startsWith("GIF87a", "GIF89a") },
	{ extensions: ["webp"], begins: riff("WEBP") },
	{ extensions: ["tif", "tiff"], begins: startsWith("II*\0", "MM\0*") },
	{ extensions: ["mp3"], begins: (beginning) => /^(?:ID3|\xff[\xe2\xe3\xf2\xf3\xfa\xfb])/.test(beginning) },
	{
		extensions: ["mp4", "m4a"],
		begins: (beginning) => beginning.startsWith("\0") && beginning.slice(4, 8) === "ftyp",
	},
	{ extensions: ["wav"], begins: riff("WAVE") },
];

/** The first line for a printer: Universal Exit Language of PJL. */
const forPrinters = "\x1b%-12345X";

/**
 * Whether a file is a PDF, by its first bytes. Before its header only blanks, a byte order mark and lines for printers
 * are allowed: other programs might read anything else as HTML, an archive, a program.
 */
export function isPdf(beginning: string): boolean {
	const at = beginning.slice(0, 1024).indexOf("%PDF-");
	const before = beginning.slice(0, Math.max(0, at));
	if (before.startsWith(forPrinters)) return !/[<\0]/.test(before);
	return at !== -1 && /^(?:\xef\xbb\xbf)?\s*$/.test(before);
}

/** Extensions of files that may be attached, in lower case without a dot. */
export const attachmentExtensions: readonly string[] = types.flatMap(({ extensions }) => extensions);

/** How many bytes at the beginning of a file are inspected. */
export const beginningLength = 4096;

/**
 * Why a file may not be attached; undefined if it may.
 *
 * @param name the file's name, whose extension tells the expected type
 */
export async function faultOfAttachment(
	name: string,
	file: AttachedFile,
): Promise<{ readonly message: string; readonly remedy: string } | undefined> {
	const extension = extensionOf(name);
	const type = typeOf(extension);
	if (!type) return strings.notAnAttachment(attachmentExtensions);
	if (file.bytes.length === 0) return strings.emptyFile;
	const beginning = file.bytes.toString("latin1", 0, beginningLength);
	if (beginning.startsWith(lfsPointer)) return strings.lfsPointer;
	const isType = type.begins(beginning) && (await (type.isWholly?.(file, extension) ?? true));
	return isType ? undefined : strings.otherType(extension.toUpperCase());
}

function typeOf(extension: string): AttachmentType | undefined {
	return types.find(({ extensions }) => extensions.includes(extension));
}

/** How a Git LFS pointer begins, which replaces a file that was not fetched: https://git-lfs.com/spec/v1. */
export const lfsPointer = "version https://git-lfs";

/** A name's extension in lower case without the dot; empty if it has none. */
export function extensionOf(name: string): string {
	return /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
}

/** Text in UTF-8 or an older encoding has no NUL; UTF-16 begins with its mark. */
function isText(beginning: string): boolean {
	return beginning.startsWith("\xff\xfe") || beginning.startsWith("\xfe\xff") || !beginning.includes("\0");
}

/** Old servers send a text without its type, so a browser may read tags in it. UTF-16 has a NUL beside each letter. */
async function hasNoMarkup({ bytes, path }: AttachedFile): Promise<boolean> {
	const whole = path === undefined ? bytes : await readFile(path);
	const text = whole.toString("latin1").replaceAll("\0", "");
	return !markupAtBeginning.test(text) && !activeMarkup.test(text);
}

const markupAtBeginning = /^\s*(?:(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)\s*)?<[!?/a-z]/i;
/** What makes a text a page wherever it stands. Letters and numbers write "<b 4", addresses "<form@tinh.vn>". */
const activeMarkup =
	/<(?:(?:!doctype|html|head|body|script|i?frame|frameset|svg|math|object|embed|img|style|meta|link|base|form|input|video|audio|details|template)(?=[\s/>])|\?php\b|[a-z][^<>]{0,300}?(?:[\s/"']on[a-z]{3,25}\s{0,9}=|=\s{0,9}["']?\s{0,9}javascript:))/i;

/** Not an archive of other files, nor a file with macros. */
async function isOfficeFile(file: AttachedFile, extension: string): Promise<boolean> {
	const found = await officeFileOf(file);
	return found?.extension === extension && !found.hasMacros;
}
