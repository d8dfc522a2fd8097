import { join } from "node:path";
import { readRecord, writeRecord } from "../../disk/sealed-file.ts";
import type { Segment, SegmentList } from "../../search/finder/format.ts";

/** A part's entry in the list of the finder's index. It is stored beside the part and is not in the site. */
export interface PartContents {
	/** For a segment. */
	readonly segment?: Segment;
	/** For the suggested labels. */
	readonly labels?: SegmentList["labels"];
}

const file = "contents.json";

export async function writeContents(directory: string, contents: PartContents): Promise<void> {
	await writeRecord(join(directory, file), contents);
}

/** A part's entry; undefined if the record is missing or damaged. */
export async function readContents(directory: string): Promise<PartContents | undefined> {
	return (await readRecord(join(directory, file))) as PartContents | undefined;
}
