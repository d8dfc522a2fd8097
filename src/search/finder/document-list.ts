import { BitReader, riceShift } from "./bit-reader.ts";
import { FinderError } from "./finder.ts";

/** The numbers of the documents in a filter's file. @throws FinderError where it makes no sense */
export function readDocumentList(content: Uint8Array): Set<number> {
	const reader = new BitReader(content);
	const range = reader.gamma();
	const count = reader.gamma();
	if (count > range) throw new FinderError("More documents than there are");
	const shift = riceShift(range, count);
	const documents = new Set<number>();
	let document = -1;
	for (let left = count; left > 0; left--) {
		document += 1 + reader.rice(shift);
		if (document >= range) throw new FinderError("A document beyond the last");
		documents.add(document);
	}
	return documents;
}
