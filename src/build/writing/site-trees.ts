/**
 * The two trees of the site. Both lie beside the output, a symbolic link to the current one. A build brings the next
 * tree up to date, makes it the current one, and brings the former one up to it by links, so that the next build finds
 * all but its own changes in place. Readers see the old site or the new one, and a build that fails or is killed
 * leaves the old one as it was.
 */
import { lstat, readdir, readlink, rename, rm, rmdir, symlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { manifestFile } from "./manifest.ts";

export interface SiteTrees {
	/** The tree that readers see; undefined before the first build. */
	readonly current: string | undefined;
	/** The tree to be written. Like the current one, or what a killed build left. */
	readonly next: string;
	/** The one of the two that is not next. */
	readonly other: string;
}

/** The output is a folder or file that no build of ours made. */
export class ForeignOutputError extends Error {}

/** Finds the trees of an output folder: `._site.a` and `._site.b` beside `_site`. @throws ForeignOutputError */
export async function findTrees(output: string): Promise<SiteTrees> {
	const a = `.${basename(output)}.a`;
	const b = `.${basename(output)}.b`;
	const parent = dirname(output);
	const status = await lstat(output).catch(() => undefined);
	if (status?.isDirectory() && (await readdir(output)).length === 0) await rmdir(output);
	else if (status && !status.isSymbolicLink()) throw new ForeignOutputError(output);
	const target = status?.isSymbolicLink() ? basename(await readlink(output)) : undefined;
	if (target !== undefined && target !== a && target !== b) throw new ForeignOutputError(output);
	const [next, other] = target === a ? [b, a] : [a, b];
	return {
		current: target === undefined ? undefined : join(parent, target),
		next: join(parent, next),
		other: join(parent, other),
	};
}

/** Has the next build write every file: a tree without a manifest counts as empty. */
export async function discardManifests(output: string): Promise<void> {
	const { current, next } = await findTrees(output);
	for (const tree of [current, next])
		if (tree !== undefined) await rm(join(tree, manifestFile), { force: true });
}

/** Makes the next tree the current one, in a single step of the file system. */
export async function switchTrees(output: string, { next }: SiteTrees): Promise<void> {
	const fresh = join(dirname(output), `.${basename(output)}.link`);
	await rm(fresh, { force: true });
	await symlink(basename(next), fresh);
	await rename(fresh, output);
}
