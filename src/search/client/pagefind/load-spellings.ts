import type { SegmentList } from "../../finder/format.ts";
import { segmentListPath } from "../../finder/format.ts";
import { readIndex } from "../read-index.ts";
import type { SpellingGroups } from "./archive-words.ts";
import { readSpellingGroups } from "./archive-words.ts";

let known: SpellingGroups | undefined;

/** What is written in several ways, as the finder's index has it; nothing where that cannot be loaded. */
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
