import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Whether any file of a portal's own templates mentions collections. Eleventy walks through every collection that it
 * gets, so it gets none that no template uses.
 *
 * @param pagesDirectory need not exist
 */
export function asksForCollections(pagesDirectory: string): boolean {
	if (!existsSync(pagesDirectory)) return false;
	return readdirSync(pagesDirectory, { recursive: true, withFileTypes: true }).some(
		(entry) =>
			entry.isFile() && readFileSync(join(entry.parentPath, entry.name), "utf8").includes("collections"),
	);
}
