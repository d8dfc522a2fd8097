/**
 * The finished folders of an index in the cache. Each has a digest of its inputs in its name and becomes a folder of
 * the site. A folder that the current tree already has is not read.
 */
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { makeFolderAtomically } from "../../disk/atomic-write.ts";
import { sha256 } from "../../disk/digest.ts";
import { readRecord, writeRecord } from "../../disk/sealed-file.ts";
import { asUrlPath, type UrlPath } from "../../model/ids.ts";
import type { OnFile } from "../../search/finder-writer/segment-folder.ts";
import type { StaticFile } from "../static-files/static-file.ts";

export interface CachedFolder {
	/** The folder of the site that contains only its files; ends with a slash. */
	readonly address: UrlPath;
	/** The address that the paths of its files are relative to: its own address, or one above. */
	readonly root: UrlPath;
	readonly name: string;
}

/** The names of the folders of the current tree, by address. */
export type FolderNames = ReadonlyMap<UrlPath, string>;

/** Whether the current tree already has this version of a folder. */
export function isCurrent(current: FolderNames | undefined, { address, name }: CachedFolder): boolean {
	return current?.get(address) === name;
}

/** The files that a part of the build adds to the site. */
export interface FolderFiles {
	/** The files of its folders that the current tree does not have, and those outside all folders. */
	readonly files: readonly StaticFile[];
	readonly folders: readonly CachedFolder[];
}

/** Digests of a folder's files, by path. The record is stored beside them and is not part of the site. */
type FileDigests = Readonly<Record<string, string>>;

const digestsFile = "digests.json";

/** Makes a folder in the cache. It appears complete or not at all. */
export async function makeFolder(
	directory: string,
	make: (unfinished: string, onFile: OnFile) => Promise<void>,
): Promise<void> {
	await makeFolderAtomically(directory, async (unfinished) => {
		// Digests are computed while writing, so that a hundred thousand files need not be read again.
		const digests: [path: string, digest: string][] = [];
		await make(unfinished, (path, content) => digests.push([path, sha256(content)]));
		digests.sort(([a], [b]) => (a < b ? -1 : 1));
		await writeDigests(unfinished, Object.fromEntries(digests));
	});
}

/** Marks a folder as finished. */
export async function writeDigests(folder: string, digests: FileDigests): Promise<void> {
	await writeRecord(join(folder, digestsFile), digests);
}

export class CachedFolders {
	readonly directory: string;
	readonly #current: FolderNames | undefined;
	readonly #digests = new Map<string, FileDigests>();

	constructor(directory: string, current: FolderNames | undefined) {
		this.directory = directory;
		this.#current = current;
	}

	pathOf({ name }: Pick<CachedFolder, "name">): string {
		return join(this.directory, name);
	}

	/** Whether the folder exists already, in the current tree or in the cache. Removes a damaged one. */
	async has(folder: CachedFolder): Promise<boolean> {
		if (isCurrent(this.#current, folder)) return true;
		if (await this.#digestsOf(folder)) return true;
		await rm(this.pathOf(folder), { recursive: true, force: true });
		return false;
	}

	/** The files of those folders that the current tree does not have. */
	async filesToCopy(folders: readonly CachedFolder[]): Promise<StaticFile[]> {
		const files: StaticFile[] = [];
		for (const folder of folders) {
			if (isCurrent(this.#current, folder)) continue;
			const path = this.pathOf(folder);
			for (const [file, sha256] of Object.entries((await this.#digestsOf(folder)) ?? {})) {
				const address = asUrlPath(folder.root + file);
				files.push({
					address,
					source: `${path}/${file}`,
					identity: sha256,
					cached: { sha256, folder: path },
				});
			}
		}
		return files;
	}

	/** Removes all other folders and files. */
	async removeOthers(names: Iterable<string>): Promise<void> {
		const cached = new Set(names);
		for (const name of await readdir(this.directory).catch(() => [])) {
			if (!cached.has(name)) await rm(join(this.directory, name), { recursive: true, force: true });
		}
	}

	async #digestsOf({ name }: CachedFolder): Promise<FileDigests | undefined> {
		const known = this.#digests.get(name);
		if (known) return known;
		const digests = (await readRecord(join(this.directory, name, digestsFile))) as FileDigests | undefined;
		if (digests) this.#digests.set(name, digests);
		return digests;
	}
}
