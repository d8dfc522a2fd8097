import type { SearchDocument } from "../../search/pagefind/record.ts";
import { writeBundle } from "../../search/pagefind/write-bundle.ts";
import { makeFolder } from "../cache/cached-folders.ts";
import { type ArticleFrame, withText } from "./with-text.ts";

/** A Pagefind bundle to be made. Plain data, so that a process of its own can take it. */
export interface PagefindBundle {
	readonly contentDirectory: string;
	/** Does not exist yet; appears complete or not at all. */
	readonly directory: string;
	/** Oldest first. */
	readonly articles: readonly ArticleFrame<Omit<SearchDocument, "text">>[];
}

/** Makes a bundle in the cache. */
export async function makePagefindBundle({
	contentDirectory,
	directory,
	articles,
}: PagefindBundle): Promise<void> {
	await makeFolder(directory, (unfinished, onFile) =>
		writeBundle(withText(contentDirectory, articles), unfinished, onFile),
	);
}
