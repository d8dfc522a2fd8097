import { isCompoundFile } from "./compound-file.ts";
import { readDocFile } from "./doc-file.ts";
import { readDocxFile } from "./docx-file.ts";
import { isOpenDocument, readOdtFile } from "./odt-file.ts";
import { isRtf, readRtfFile } from "./rtf-file.ts";
import { strings } from "./strings.ts";
import { type WordDocument, WordError } from "./word-document.ts";

/**
 * Reads a Word file of any format. The content decides, not the name: many a .doc is RTF inside.
 *
 * @throws {WordError} if it is not one or cannot be read
 */
export async function readWordFile(bytes: Buffer): Promise<WordDocument> {
	if (isOpenDocument(bytes)) return readOdtFile(bytes);
	if (bytes.subarray(0, 2).toString("latin1") === "PK") return readDocxFile(bytes);
	if (isCompoundFile(bytes)) return readDocFile(bytes);
	if (isRtf(bytes)) return readRtfFile(bytes);
	throw new WordError(/^\s*</.test(bytes.toString("latin1", 0, 200)) ? strings.isHtml : strings.unknown);
}
