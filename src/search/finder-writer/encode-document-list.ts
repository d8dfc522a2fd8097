import { riceShift } from "../finder/bit-reader.ts";
import { BitWriter } from "./bit-writer.ts";

/** What `readDocumentList` reads. @param documents ascending, at least one @param range of their numbers */
export function encodeDocumentList(range: number, documents: readonly number[]): Uint8Array {
	const writer = new BitWriter();
	writer.gamma(range);
	writer.gamma(documents.length);
	const shift = riceShift(range, documents.length);
	let before = -1;
	for (const document of documents) {
		writer.rice(document - before - 1, shift);
		before = document;
	}
	return writer.bytes();
}
