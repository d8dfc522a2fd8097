import { existsSync } from "node:fs";
import { readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Measurement, measure } from "../bench/measure.ts";
import type { Prepared } from "./prepare.ts";

/** What an index cost and what it is. */
export interface IndexFigures extends Measurement {
	readonly files: number;
	/** In bytes. */
	readonly size: number;
	/** How many were indexed. */
	readonly articles: number;
}

export interface MadeIndex {
	readonly directory: string;
	readonly figures: IndexFigures;
}

/**
 * Makes an index in a process of its own and measures that.
 *
 * @param index `finder`, `pagefind` (stock), a period for a bundle of ours, or `archive` for those of all years
 * @param reuse whether one that was made before will do; its figures are those of then
 * @param most stock Pagefind is given no more articles than this, the oldest
 */
export async function makeIndex(
	index: string,
	{ articlesDirectory, directory, articles }: Pick<Prepared, "articlesDirectory" | "directory" | "articles">,
	reuse: boolean,
	most = articles,
): Promise<MadeIndex> {
	const indexed = Math.min(most, articles);
	const output = join(directory, `index-${index}${most < articles ? `-${most}` : ""}`);
	const figuresFile = `${output}.json`;
	if (reuse && existsSync(figuresFile)) {
		const kept = JSON.parse(await readFile(figuresFile, "utf8")) as Omit<IndexFigures, "articles">;
		return { directory: output, figures: { ...kept, articles: indexed } };
	}
	await rm(output, { recursive: true, force: true });
	const measured = await measure(process.execPath, [
		...["--import", "tsx/esm", fileURLToPath(new URL("make-index.ts", import.meta.url))],
		...[index, articlesDirectory, output, String(most)],
	]);
	const figures = { ...measured, ...(await sizeOf(output)), articles: indexed };
	await writeFile(figuresFile, JSON.stringify(figures));
	return { directory: output, figures };
}

async function sizeOf(directory: string): Promise<{ files: number; size: number }> {
	let files = 0;
	let size = 0;
	for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile()) continue;
		files++;
		size += (await stat(join(entry.parentPath, entry.name))).size;
	}
	return { files, size };
}
