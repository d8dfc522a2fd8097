import type { Env } from "markdown-it";
import type { Speaking } from "../../messages/index.ts";
import type { Picture } from "./picture.ts";

/** What the rules of `renderMarkdown` find in markdown-it's environment. */
export interface RenderEnvironment extends Speaking {
	/** Prepared pictures by the path that the body writes. */
	readonly pictures: Readonly<Record<string, Picture>>;
	/** The level of the heading that the text stands under. */
	readonly below: number;
}

/** @param env as markdown-it hands it to a rule of a parser that `renderMarkdown` alone calls */
export function environmentOf(env: Env | undefined): RenderEnvironment {
	return env as unknown as RenderEnvironment;
}
