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
	/** Prepared pictures by their path in the body, not percent-encoded. @default {} */
	readonly pictures?: Readonly<Record<string, Picture>>;
	/** The site's texts. @default strings */
	readonly messages?: Messages;
	/** The level of the heading above the text. @default 1 */
	readonly below?: number;
}

const parser = createParser().use(links).use(figures).use(headings).use(tables).use(videos);

/** Renders a body as safe HTML: everything that is not Markdown is escaped. */
export function renderMarkdown(
	body: string,
	{ pictures = {}, messages = strings, below = 1 }: RenderOptions = {},
): string {
	return parser.render(body, { pictures, messages, below } satisfies RenderEnvironment);
}
