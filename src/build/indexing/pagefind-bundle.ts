import type { SearchDocument } from "../../search/pagefind/record.ts";
import { writeBundle } from "../../search/pagefind/write-bundle.ts";
import { makeFolder } from "../cache/cached-folders.ts";
import { type ArticleFrame, withText } from "./with-text.ts";

/** The task of making a Pagefind bundle. It is plain data, so that it can be sent to another process. */
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
