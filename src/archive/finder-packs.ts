/** The finder's index of an archive, as a few scripts. */
import { mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import type { FinderDocument, FinderLabel } from "../search/finder/document.ts";
import { packScript } from "../search/finder/file-scripts.ts";
import { formatVersion, sealList, segmentListPath } from "../search/finder/format.ts";
import { readRewritings } from "../search/finder/rewritings.ts";
import { writeLabels } from "../search/finder-writer/write-labels.ts";
import { writeSegment } from "../search/finder-writer/write-segment.ts";

/** Bytes of a pack: a cluster of a stick. A search reads some ten packs whole, so they should be small. */
const usualSize = 32 * 1024;
/** A large index has larger packs instead of more, because many files take long to copy to a stick. */
const mostPacks = 1000;
/**
 * The number of packs is a multiple of this. So an index that shrank a little still overwrites all packs of the former
 * one.
 */
const packsAtOnce = 8;

export interface PackedIndex {
	/** The first file of each pack. */
	readonly firsts: readonly string[];
	/** The scripts of the packs, in order. */
	readonly scripts: () => AsyncGenerator<string>;
}

export interface IndexSource {
	/** Oldest first. */
	readonly documents: AsyncIterable<FinderDocument>;
	readonly labels: readonly FinderLabel[];
	readonly rewritings: readonly (readonly [meant: string, written: string])[];
}

/**
 * Writes the index of some articles as one segment, and packs it.
 *
 * @param directory does not exist yet; needed for as long as the scripts are read
 */
export async function packIndex(
	{ documents, labels, rewritings }: IndexSource,
	directory: string,
): Promise<PackedIndex> {
	await rm(directory, { recursive: true, force: true });
	await mkdir(directory, { recursive: true });
	const segment = await writeSegment(documents, {
		id: "closed",
		isNewest: false,
		hasDictionary: true,
		followers: false,
		directory,
		temporaryDirectory: directory,
		rewritings: readRewritings(rewritings),
	});
	const list = sealList({
		version: formatVersion,
		segments: segment.documents > 0 ? [segment] : [],
		rewritings,
		labels: writeLabels(labels, directory),
	});
	const files = [
		...(await filesBelow(directory)),
		{ path: segmentListPath, size: Buffer.byteLength(list) },
	].sort((a, b) => (a.path < b.path ? -1 : 1));
	const packs = pack(files);
	return {
		firsts: packs.map((paths) => paths[0] ?? ""),
		async *scripts() {
			for (const [number, paths] of packs.entries()) {
				const content = await Promise.all(
					paths.map(async (path) => ({
						path,
						bytes: path === segmentListPath ? Buffer.from(list) : await readFile(join(directory, path)),
					})),
				);
				yield packScript(number, content);
			}
			for (let number = packs.length; number % packsAtOnce !== 0; number++) yield packScript(number, []);
		},
	};
}

async function filesBelow(directory: string): Promise<{ path: string; size: number }[]> {
	const entries = await readdir(directory, { recursive: true, withFileTypes: true });
	const paths = entries
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name));
	const files: { path: string; size: number }[] = [];
	for (const path of paths) {
		const { size } = await stat(path);
		files.push({ path: relative(directory, path).replaceAll("\\", "/"), size });
	}
	return files;
}

function pack(files: readonly { readonly path: string; readonly size: number }[]): string[][] {
	const all = files.reduce((sum, file) => sum + sizeInPack(file), 0);
	const most = Math.max(usualSize, Math.ceil(all / mostPacks)) - packScript(mostPacks, []).length;
	const packs: string[][] = [];
	let size = most;
	for (const file of files) {
		const own = sizeInPack(file);
		if (size + own > most) {
			packs.push([]);
			size = 0;
		}
		packs.at(-1)?.push(file.path);
		size += own;
	}
	return packs;
}

/** In base64, with its path and what is around both. */
function sizeInPack({ path, size }: { readonly path: string; readonly size: number }): number {
	return 4 * Math.ceil(size / 3) + path.length + '"":"",'.length;
}
