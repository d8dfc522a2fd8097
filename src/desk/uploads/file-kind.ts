/** The type of a file, by its bytes and never by its name. */
import { isPdf, officeFileOf } from "../../content/index.ts";

export type FileKind =
	| { readonly kind: "picture"; readonly format: "jpeg" | "png" | "webp" | "avif" | "heic" }
	| { readonly kind: "attachment"; readonly extension: string; readonly type: string }
	| { readonly kind: "refused"; readonly reason: "animated" | "drawing" | "macros" | "unknown" };

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
	if (isPdf(ascii(bytes, 0, 1024))) return { kind: "attachment", extension: "pdf", type: "application/pdf" };
	const office = await officeFileOf({ bytes });
	const type = office && officeTypes[office.extension];
	if (office?.hasMacros) return { kind: "refused", reason: "macros" };
	if (type) return { kind: "attachment", extension: office.extension, type };
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

const officeTypes: Readonly<Record<string, string>> = {
	docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
	odt: "application/vnd.oasis.opendocument.text",
	ods: "application/vnd.oasis.opendocument.spreadsheet",
	odp: "application/vnd.oasis.opendocument.presentation",
	doc: "application/msword",
	xls: "application/vnd.ms-excel",
	ppt: "application/vnd.ms-powerpoint",
};

function startsWith(bytes: Buffer, beginning: readonly number[]): boolean {
	return beginning.every((byte, index) => bytes[index] === byte);
}

function ascii(bytes: Buffer, from: number, to: number): string {
	return bytes.toString("latin1", from, to);
}
