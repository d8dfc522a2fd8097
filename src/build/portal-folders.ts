import { basename, dirname, join, resolve } from "node:path";

/** The portal's folders beside its content. None of them needs to exist. */
export interface PortalFolders {
	/** Its own texts, colours, fonts. */
	readonly theme: string;
	/** Its own Eleventy templates. */
	readonly pages: string;
}

/**
 * The folders beside a folder named `content`. A content folder with another name is not in a portal, so the folders
 * beside it do not belong to it.
 */
export function foldersBeside(contentDirectory: string): PortalFolders | undefined {
	const content = resolve(contentDirectory);
	if (basename(content) !== "content") return undefined;
	return { theme: join(dirname(content), "theme"), pages: join(dirname(content), "pages") };
}
