/** What a build gives its workers to do. */
import type { RenderBatch, WrittenFile } from "./render-batch.ts";
import type { SearchBundle } from "./search-bundle.ts";

export type Task =
	| { readonly kind: "render"; readonly batch: RenderBatch }
	| { readonly kind: "search"; readonly bundle: SearchBundle };

export type TaskReply =
	| { readonly result: readonly WrittenFile[] | undefined }
	| {
			readonly failure: string;
			/** Why the system refused something, and for which file, where that is what failed. */
			readonly refusal?: { readonly code: string; readonly path?: string };
	  };
