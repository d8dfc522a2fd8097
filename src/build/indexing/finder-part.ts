import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { FinderDocument, FinderLabel } from "../../search/finder/document.ts";
import { fileListPath, type ListedFile, sumOf } from "../../search/finder/file-list.ts";
import { readRewritings } from "../../search/finder/rewritings.ts";
import type { OnFile } from "../../search/finder-writer/segment-folder.ts";
import { writeLabels } from "../../search/finder-writer/write-labels.ts";
import { writeSegment } from "../../search/finder-writer/write-segment.ts";
import { makeFolder } from "../cache/cached-folders.ts";
import type { PartContents } from "./part-contents.ts";
import { writeContents } from "./part-contents.ts";
import { type ArticleFrame, withText } from "./with-text.ts";

/** The task of making a segment of the finder's index. It is plain data, so that it can be sent to another process. */
export interface FinderSegment {
	readonly contentDirectory: string;
	/** Does not exist yet; appears complete or not at all. */
	readonly directory: string;
	readonly id: string;
	readonly isNewest: boolean;
	readonly hasDictionary: boolean;
	readonly rewritings: readonly (readonly [meant: string, written: string])[];
	/** Oldest first. */
	readonly articles: readonly ArticleFrame<Omit<FinderDocument, "text">>[];
}

/** Makes a segment in the cache. */
export async function makeFinderSegment(task: FinderSegment): Promise<void> {
	const { contentDirectory, directory, id, isNewest, hasDictionary, rewritings, articles } = task;
	await makePart(directory, id, async (unfinished, onFile) => ({
		segment: await writeSegment(withText(contentDirectory, articles), {
			id,
			isNewest,
			hasDictionary,
			directory: unfinished,
			temporaryDirectory: unfinished,
			rewritings: readRewritings(rewritings),
			onFile,
		}),
	}));
}

/**
 * Makes the files of labels in the cache.
 * @param directory as for a segment
 */
export async function makeFinderLabels(labels: readonly FinderLabel[], directory: string): Promise<void> {
	await makePart(directory, "labels", async (unfinished, onFile) => ({
		labels: writeLabels(labels, unfinished, onFile),
	}));
}

/** @param id the name of its folder in the index */
async function makePart(
	directory: string,
	id: string,
	make: (unfinished: string, onFile: OnFile) => Promise<PartContents>,
): Promise<void> {
	await makeFolder(directory, async (unfinished, onFile) => {
		const files: ListedFile[] = [];
		const contents = await make(unfinished, (path, bytes) => {
			files.push([path, bytes.length, sumOf(bytes)]);
			onFile(path, bytes);
		});
		await writeContents(unfinished, contents);
		const list = fileListPath(id);
		const text = new TextEncoder().encode(JSON.stringify(files.sort(([a], [b]) => (a < b ? -1 : 1))));
		await mkdir(join(unfinished, id), { recursive: true });
		await writeFile(join(unfinished, list), text);
		onFile(list, text);
	});
}
