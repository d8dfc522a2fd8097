import type { MarkdownIt, Token } from "markdown-it";
import { say, strings } from "../../messages/index.ts";
import { lengthIn, type StoryVideo } from "../../model/story.ts";
import { environmentOf, type RenderEnvironment } from "./environment.ts";
import { createParser } from "./parser.ts";

/** The origins of video players, for the site's content security policy. */
export const videoOrigins = ["https://www.youtube-nocookie.com"] as const;

const youTube =
	/^https:\/\/(?:(?:www\.|m\.)?youtube\.com\/(?:watch\?(?:[^#]*&)?v=|shorts\/|live\/|embed\/)|youtu\.be\/)([\w-]{11})(?![\w-])/;

/**
 * Marks a paragraph that is only a link to a YouTube video, so that a script can turn it into a player when it is
 * tapped. `data-player` is the player's address. Before that, and without the script, nothing is requested from other
 * hosts. If the link's text is an address, it is replaced by a text that says "video".
 */
export function videos(parser: MarkdownIt): void {
	parser.core.ruler.after("linkify", "videos", (state) => {
		state.tokens.forEach((token, index) => {
			const paragraph = state.tokens[index - 1];
			if (token.type !== "inline" || paragraph?.type !== "paragraph_open") return;
			const link = lonelyLink(token);
			const id = youTube.exec(String(link?.attrGet("href") ?? ""))?.[1];
			if (!link || id === undefined) return;
			paragraph.attrSet("class", "video");
			link.attrSet("data-player", `${videoOrigins[0]}/embed/${id}?autoplay=1`);
			const text = token.children?.[1];
			if (text && /^https:/.test(text.content))
				text.content = say(environmentOf(state.env), "body.watchVideo");
		});
	});
}

const parser = createParser().use(videos);

/** The first video of a body, with its length where the link's text or title ends with it: `Phóng sự (4:35)`. */
export function firstVideo(body: string): StoryVideo | undefined {
	if (!/youtu\.?be/.test(body)) return undefined;
	const env = { pictures: {}, messages: strings, below: 1 } satisfies RenderEnvironment;
	for (const { children } of parser.parse(body, env)) {
		const link = children?.find((child) => child.attrGet("data-player") !== null);
		if (!link) continue;
		const texts = [children?.[1]?.content, link.attrGet("title")].map((text) => String(text ?? ""));
		const seconds = texts.map(lengthIn).find((length) => length !== undefined);
		return seconds === undefined ? {} : { seconds };
	}
	return undefined;
}

/** The link of a paragraph that contains only one link around one piece of text. */
function lonelyLink({ children }: Token): Token | undefined {
	const [open, text, close] = children ?? [];
	const alone = children?.length === 3 && open?.type === "link_open" && text?.type === "text";
	return alone && close?.type === "link_close" ? open : undefined;
}
