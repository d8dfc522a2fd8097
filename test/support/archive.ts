import type { ArchiveResult } from "../../src/archive/index.ts";
import { type ArchivePortalOptions, archivePortal } from "../../src/build/archives/archive-portal.ts";
import { formatProblems } from "../../src/content/index.ts";

/** Makes an archive of content in which nothing is wrong. @throws with every problem of it */
export async function makeTestArchive(options: ArchivePortalOptions): Promise<ArchiveResult> {
	const { result, problems } = await archivePortal(options);
	if (!result) throw new Error(formatProblems(problems, options.contentDirectory));
	return result;
}
