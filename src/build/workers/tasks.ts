/** What a build gives its workers to do. */
import type { FileDocument } from "../../content/index.ts";
import type { FinderSegment } from "../indexing/finder-part.ts";
import type { PagefindBundle } from "../indexing/pagefind-bundle.ts";
import type { FileLinks } from "../writing/file-tree.ts";
import type { RenderBatch, WrittenFile } from "../writing/render-batch.ts";

export type Task =
	/** Loads the code that makes indexes, before there is one to be made. */
	| { readonly kind: "load" }
	| { readonly kind: "read"; readonly directory: string; readonly files: readonly string[] }
	| { readonly kind: "render"; readonly batch: RenderBatch }
	| { readonly kind: "pagefind"; readonly bundle: PagefindBundle }
	| { readonly kind: "finder"; readonly segment: FinderSegment }
	| { readonly kind: "link"; readonly links: FileLinks };

/** What each kind of task results in. */
export interface TaskResults {
	readonly load: undefined;
	readonly read: readonly FileDocument[];
	readonly render: readonly WrittenFile[];
	readonly pagefind: undefined;
	readonly finder: undefined;
	readonly link: undefined;
}

export type TaskReply =
	| { readonly result: TaskResults[Task["kind"]] }
	| {
			readonly failure: string;
			/** Why the system refused something, and for which file, where that is what failed. */
			/** Which of the portal's own components failed, and why, where that is what failed. */
			readonly component?: { readonly name: string; readonly reason: string | undefined };
			readonly refusal?: { readonly code: string; readonly path?: string };
	  };
