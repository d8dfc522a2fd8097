/** The tasks that a build gives its workers. */
import type { FileDocument } from "../../content/index.ts";
import type { FinderSegment } from "../indexing/finder-part.ts";
import type { PagefindBundle } from "../indexing/pagefind-bundle.ts";
import type { FileLinks } from "../writing/file-tree.ts";
import type { RenderBatch, WrittenFile } from "../writing/render-batch.ts";

export type Task =
	/** Loads the code for indexing in advance. */
	| { readonly kind: "load" }
	| { readonly kind: "read"; readonly directory: string; readonly files: readonly string[] }
	| { readonly kind: "render"; readonly batch: RenderBatch }
	| { readonly kind: "pagefind"; readonly bundle: PagefindBundle }
	| { readonly kind: "finder"; readonly segment: FinderSegment }
	| { readonly kind: "link"; readonly links: FileLinks };

/** The result of each kind of task. */
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
			/** The portal's component that failed and why, if that is the cause. */
			readonly component?: { readonly name: string; readonly reason: string | undefined };
			/** The system error's code and file, if that is the cause. */
			readonly refusal?: { readonly code: string; readonly path?: string };
	  };
