import { join } from "node:path";
import { readRecord, writeRecord } from "../../disk/sealed-file.ts";
import type { Segment, SegmentList } from "../../search/finder/format.ts";

/** What the list of the finder's index says of a part; stands beside it, and is not part of the site. */
export interface PartContents {
	/** Of a segment. */
	readonly segment?: Segment;
	/** Of the labels that are suggested. */
	readonly labels?: SegmentList["labels"];
}

const file = "contents.json";

export async function writeContents(directory: string, contents: PartContents): Promise<void> {
	await writeRecord(join(directory, file), contents);
}

/** What is known of a part; undefined if the record is missing or damaged. */
export async function readContents(directory: string): Promise<PartContents | undefined> {
	return (await readRecord(join(directory, file))) as PartContents | undefined;
}
