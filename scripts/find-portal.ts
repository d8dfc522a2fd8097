import { statSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The folder of the portal that a folder lies in: the nearest one, upwards, with `content/site.yml`. Where there is
 * none, the folder itself if it has a folder `content`, whose settings may be what is missing.
 *
 * @param directory absolute
 */
export function findPortal(directory: string): string | undefined {
	for (let folder = directory; ; folder = dirname(folder)) {
		if (statSync(join(folder, "content/site.yml"), { throwIfNoEntry: false })?.isFile()) return folder;
		if (dirname(folder) === folder) break;
	}
	const content = statSync(join(directory, "content"), { throwIfNoEntry: false });
	return content?.isDirectory() ? directory : undefined;
}
