import { readFile } from "node:fs/promises";
import { writeFileAtomically } from "../disk/atomic-write.ts";
import { undefinedIfMissing } from "../disk/undefined-if-missing.ts";

/** A text file's content; undefined if it does not exist. */
export function readIfThere(path: string): Promise<string | undefined> {
	return readFile(path, "utf8").catch(undefinedIfMissing);
}

/**
 * Writes a file atomically and creates missing folders. It does not wait for the disk, which would double the time: an
 * interrupted import can be repeated.
 */
export function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
	return writeFileAtomically(path, content, { flush: false });
}
