/**
 * Detects without reading a document that a build would change nothing: files, code and current tree are those of the
 * last build, and nothing scheduled has become due since. Losing the record costs only time.
 */
import { lstat } from "node:fs/promises";
import { join } from "node:path";
import type { ContentListing, ContentProblem } from "../../content/index.ts";
import { sha256 } from "../../disk/digest.ts";
import { readRecord, writeRecord } from "../../disk/sealed-file.ts";
import type { IsoDateTime } from "../../model/ids.ts";
import type { CachedFolder, FolderNames } from "../cache/cached-folders.ts";
import { manifestFile } from "../writing/manifest.ts";
import { findTrees } from "../writing/site-trees.ts";
import { digestOfAllCode } from "./code-digest.ts";

/** The record of a build. */
export interface LastBuild {
	readonly articles: number;
	readonly files: number;
	/** The moment at which it was built. */
	readonly from: IsoDateTime;
	/** From this moment on, the same files may give a different site. */
	readonly until: IsoDateTime;
	/** The folders of the site that come from the cache as a whole. */
	readonly folders: readonly CachedFolder[];
	/** Its warnings. */
	readonly warnings: readonly ContentProblem[];
}

interface Remembered extends LastBuild {
	readonly inputs: string;
	/** The stamp of the tree that it wrote. */
	readonly tree: string;
}

export interface LastBuildOptions {
	/** The record's path. */
	readonly file: string;
	readonly outputDirectory: string;
	readonly search: boolean;
	/** The content at the beginning of the build; `remember` relies on that. */
	readonly content: ContentListing;
	/** Digest of the portal's theme and of its own pages. */
	readonly theme: string;
}

export interface LastBuildMemory {
	/** The last build, if a build at this moment would give the same result; undefined if that is unknown. */
	find(now: IsoDateTime): Promise<LastBuild | undefined>;
	/** The folders of the current tree; undefined if the last build did not write it. */
	currentFolders(): Promise<FolderNames | undefined>;
	/** Remembers a build that has just ended; does nothing if its files cannot be identified. */
	remember(build: LastBuild): Promise<void>;
}

export function lastBuildMemory(options: LastBuildOptions): LastBuildMemory {
	const { file, outputDirectory } = options;
	let inputs: Promise<string | undefined> | undefined;
	const digest = () => {
		inputs ??= digestOfInputs(options);
		return inputs;
	};
	/** The record, if its tree is still the current one. */
	async function read(): Promise<Remembered | undefined> {
		const last = (await readRecord(file)) as Remembered | undefined;
		return last && last.tree === (await stampOfTree(outputDirectory)) ? last : undefined;
	}

	return {
		async find(now) {
			const last = await read();
			if (!last || now < last.from || now >= last.until) return undefined;
			return last.inputs === (await digest()) ? last : undefined;
		},
		async currentFolders() {
			const last = await read();
			return last && new Map(last.folders.map(({ address, name }) => [address, name]));
		},
		async remember(build) {
			const inputs = await digest();
			const tree = await stampOfTree(outputDirectory);
			if (inputs === undefined || tree === undefined) return;
			const remembered: Remembered = { ...build, inputs, tree };
			await writeRecord(file, remembered);
		},
	};
}

async function digestOfInputs({ search, content, theme }: LastBuildOptions): Promise<string | undefined> {
	const files = content.digest();
	return files && sha256([String(search), theme, await digestOfAllCode(), files].join("\n"));
}

/** A stamp that changes whenever a build writes a tree: a manifest is written once and never changed. */
async function stampOfTree(outputDirectory: string): Promise<string | undefined> {
	const { current } = await findTrees(outputDirectory);
	const status = current && (await lstat(join(current, manifestFile)).catch(() => undefined));
	return status ? `${current} ${status.size} ${status.mtimeMs} ${status.ino}` : undefined;
}
