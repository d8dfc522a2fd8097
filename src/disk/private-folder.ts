import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Makes a folder for passwords and unpublished texts, if it does not exist. Only its owner may read it. Git ignores it,
 * so `git add --all` never adds it.
 */
export async function makePrivateFolder(directory: string): Promise<void> {
	await mkdir(directory, { recursive: true, mode: 0o700 });
	await writeFile(join(directory, ".gitignore"), "*\n");
}
