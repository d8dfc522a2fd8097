import { lstat, readdir, readFile } from "node:fs/promises";
import { undefinedIfMissing } from "../disk/undefined-if-missing.ts";

/** The names in a folder; none if there is no such folder. @throws if it cannot be read */
export async function namesIfAny(
	folder: string,
	{ recursive = false }: { readonly recursive?: boolean } = {},
): Promise<readonly string[]> {
	return (await ifAny(folder, readdir(folder, { recursive }))) ?? [];
}

/** The bytes of a file; undefined if there is no such file. @throws if it cannot be read */
export function bytesIfAny(file: string): Promise<Buffer | undefined> {
	return ifAny(file, readFile(file));
}

function ifAny<Read>(path: string, read: Promise<Read>): Promise<Read | undefined> {
	return read.catch(async (error) => {
		// A link that leads nowhere is there.
		if (await isThere(path)) throw error;
		return undefinedIfMissing(error);
	});
}

function isThere(path: string): Promise<boolean> {
	return lstat(path).then(
		() => true,
		() => false,
	);
}
