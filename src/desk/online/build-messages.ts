/** Messages between the desk and its build process. */
import type { BuildOptions, BuildReport } from "../../build/build-options.ts";
import type { ContentProblem } from "../../content/index.ts";

export type BuildRequest = Omit<BuildOptions, "progress">;

export type BuildReply =
	| {
			readonly kind: "built";
			readonly report: BuildReport;
			/** Warnings, which do not prevent a build. */
			readonly warnings: readonly ContentProblem[];
			readonly milliseconds: number;
	  }
	| {
			readonly kind: "problems";
			readonly problems: readonly ContentProblem[];
			readonly warnings: readonly ContentProblem[];
	  }
	| { readonly kind: "failed"; readonly text: string };
