import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

const named = process.env.TINTINH_REAL_TEXTS;
const folder = named ?? resolve(import.meta.dirname, "../../../shared");

/** Whether all of the collection is asked for by its name; where it merely lies beside the repository, a sample has to do. */
export const isWholeCollection = named !== undefined;

/**
 * A file or folder of the collection of real articles and documents, by its path in it. The collection is for tests
 * alone; nothing of it may be copied into the project.
 *
 * @throws where it is not there
 */
export function realText(path: string): string {
	const full = join(folder, path);
	if (!existsSync(full))
		throw new Error(`${full} does not exist. TINTINH_REAL_TEXTS names the folder of real texts.`);
	return full;
}

/** Every so many of a list where a sample has to do, or all of them. */
export function sampled<Item>(items: readonly Item[], everyNth: number): Item[] {
	return isWholeCollection ? [...items] : items.filter((_, index) => index % everyNth === 0);
}
