import type { SegmentList } from "../../finder/format.ts";
import { segmentListPath } from "../../finder/format.ts";
import type { SpellingGroups } from "../../finder/spelling-groups.ts";
import { readSpellingGroups } from "../../finder/spelling-groups.ts";
import { readIndex } from "../read-index.ts";

let known: SpellingGroups | undefined;

/** Loads the terms with several spellings from the finder's index; empty if it cannot be loaded. */
export async function loadSpellings(): Promise<SpellingGroups> {
	if (known) return known;
	try {
		const text = new TextDecoder().decode(await readIndex(segmentListPath));
		const [, { rewritings }] = JSON.parse(text) as [checksum: number, list: SegmentList];
		known = readSpellingGroups(rewritings);
		return known;
	} catch (error) {
		console.error(error);
		return new Map();
	}
}
