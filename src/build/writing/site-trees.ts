/**
 * The two trees of the site, both beside the output, which is a symbolic link to the current one. A build updates the
 * next tree and makes it the current one. Then it links the new files into the former tree, so that the next build only
 * has to write its own changes. Readers see either the old site or the new one. A build that fails or is killed leaves
 * the old one unchanged.
 */
import { lstat, readdir, readlink, rename, rm, rmdir, symlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { manifestFile } from "./manifest.ts";

export interface SiteTrees {
	/** The tree that readers see; undefined before the first build. */
	readonly current: string | undefined;
	/** The tree to be written. It equals the current one, unless a build was killed. */
	readonly next: string;
	/** The other one of the two. */
	readonly other: string;
}

/** The output is a folder or file that was not made by a build. */
export class ForeignOutputError extends Error {}

/**
 * Finds the trees of an output folder: `._site.a` and `._site.b` beside `_site`.
 * @throws ForeignOutputError
 */
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

/** Makes the next build write every file, because a tree without a manifest counts as empty. */
export async function discardManifests(output: string): Promise<void> {
	const { current, next } = await findTrees(output);
	for (const tree of [current, next])
		if (tree !== undefined) await rm(join(tree, manifestFile), { force: true });
}

/** Makes the next tree the current one with an atomic rename. */
export async function switchTrees(output: string, { next }: SiteTrees): Promise<void> {
	const fresh = join(dirname(output), `.${basename(output)}.link`);
	await rm(fresh, { force: true });
	await symlink(basename(next), fresh);
	await rename(fresh, output);
}
