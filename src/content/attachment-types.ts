/**
 * The types of files that may be attached to an article: documents, pictures, audio and archives, but nothing that can
 * run in a page.
 */
import { strings } from "./strings.ts";

interface AttachmentType {
	readonly extensions: readonly string[];
	/** Whether a file's first bytes, one character each, are those of the type. */
	readonly begins: (beginning: string) => boolean;
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
	{ extensions: ["doc", "xls", "ppt"], begins: compoundFile },
	{ extensions: ["docx", "xlsx", "pptx", "odt", "ods", "odp", "epub", "zip"], begins: zip },
	{ extensions: ["rtf"], begins: startsWith("{\\rtf") },
	{ extensions: ["txt", "csv"], begins: isText },
	{ extensions: ["rar"], begins: startsWith("Rar!\x1a\x07") },
	{ extensions: ["7z"], begins: startsWith("7z\xbc\xaf\x27\x1c") },
	{ extensions: ["jpg", "jpeg"], begins: startsWith("\xff\xd8\xff") },
	{ extensions: ["png"], begins: startsWith("\x89PNG\r\n\x1a\n") },
	{ extensions: ["gif"], begins: startsWith("GIF87a", "GIF89a") },
	{ extensions: ["webp"], begins: riff("WEBP") },
	{ extensions: ["tif", "tiff"], begins: startsWith("II*\0", "MM\0*") },
	{ extensions: ["mp3"], begins: (beginning) => /^(?:ID3|\xff[\xe2-\xff])/.test(beginning) },
	{ extensions: ["mp4", "m4a"], begins: (beginning) => beginning.slice(4, 8) === "ftyp" },
	{ extensions: ["wav"], begins: riff("WAVE") },
];

/** Whether a file is a PDF. It is not if a browser might read the bytes before its header as HTML. */
function isPdf(beginning: string): boolean {
	const at = beginning.slice(0, 1024).indexOf("%PDF-");
	return at !== -1 && !beginning.slice(0, at).includes("<");
}

/** Extensions of files that may be attached, in lower case without a dot. */
export const attachmentExtensions: readonly string[] = types.flatMap(({ extensions }) => extensions);

/** How many bytes of a file are inspected. */
export const attachmentBeginning = 4096;

/**
 * Why a file may not be attached; undefined if it may.
 *
 * @param name the file's name, whose extension tells the expected type
 * @param bytes its first {@link attachmentBeginning}, or all
 */
export function faultOfAttachment(
	name: string,
	bytes: Uint8Array,
): { readonly message: string; readonly remedy: string } | undefined {
	const extension = extensionOf(name);
	const type = types.find(({ extensions }) => extensions.includes(extension));
	if (!type) return strings.notAnAttachment(attachmentExtensions);
	if (bytes.length === 0) return strings.emptyFile;
	const beginning = Buffer.from(bytes.subarray(0, attachmentBeginning)).toString("latin1");
	if (beginning.startsWith(lfsPointer)) return strings.lfsPointer;
	return type.begins(beginning) ? undefined : strings.otherType(extension.toUpperCase());
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
