/** The type of a file, by its bytes and never by its name. */
import { fromBufferPromise, type ZipFile } from "yauzl";

export type FileKind =
	| { readonly kind: "picture"; readonly format: "jpeg" | "png" | "webp" | "avif" | "heic" }
	| { readonly kind: "attachment"; readonly extension: string; readonly type: string }
	| { readonly kind: "refused"; readonly reason: "animated" | "drawing" | "macros" | "unknown" };

/** How many names in an office file's archive are checked: those that tell its type come first. */
const mostEntries = 5_000;

const unknown: FileKind = { kind: "refused", reason: "unknown" };

export async function fileKindOf(bytes: Buffer): Promise<FileKind> {
	if (startsWith(bytes, [0xff, 0xd8, 0xff])) return { kind: "picture", format: "jpeg" };
	if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) {
		return { kind: "picture", format: "png" };
	}
	if (ascii(bytes, 0, 4) === "RIFF" && ascii(bytes, 8, 12) === "WEBP")
		return { kind: "picture", format: "webp" };
	if (ascii(bytes, 0, 6) === "GIF87a" || ascii(bytes, 0, 6) === "GIF89a") {
		return { kind: "refused", reason: "animated" };
	}
	if (ascii(bytes, 4, 8) === "ftyp") return pictureOfBox(bytes);
	if (ascii(bytes, 0, 5) === "%PDF-")
		return { kind: "attachment", extension: "pdf", type: "application/pdf" };
	if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return await officeKind(bytes);
	if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return oldOfficeKind(bytes);
	if (/<svg[\s>]/i.test(bytes.toString("latin1", 0, 4096))) return { kind: "refused", reason: "drawing" };
	return unknown;
}

/** Brands of ISO 14496-12 files that hold one picture: MIAF, ISO 23000-22, and HEIF, ISO 23008-12. */
function pictureOfBox(bytes: Buffer): FileKind {
	const size = Math.min(bytes.readUInt32BE(0), 256, bytes.length);
	const brands = [ascii(bytes, 8, 12)];
	for (let at = 16; at + 4 <= size; at += 4) brands.push(ascii(bytes, at, at + 4));
	if (brands.includes("avif")) return { kind: "picture", format: "avif" };
	if (brands.some((brand) => ["heic", "heix", "heim", "heis", "mif1"].includes(brand))) {
		return { kind: "picture", format: "heic" };
	}
	return brands.some((brand) => ["avis", "hevc", "hevx", "msf1"].includes(brand))
		? { kind: "refused", reason: "animated" }
		: unknown;
}

const office: readonly { readonly part: string; readonly extension: string; readonly type: string }[] = [
	{
		part: "word/document.xml",
		extension: "docx",
		type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	},
	{
		part: "xl/workbook.xml",
		extension: "xlsx",
		type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	},
	{
		part: "ppt/presentation.xml",
		extension: "pptx",
		type: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
	},
];

const openDocument: Readonly<Record<string, string>> = {
	"application/vnd.oasis.opendocument.text": "odt",
	"application/vnd.oasis.opendocument.spreadsheet": "ods",
	"application/vnd.oasis.opendocument.presentation": "odp",
};

async function officeKind(bytes: Buffer): Promise<FileKind> {
	// OpenDocument's first entry is `mimetype`, uncompressed, so its text is at a fixed offset.
	if (ascii(bytes, 30, 38) === "mimetype") {
		const type = ascii(bytes, 38, 38 + Math.min(bytes.readUInt32LE(18), 100));
		const extension = openDocument[type];
		return extension ? { kind: "attachment", extension, type } : unknown;
	}
	const names = await namesIn(bytes);
	const found = office.find(({ part }) => names.has(part));
	if (!found || !names.has("[Content_Types].xml")) return unknown;
	if ([...names].some((name) => name.endsWith("/vbaProject.bin")))
		return { kind: "refused", reason: "macros" };
	return { kind: "attachment", extension: found.extension, type: found.type };
}

/** Empty if it is not a readable archive. */
async function namesIn(bytes: Buffer): Promise<ReadonlySet<string>> {
	const names = new Set<string>();
	let archive: ZipFile | undefined;
	try {
		archive = await fromBufferPromise(bytes, { lazyEntries: true });
		for await (const entry of archive.eachEntry()) {
			names.add(entry.fileName);
			if (names.size >= mostEntries) break;
		}
	} catch {
		return new Set();
	} finally {
		archive?.close();
	}
	return names;
}

/** Names of streams in compound files that identify their type, in UTF-16. */
const oldOffice: readonly { readonly stream: string; readonly extension: string; readonly type: string }[] = [
	{ stream: "WordDocument", extension: "doc", type: "application/msword" },
	{ stream: "Workbook", extension: "xls", type: "application/vnd.ms-excel" },
	{ stream: "PowerPoint Document", extension: "ppt", type: "application/vnd.ms-powerpoint" },
];

function oldOfficeKind(bytes: Buffer): FileKind {
	const holds = (name: string) => bytes.includes(Buffer.from(name, "utf16le"));
	const found = oldOffice.find(({ stream }) => holds(stream));
	if (!found) return unknown;
	if (holds("_VBA_PROJECT")) return { kind: "refused", reason: "macros" };
	return { kind: "attachment", extension: found.extension, type: found.type };
}

function startsWith(bytes: Buffer, beginning: readonly number[]): boolean {
	return beginning.every((byte, index) => bytes[index] === byte);
}

function ascii(bytes: Buffer, from: number, to: number): string {
	return bytes.toString("latin1", from, to);
}
