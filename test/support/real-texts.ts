import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

const named = process.env.TINTINH_REAL_TEXTS;
const folder = named ?? resolve(import.meta.dirname, "../../../shared");

/**
 * Whether the collection is named explicitly, so that all of it is tested. A collection that just lies beside the
 * repository is only sampled.
 */
export const isWholeCollection = named !== undefined;

/**
 * A file or folder of the collection of real articles and documents, by its path in it. The collection is only for
 * tests; nothing of it may be copied into the project.
 *
 * @throws if it does not exist
 */
export function realText(path: string): string {
	const full = join(folder, path);
	if (!existsSync(full))
		throw new Error(`${full} does not exist. TINTINH_REAL_TEXTS names the folder of real texts.`);
	return full;
}

/** All items of a list, or only every n-th if the collection is just sampled. */
export function sampled<Item>(items: readonly Item[], everyNth: number): Item[] {
	return isWholeCollection ? [...items] : items.filter((_, index) => index % everyNth === 0);
}
