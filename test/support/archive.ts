import {
	type ArchivePortalOptions,
	type ArchivePortalResult,
	archivePortal,
} from "../../src/build/archives/archive-portal.ts";
import { formatProblems } from "../../src/content/index.ts";

/**
 * Makes an archive of valid content.
 * @throws with every problem of the content
 */
export async function makeTestArchive(
	options: ArchivePortalOptions,
): Promise<NonNullable<ArchivePortalResult["result"]>> {
	const { result, problems } = await archivePortal(options);
	if (!result) throw new Error(formatProblems(problems, options.contentDirectory));
	return result;
}
