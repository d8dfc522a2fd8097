import type { Env } from "markdown-it";
import type { Speaking } from "../../messages/index.ts";
import type { Picture } from "./picture.ts";

/** The environment of markdown-it for the rules of `renderMarkdown`. */
export interface RenderEnvironment extends Speaking {
	/** Prepared pictures by their path in the body. */
	readonly pictures: Readonly<Record<string, Picture>>;
	/** The level of the heading above the text. */
	readonly below: number;
}

/** @param env the environment in a rule of a parser that only `renderMarkdown` calls */
export function environmentOf(env: Env | undefined): RenderEnvironment {
	return env as unknown as RenderEnvironment;
}
