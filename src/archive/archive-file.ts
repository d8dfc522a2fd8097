/** A file of an archive, and what all of them are made from. */
import { say } from "../messages/index.ts";
import type { Portal } from "../model/portal.ts";
import type { PlanContext } from "../site/plan/context.ts";
import type { ArchiveAssets } from "./archive-assets.ts";
import type { PackedIndex } from "./finder-packs.ts";
import type { Layout } from "./layout.ts";
import { renderArchiveDocument } from "./pages/archive-document.tsx";
import { type Relocation, relocate } from "./relocate.ts";
import type { ArchiveView } from "./view.ts";
import type { EntryContent } from "./zip-writer.ts";

/** A file of an archive with its content. */
export interface ArchiveFile {
	readonly path: string;
	readonly content: EntryContent;
}

/** A file of the site that archives copy: its address below `/assets/`, and where its bytes are. */
export interface AssetFile {
	readonly address: string;
	readonly source: string;
}

export interface ArchiveMeans {
	readonly archive: ArchiveView;
	/** Of the archive's articles alone. */
	readonly context: PlanContext;
	/** Everything that readers can see, to name what is not in the archive. */
	readonly portal: Portal;
	readonly layout: Layout;
	readonly contentDirectory: string;
	/** Fonts, icon and what the theme brings. */
	readonly assets: readonly AssetFile[];
	/** The site's style sheet. */
	readonly css: string;
	readonly own: ArchiveAssets;
	/** Absent where the archive cannot be searched. */
	readonly index?: PackedIndex | undefined;
}

/** A text as the bytes of a file. */
export function textFile(path: string, text: string): ArchiveFile {
	return { path, content: { bytes: Buffer.from(text) } };
}

/** What is needed to relocate the addresses in a page of the archive. */
export function relocationOf(
	{ archive: { site }, layout }: Pick<ArchiveMeans, "archive" | "layout">,
	path: string,
): Relocation {
	return {
		path,
		placeOf: layout.placeOf,
		siteUrl: site.url,
		outNote: (url) => say(site, "offline.outside", { url }),
		pictureNote: (alt) =>
			alt === "" ? say(site, "offline.noPicture") : say(site, "offline.noPictureOf", { alt }),
	};
}

/** A page with relocated addresses. */
export function pageFile(
	means: Pick<ArchiveMeans, "archive" | "layout">,
	path: string,
	...document: [Parameters<typeof renderArchiveDocument>[1], Parameters<typeof renderArchiveDocument>[2]]
): ArchiveFile {
	const markup = renderArchiveDocument(means.archive, ...document);
	return textFile(path, relocate(markup, relocationOf(means, path)));
}
