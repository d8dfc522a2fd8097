import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { plainText, readBody, sealText, sha256 } from "../content/index.ts";
import type { FinderDocument, FinderLabel } from "../search/finder/document.ts";
import type { Segment, SegmentList } from "../search/finder/format.ts";
import { readAbbreviations } from "../search/finder/terms.ts";
import type { OnFile } from "../search/finder-writer/segment-folder.ts";
import { writeLabels } from "../search/finder-writer/write-labels.ts";
import { writeSegment } from "../search/finder-writer/write-segment.ts";
import { writeDigests } from "./kept-folders.ts";

/** A segment of the finder's index to be made. Plain data, so that a process of its own can take it. */
export interface FinderSegment {
	readonly contentDirectory: string;
	/** Does not exist yet; appears complete or not at all. */
	readonly directory: string;
	readonly id: string;
	readonly isNewest: boolean;
	readonly hasDictionary: boolean;
	readonly abbreviations: readonly (readonly [short: string, long: string])[];
	/** Oldest first: what is known of each article without its body, and where that lies. */
	readonly articles: readonly {
		readonly file: string;
		/** Caption of its main picture. */
		readonly caption?: string;
		readonly frame: Omit<FinderDocument, "text">;
	}[];
}

/** What the list of the index says of a part; stands beside it, and is not part of the site. */
export interface PartContents {
	/** Of a segment. */
	readonly segment?: Segment;
	/** Of the labels that are suggested. */
	readonly labels?: SegmentList["labels"];
}

export const partContentsFile = "contents.json";

/** Makes a segment in the cache. */
export async function makeFinderSegment(task: FinderSegment): Promise<void> {
	const { contentDirectory, directory, id, isNewest, hasDictionary, abbreviations, articles } = task;
	await makePart(directory, async (unfinished, onFile) => ({
		segment: await writeSegment(documents(contentDirectory, articles), {
			id,
			isNewest,
			hasDictionary,
			directory: unfinished,
			temporaryDirectory: unfinished,
			abbreviations: readAbbreviations(abbreviations),
			onFile,
		}),
	}));
}

/** Makes the files of labels in the cache. @param directory as a segment's */
export async function makeFinderLabels(labels: readonly FinderLabel[], directory: string): Promise<void> {
	await makePart(directory, async (unfinished, onFile) => ({
		labels: writeLabels(labels, unfinished, onFile),
	}));
}

async function makePart(
	directory: string,
	make: (unfinished: string, onFile: OnFile) => Promise<PartContents>,
): Promise<void> {
	const unfinished = `${directory}.${process.pid}`;
	await rm(unfinished, { recursive: true, force: true });
	await mkdir(unfinished, { recursive: true });
	// Digests of what is written, not of what lies there: a hundred thousand files need not be read again.
	const files: [path: string, digest: string][] = [];
	const contents = await make(unfinished, (path, bytes) => files.push([path, sha256(bytes)]));
	files.sort(([a], [b]) => (a < b ? -1 : 1));
	await writeFile(join(unfinished, partContentsFile), sealText(JSON.stringify(contents)));
	await writeDigests(unfinished, Object.fromEntries(files));
	// Where another build was quicker with the same part, this one goes.
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
