import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FinderDocument } from "../finder/document.ts";
import type { Segment } from "../finder/format.ts";
import { formatVersion, sealList, segmentListPath } from "../finder/format.ts";
import { readAbbreviations } from "../finder/terms.ts";
import { writeSegment } from "./write-segment.ts";

/** A segment that an index is to have. */
export interface SegmentPlan {
	readonly id: string;
	readonly isNewest: boolean;
	/** The half-open span of days that its documents are of. */
	readonly covers: (day: string) => boolean;
}

/**
 * The segments by which an archive is cut, oldest first: all closed years together, the closed months of the newest
 * article's year, and its month. So publishing writes the last alone, and a question asks three at most.
 *
 * @param newest day or moment of the newest article
 */
export function segmentPlans(newest: string): readonly SegmentPlan[] {
	const year = newest.slice(0, 4);
	const month = newest.slice(0, 7);
	return [
		{ id: "closed", isNewest: false, covers: (day) => day.slice(0, 4) < year },
		{
			id: year,
			isNewest: false,
			covers: (day) => day.slice(0, 4) === year && day.slice(0, 7) < month,
		},
		{ id: month, isNewest: true, covers: (day) => day.slice(0, 7) >= month },
	];
}

/** Writes the list of segments, the file by which an index is known. */
export function writeSegmentList(
	directory: string,
	segments: readonly Segment[],
	abbreviations: readonly (readonly [short: string, long: string])[],
): void {
	const list = {
		version: formatVersion,
		segments: segments.filter(({ documents }) => documents > 0),
		abbreviations,
	};
	writeFileSync(join(directory, segmentListPath), sealList(list));
}

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
): Promise<void> {
	mkdirSync(directory, { recursive: true });
	const segments: Segment[] = [];
	for (const { id, isNewest, covers } of segmentPlans(newest))
		segments.push(
			await writeSegment(documents(covers), {
				id,
				isNewest,
				directory,
				temporaryDirectory: directory,
				abbreviations: readAbbreviations(abbreviations),
			}),
		);
	writeSegmentList(directory, segments, abbreviations);
}
