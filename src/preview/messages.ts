/** What the preview and its build process tell each other. */
import type { BuildOptions, BuildReport } from "../build/build.ts";

export type BuildRequest = Omit<BuildOptions, "progress">;

export type BuildReply =
	| { readonly kind: "built"; readonly report: BuildReport; readonly milliseconds: number }
	/** The content's problems, ready to be printed. */
	| { readonly kind: "problems"; readonly text: string }
	| { readonly kind: "failed"; readonly text: string };
