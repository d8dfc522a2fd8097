import { fold } from "../../text/fold.ts";
import type { FinderLabel } from "../finder/document.ts";
import { labelsPath, wordsShelf } from "../finder/format.ts";
import { hashText } from "../finder/hash.ts";
import { labelRow } from "../finder/read-labels.ts";
import { encodeText } from "./encode-text.ts";
import type { OnFile } from "./segment-folder.ts";
import { SegmentFolder } from "./segment-folder.ts";

/** A shelf with more is cut, since a reader who typed one letter sees eight. */
const mostLabels = 600;

/**
 * Writes what the search box suggests beside articles: for each letter the labels that have a word with it first.
 *
 * @param labels in the order in which they are to be suggested
 * @param directory the root of the index
 * @returns the numbering of each shelf's file
 */
export function writeLabels(
	labels: readonly FinderLabel[],
	directory: string,
	onFile?: OnFile,
): Record<string, number> {
	const shelves = new Map<string, string[]>();
	for (const label of labels) {
		const words = fold(label.text)
			.split(/[^\p{L}\p{N}]+/u)
			.filter(Boolean);
		for (const shelf of new Set(words.map(wordsShelf))) {
			const rows = shelves.get(shelf);
			if (!rows) shelves.set(shelf, [labelRow(label)]);
			else if (rows.length < mostLabels) rows.push(labelRow(label));
		}
	}
	const folder = new SegmentFolder(directory, onFile);
	const numberings: Record<string, number> = {};
	for (const [shelf, rows] of [...shelves].sort(([a], [b]) => (a < b ? -1 : 1))) {
		const text = rows.join("\n");
		numberings[shelf] = hashText(text);
		folder.write(labelsPath(shelf), hashText(text), encodeText(text));
	}
	return numberings;
}
