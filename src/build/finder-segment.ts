import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { plainText, readBody, sealText, sha256 } from "../content/index.ts";
import type { FinderDocument } from "../search/finder/document.ts";
import type { Segment } from "../search/finder/format.ts";
import { readAbbreviations } from "../search/finder/terms.ts";
import { writeSegment } from "../search/finder-writer/write-segment.ts";
import { filesBelow } from "./files-below.ts";

/** A segment of the finder's index to be made. Plain data, so that a process of its own can take it. */
export interface FinderSegment {
	readonly contentDirectory: string;
	/** Does not exist yet; appears complete or not at all. */
	readonly directory: string;
	readonly id: string;
	readonly isNewest: boolean;
	readonly abbreviations: readonly (readonly [short: string, long: string])[];
	/** Oldest first: what is known of each article without its body, and where that lies. */
	readonly articles: readonly {
		readonly file: string;
		/** Caption of its main picture. */
		readonly caption?: string;
		readonly frame: Omit<FinderDocument, "text">;
	}[];
}

/** What a segment consists of; stands beside it, and is not part of the site. */
export interface SegmentContents {
	readonly segment: Segment;
	/** Digests of its files, by path below the index's root. */
	readonly files: Readonly<Record<string, string>>;
}

export const segmentContentsFile = "contents.json";

/** Makes a segment in the cache. */
export async function makeFinderSegment(task: FinderSegment): Promise<void> {
	const { contentDirectory, directory, id, isNewest, abbreviations, articles } = task;
	const unfinished = `${directory}.${process.pid}`;
	await rm(unfinished, { recursive: true, force: true });
	await mkdir(unfinished, { recursive: true });
	const segment = await writeSegment(documents(contentDirectory, articles), {
		id,
		isNewest,
		directory: unfinished,
		temporaryDirectory: unfinished,
		abbreviations: readAbbreviations(abbreviations),
	});
	const files: Record<string, string> = {};
	for (const path of await filesBelow(unfinished))
		files[path] = sha256(await readFile(join(unfinished, path)));
	const contents: SegmentContents = { segment, files };
	await writeFile(join(unfinished, segmentContentsFile), sealText(JSON.stringify(contents)));
	// Where another build was quicker with the same segment, this one goes.
	await rename(unfinished, directory).catch(() => rm(unfinished, { recursive: true, force: true }));
}

async function* documents(
	contentDirectory: string,
	articles: FinderSegment["articles"],
): AsyncGenerator<FinderDocument> {
	for (const { file, caption, frame } of articles) {
		const body = readBody(file, await readFile(join(contentDirectory, file)));
		const { text, captions } = plainText(body);
		yield { ...frame, text: [text, caption, ...captions].filter(Boolean).join("\n") };
	}
}
