import { existsSync } from "node:fs";
import { join } from "node:path";

/**
 * A file or folder of the collection of real articles and documents, by its path in it. The collection is for tests
 * alone; nothing of it may be copied into the project.
 *
 * @throws where it is not there
 */
export function realText(path: string): string {
	const full = join(process.env.TINTINH_REAL_TEXTS ?? "", path);
	if (!existsSync(full))
		throw new Error(`${full} does not exist. TINTINH_REAL_TEXTS names the folder of real texts.`);
	return full;
}
