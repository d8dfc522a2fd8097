/** What the desk and its build process tell each other. */
import type { BuildOptions, BuildReport } from "../../build/build.ts";
import type { ContentProblem } from "../../content/index.ts";

export type BuildRequest = Omit<BuildOptions, "progress">;

export type BuildReply =
	| {
			readonly kind: "built";
			readonly report: BuildReport;
			/** What is worth a look and keeps nothing from being built. */
			readonly warnings: readonly ContentProblem[];
			readonly milliseconds: number;
	  }
	| {
			readonly kind: "problems";
			readonly problems: readonly ContentProblem[];
			readonly warnings: readonly ContentProblem[];
	  }
	| { readonly kind: "failed"; readonly text: string };
