/**
 * The published site and the one being made. Both lie beside the output, which is a symbolic link to the former: a
 * reader sees the old site or the new one, never half of either, and a build that fails or is killed leaves the old
 * one as it was. The two take turns, so that a build touches only the files that changed since the one before last.
 */
import { link, lstat, mkdir, readdir, readlink, rename, rm, rmdir, symlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** The names of the two trees of an output folder `_site`: `._site.a`, `._site.b`. */
function treeNames(output: string): readonly [string, string] {
	return [`.${basename(output)}.a`, `.${basename(output)}.b`];
}

export interface SiteTrees {
	/** The published tree; undefined before the first build. */
	readonly published: string | undefined;
	/** The tree to be brought up to date. May hold the site before last, or what a killed build left. */
	readonly next: string;
}

/** The output is a folder or file that no build of ours made. */
export class ForeignOutputError extends Error {}

/** Finds the two trees of an output folder. @throws ForeignOutputError rather than touch what is not ours */
export async function findTrees(output: string): Promise<SiteTrees> {
	const parent = dirname(output);
	const [a, b] = treeNames(output);
	const status = await lstat(output).catch(() => undefined);
	if (status?.isDirectory() && (await readdir(output)).length === 0) await rmdir(output);
	else if (status && !status.isSymbolicLink()) throw new ForeignOutputError(output);
	const target = status?.isSymbolicLink() ? basename(await readlink(output)) : undefined;
	if (target !== undefined && target !== a && target !== b) throw new ForeignOutputError(output);
	return {
		published: target === undefined ? undefined : join(parent, target),
		next: join(parent, target === a ? b : a),
	};
}

/** Makes the next tree the published one, in a single step of the file system. */
export async function switchTrees(output: string, { next }: SiteTrees): Promise<void> {
	const fresh = `${join(dirname(output), `.${basename(output)}`)}.link`;
	await rm(fresh, { force: true });
	await symlink(basename(next), fresh);
	await rename(fresh, output);
}

/** Files of a tree, changed one at a time; folders come and go with them. */
export class TreeWriter {
	private readonly folders = new Set<string>();
	private readonly root: string;

	constructor(root: string) {
		this.root = root;
	}

	path(file: string): string {
		return join(this.root, file);
	}

	async makeFolder(file: string): Promise<void> {
		const folder = dirname(this.path(file));
		if (this.folders.has(folder)) return;
		await mkdir(folder, { recursive: true });
		this.folders.add(folder);
	}

	/** Takes a file over from another tree without copying its bytes. */
	async linkFrom(tree: string, file: string): Promise<void> {
		await this.remove(file);
		await this.makeFolder(file);
		await link(join(tree, file), this.path(file));
	}

	/** Removes a file, so that writing it anew leaves alone the same file of the other tree. */
	async remove(file: string): Promise<void> {
		await rm(this.path(file), { force: true, recursive: true });
	}

	/** Removes the folders that lost their last file. */
	async removeEmptyFolders(files: readonly string[]): Promise<void> {
		for (const file of files) {
			for (let folder = dirname(file); folder !== "."; folder = dirname(folder)) {
				const removed = await rmdir(this.path(folder)).then(
					() => true,
					() => false,
				);
				if (!removed) break;
			}
		}
	}
}
