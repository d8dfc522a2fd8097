/**
 * The finished folders of an index in the cache. Each goes by a name that holds a digest of what it was made from, and
 * becomes a folder of the site. One that the published site has already is not looked into.
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sealText, sha256, unsealText } from "../../content/index.ts";
import { asUrlPath, type UrlPath } from "../../model/ids.ts";
import type { OnFile } from "../../search/finder-writer/segment-folder.ts";
import type { StaticFile } from "../static-files/static-file.ts";

export interface KeptFolder {
	/** Where the site has its files, and nothing else; ends with a slash. */
	readonly address: UrlPath;
	/** Where the paths of its files begin: its address, or one above. */
	readonly root: UrlPath;
	readonly name: string;
}

/** The folders of the published site, by address. */
export type PublishedFolders = ReadonlyMap<UrlPath, string>;

export function isPublished(published: PublishedFolders, { address, name }: KeptFolder): boolean {
	return published.get(address) === name;
}

/** What a part of the build gives the site. */
export interface FolderFiles {
	/** The files of its folders that are not published yet, and those outside all folders. */
	readonly files: readonly StaticFile[];
	readonly folders: readonly KeptFolder[];
}

/** Digests of a folder's files, by path below it; stands beside them, and is not part of the site. */
type FileDigests = Readonly<Record<string, string>>;

const digestsFile = "digests.json";

/** Makes a folder in the cache. It appears complete or not at all. */
export async function makeFolder(
	directory: string,
	make: (unfinished: string, onFile: OnFile) => Promise<void>,
): Promise<void> {
	const unfinished = `${directory}.${process.pid}`;
	await rm(unfinished, { recursive: true, force: true });
	await mkdir(unfinished, { recursive: true });
	// Digests of what is written, not of what lies there: a hundred thousand files need not be read again.
	const digests: [path: string, digest: string][] = [];
	await make(unfinished, (path, content) => digests.push([path, sha256(content)]));
	digests.sort(([a], [b]) => (a < b ? -1 : 1));
	await writeDigests(unfinished, Object.fromEntries(digests));
	// Where another build was quicker with the same folder, this one goes.
	await rename(unfinished, directory).catch(() => rm(unfinished, { recursive: true, force: true }));
}

/** Tells of a folder that it is finished. */
export async function writeDigests(folder: string, digests: FileDigests): Promise<void> {
	await writeFile(join(folder, digestsFile), sealText(JSON.stringify(digests)));
}

export class KeptFolders {
	readonly directory: string;
	readonly #published: PublishedFolders;
	readonly #digests = new Map<string, FileDigests>();

	constructor(directory: string, published: PublishedFolders) {
		this.directory = directory;
		this.#published = published;
	}

	pathOf({ name }: Pick<KeptFolder, "name">): string {
		return join(this.directory, name);
	}

	/** Whether nothing has to be made for the site to have the folder. Removes what cannot be believed. */
	async has(folder: KeptFolder): Promise<boolean> {
		if (isPublished(this.#published, folder)) return true;
		if (await this.#digestsOf(folder)) return true;
		await rm(this.pathOf(folder), { recursive: true, force: true });
		return false;
	}

	/** The files of those folders that the published site does not have. */
	async unpublishedFiles(folders: readonly KeptFolder[]): Promise<StaticFile[]> {
		const files: StaticFile[] = [];
		for (const folder of folders) {
			if (isPublished(this.#published, folder)) continue;
			const path = this.pathOf(folder);
			for (const [file, sha256] of Object.entries((await this.#digestsOf(folder)) ?? {})) {
				const address = asUrlPath(folder.root + file);
				files.push({ address, source: `${path}/${file}`, identity: sha256, kept: { sha256, folder: path } });
			}
		}
		return files;
	}

	/** Removes every folder and file but these. */
	async forgetOthers(names: Iterable<string>): Promise<void> {
		const kept = new Set(names);
		for (const name of await readdir(this.directory).catch(() => [])) {
			if (!kept.has(name)) await rm(join(this.directory, name), { recursive: true, force: true });
		}
	}

	async #digestsOf({ name }: KeptFolder): Promise<FileDigests | undefined> {
		const known = this.#digests.get(name);
		if (known) return known;
		const sealed = await readFile(join(this.directory, name, digestsFile), "utf8").catch(() => "");
		const text = unsealText(sealed);
		if (text === undefined) return undefined;
		const digests = JSON.parse(text) as FileDigests;
		this.#digests.set(name, digests);
		return digests;
	}
}
