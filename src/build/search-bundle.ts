import { mkdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { plainText, readBody, sha256 } from "../content/index.ts";
import { writeBundle } from "../search/bundle.ts";
import type { SearchDocument } from "../search/record.ts";
import { writeDigests } from "./kept-folders.ts";

/** A search bundle to be made. Plain data, so that a process of its own can take it. */
export interface SearchBundle {
	readonly contentDirectory: string;
	/** Does not exist yet; appears complete or not at all. */
	readonly directory: string;
	/** Oldest first: what is known of each article without its body, and where that lies. */
	readonly articles: readonly {
		readonly file: string;
		/** Caption of its main picture. */
		readonly caption?: string;
		readonly frame: Omit<SearchDocument, "text">;
	}[];
}

/** Makes a bundle in the cache. */
export async function makeSearchBundle({
	contentDirectory,
	directory,
	articles,
}: SearchBundle): Promise<void> {
	const unfinished = `${directory}.${process.pid}`;
	await rm(unfinished, { recursive: true, force: true });
	await mkdir(unfinished, { recursive: true });
	const digests: [path: string, digest: string][] = [];
	await writeBundle(documents(contentDirectory, articles), unfinished, (path, content) =>
		digests.push([path, sha256(content)]),
	);
	digests.sort(([a], [b]) => (a < b ? -1 : 1));
	await writeDigests(unfinished, Object.fromEntries(digests));
	// Where another build was quicker with the same bundle, this one goes.
	await rename(unfinished, directory).catch(() => rm(unfinished, { recursive: true, force: true }));
}

async function* documents(
	contentDirectory: string,
	articles: SearchBundle["articles"],
): AsyncGenerator<SearchDocument> {
	for (const { file, caption, frame } of articles) {
		const body = readBody(file, await readFile(join(contentDirectory, file)));
		const { text, captions } = plainText(body);
		yield { ...frame, text: [text, caption, ...captions].filter(Boolean).join("\n") };
	}
}
