import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";

/** Takes a file or folder away from where it lies, if it is there. */
export type Discard = (path: string) => Promise<void>;

/**
 * Keeps what is discarded until all has been measured. A file system takes for new files the place of those deleted in
 * the last minutes only when it must: after 150,000 deletions ext4 spends several times the CPU on each file that is
 * made (`recently_deleted` in fs/ext4/ialloc.c), which would be added to what the next build is measured with.
 *
 * @param directory on the file system of what will be discarded; holds all of it until `remove`
 */
export function setAside(directory: string): { readonly discard: Discard; remove(): Promise<void> } {
	return {
		async discard(path) {
			await mkdir(directory, { recursive: true });
			const { length } = await readdir(directory);
			await rename(path, join(directory, String(length))).catch((error: NodeJS.ErrnoException) => {
				if (error.code !== "ENOENT") throw error;
			});
		},
		remove: () => rm(directory, { recursive: true, force: true }),
	};
}
