import { fold } from "../../text/fold.ts";
import type { FinderLabel } from "../finder/document.ts";
import { labelsPath, wordsShelf } from "../finder/format.ts";
import { hashText } from "../finder/hash.ts";
import { labelRow } from "../finder/read-labels.ts";
import { encodeText } from "./encode-text.ts";
import type { OnFile } from "./segment-folder.ts";
import { SegmentFolder } from "./segment-folder.ts";

/** The most labels of a shelf; a reader who typed one letter sees only eight. */
const mostLabels = 600;

/**
 * Writes the search box's suggestions other than articles: for each letter, the labels with a word that begins with it.
 *
 * @param labels in the order of suggestions
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
