import { basename, dirname, join, resolve } from "node:path";

/** The folders of a portal that stand beside its content. None of them needs to exist. */
export interface PortalFolders {
	/** Its own texts, colours, fonts. */
	readonly theme: string;
	/** Its own Eleventy templates. */
	readonly pages: string;
}

/**
 * What stands beside a folder `content`. A content folder of another name belongs to no portal: what lies beside it is
 * somebody else's.
 */
export function foldersBeside(contentDirectory: string): PortalFolders | undefined {
	const content = resolve(contentDirectory);
	if (basename(content) !== "content") return undefined;
	return { theme: join(dirname(content), "theme"), pages: join(dirname(content), "pages") };
}
