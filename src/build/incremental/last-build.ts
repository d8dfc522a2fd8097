/**
 * Tells without reading a document that a build would change nothing: the files, the code and the published tree are
 * those of the last build, and nothing has come due since. Remembered beside the other caches; losing it costs time.
 */
import { lstat, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ContentListing } from "../../content/index.ts";
import { sealText, sha256, unsealText } from "../../content/index.ts";
import type { IsoDateTime } from "../../model/ids.ts";
import type { KeptFolder, PublishedFolders } from "../cache/cached-folders.ts";
import { manifestFile } from "../writing/manifest.ts";
import { findTrees } from "../writing/site-trees.ts";
import { digestOfAllCode } from "./code-digest.ts";

/** What a build left behind. */
export interface LastBuild {
	readonly articles: number;
	readonly files: number;
	/** Its clock. */
	readonly from: IsoDateTime;
	/** From this moment on the same files may give another site. */
	readonly until: IsoDateTime;
	/** Those that it copied whole from the cache. */
	readonly folders: readonly KeptFolder[];
	/** Those of its pages that rested. */
	readonly settled: readonly KeptFolder[];
}

/** The folders of the site that is published. */
export type StandingFolders = Readonly<Record<"folders" | "settled", PublishedFolders>>;

interface Remembered extends LastBuild {
	readonly inputs: string;
	readonly published: string;
}

export interface LastBuildOptions {
	/** Where it is remembered. */
	readonly file: string;
	readonly outputDirectory: string;
	readonly search: boolean;
	/** As it was when the build began: `remember` counts on it. */
	readonly content: ContentListing;
}

export interface LastBuildMemory {
	/** The last build, where one at this moment would give the same; undefined where that cannot be told. */
	find(now: IsoDateTime): Promise<LastBuild | undefined>;
	/** The folders of the last build, where what is published is still its site. */
	publishedFolders(): Promise<StandingFolders>;
	/** Remembers a build that has just ended; does nothing where its files cannot be told from others. */
	remember(build: LastBuild): Promise<void>;
}

export function lastBuildMemory(options: LastBuildOptions): LastBuildMemory {
	const { file, outputDirectory } = options;
	let inputs: Promise<string | undefined> | undefined;
	const digest = () => {
		inputs ??= digestOfInputs(options);
		return inputs;
	};
	/** What was remembered, where the site that was published then is still published. */
	async function read(): Promise<Remembered | undefined> {
		const text = unsealText(await readFile(file, "utf8").catch(() => ""));
		if (text === undefined) return undefined;
		const last = JSON.parse(text) as Remembered;
		return last.published === (await stampOfPublished(outputDirectory)) ? last : undefined;
	}

	return {
		async find(now) {
			const last = await read();
			if (!last || now < last.from || now >= last.until) return undefined;
			return last.inputs === (await digest()) ? last : undefined;
		},
		async publishedFolders() {
			const { folders = [], settled = [] } = (await read()) ?? {};
			return { folders: byAddress(folders), settled: byAddress(settled) };
		},
		async remember(build) {
			const inputs = await digest();
			const published = await stampOfPublished(outputDirectory);
			if (inputs === undefined || published === undefined) return;
			const remembered: Remembered = { ...build, inputs, published };
			await mkdir(dirname(file), { recursive: true });
			const unfinished = `${file}.${process.pid}`;
			await writeFile(unfinished, sealText(JSON.stringify(remembered)));
			await rename(unfinished, file);
		},
	};
}

function byAddress(folders: readonly KeptFolder[]): PublishedFolders {
	return new Map(folders.map(({ address, name }) => [address, name]));
}

async function digestOfInputs({ search, content }: LastBuildOptions): Promise<string | undefined> {
	const files = content.digest();
	return files && sha256([String(search), await digestOfAllCode(), files].join("\n"));
}

/** Changes whenever a build publishes: a manifest is written once and never touched again. */
async function stampOfPublished(outputDirectory: string): Promise<string | undefined> {
	const { published } = await findTrees(outputDirectory);
	const status = published && (await lstat(join(published, manifestFile)).catch(() => undefined));
	return status ? `${published} ${status.size} ${status.mtimeMs} ${status.ino}` : undefined;
}
