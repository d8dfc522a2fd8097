import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FinderDocument, FinderLabel } from "../finder/document.ts";
import type { Segment } from "../finder/format.ts";
import { formatVersion, sealList, segmentListPath } from "../finder/format.ts";
import { readRewritings } from "../finder/rewritings.ts";
import { segmentPlans } from "./segment-plans.ts";
import { writeLabels } from "./write-labels.ts";
import { writeSegment } from "./write-segment.ts";

/**
 * Writes a whole index.
 *
 * @param documents gives the documents of a range of days, oldest first; called once per segment
 */
export async function writeIndex(
	documents: (covers: (day: string) => boolean) => AsyncIterable<FinderDocument> | Iterable<FinderDocument>,
	newest: string,
	directory: string,
	rewritings: readonly (readonly [meant: string, written: string])[],
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
				rewritings: readRewritings(rewritings),
			}),
		);
	writeFileSync(
		join(directory, segmentListPath),
		sealList({
			version: formatVersion,
			segments: segments.filter(({ documents }) => documents > 0),
			rewritings,
			labels: writeLabels(labels, directory),
		}),
	);
}
