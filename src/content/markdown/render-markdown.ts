import { type Messages, strings } from "../../messages/index.ts";
import type { RenderEnvironment } from "./environment.ts";
import { figures } from "./figures.ts";
import { headings } from "./headings.ts";
import { links } from "./links.ts";
import { createParser } from "./parser.ts";
import type { Picture } from "./picture.ts";
import { tables } from "./tables.ts";
import { videos } from "./videos.ts";

export interface RenderOptions {
	/** Prepared pictures by the path that the body writes, not percent-encoded. @default {} */
	readonly pictures?: Readonly<Record<string, Picture>>;
	/** What stands beside the body's own words. @default strings */
	readonly messages?: Messages;
	/** The level of the heading that the text stands under. @default 1 */
	readonly below?: number;
}

const parser = createParser().use(links).use(figures).use(headings).use(tables).use(videos);

/** A body as HTML that is safe to show: what the Markdown itself does not say is escaped. */
export function renderMarkdown(
	body: string,
	{ pictures = {}, messages = strings, below = 1 }: RenderOptions = {},
): string {
	return parser.render(body, { pictures, messages, below } satisfies RenderEnvironment);
}
