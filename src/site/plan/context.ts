import type { Speaking } from "../../messages/index.ts";
import type { ArticleId } from "../../model/ids.ts";
import type { Portal } from "../../model/portal.ts";
import type { ArchiveIndex } from "./archive-index.ts";
import type { PreparedFiles } from "./prepared-files.ts";

/** Everything that a view is made from. */
export interface PlanContext extends PreparedFiles, Speaking {
	readonly portal: Portal;
	readonly index: ArchiveIndex;
	/** The most read articles up to yesterday, most read first. Only for the home page, which changes every day. */
	readonly mostRead?: readonly ArticleId[];
	/** The office's colour, as `#a61b1b`. */
	readonly accent: string;
	/** A digest of the portal's own components; undefined if it has none. */
	readonly components?: string | undefined;
	/** Other servers to which the editor's page sends requests. */
	readonly editorOrigins?: readonly string[];
}
