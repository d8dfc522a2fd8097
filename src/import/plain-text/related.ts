import type { Block } from "./blocks.ts";

const sentenceEnd = /[.!?…”"]$/;
const headlineEnd = /[^.…:;,]$/;
const longestTitle = 200;

/**
 * Removes related stories from the end of an article: two or more adjacent blocks, each a headline with its lead below.
 * Text after them, such as a by-line, stays.
 */
export function splitRelated(blocks: readonly Block[]): {
	readonly body: Block[];
	/** For each story the headline, then the lines of its lead. */
	readonly related: readonly (readonly string[])[];
} {
	let end = blocks.length;
	// A by-line may follow the stories.
	while (end > 0 && blocks.length - end < 2 && !isStory(blocks[end - 1])) end -= 1;
	let start = end;
	while (start > 0 && isStory(blocks[start - 1])) start -= 1;
	if (end - start < 2 || start === 0) return { body: [...blocks], related: [] };
	return {
		body: [...blocks.slice(0, start), ...blocks.slice(end)],
		related: blocks.slice(start, end).map(({ lines }) => lines),
	};
}

function isStory(block: Block | undefined): boolean {
	const [title = "", lead = "", ...others] = block?.lines ?? [];
	return (
		others.length === 0 && title.length <= longestTitle && headlineEnd.test(title) && sentenceEnd.test(lead)
	);
}
