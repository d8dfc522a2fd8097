import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FinderDocument, FinderLabel } from "../finder/document.ts";
import type { Segment } from "../finder/format.ts";
import { formatVersion, sealList, segmentListPath } from "../finder/format.ts";
import { readAbbreviations } from "../finder/terms.ts";
import { segmentPlans } from "./segment-plans.ts";
import { writeLabels } from "./write-labels.ts";
import { writeSegment } from "./write-segment.ts";

/**
 * Writes a whole index.
 *
 * @param documents of a span of days, oldest first; asked for once a segment
 */
export async function writeIndex(
	documents: (covers: (day: string) => boolean) => AsyncIterable<FinderDocument> | Iterable<FinderDocument>,
	newest: string,
	directory: string,
	abbreviations: readonly (readonly [short: string, long: string])[],
	labels: readonly FinderLabel[] = [],
): Promise<void> {
	mkdirSync(directory, { recursive: true });
	const segments: Segment[] = [];
	for (const { id, isNewest, hasDictionary, covers } of segmentPlans(newest))
		segments.push(
			await writeSegment(documents(covers), {
				id,
				isNewest,
				hasDictionary,
				directory,
				temporaryDirectory: directory,
				abbreviations: readAbbreviations(abbreviations),
			}),
		);
	writeFileSync(
		join(directory, segmentListPath),
		sealList({
			version: formatVersion,
			segments: segments.filter(({ documents }) => documents > 0),
			abbreviations,
			labels: writeLabels(labels, directory),
		}),
	);
}
