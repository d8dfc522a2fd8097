import type { MarkdownIt, Token } from "markdown-it";
import { slugify } from "../../text/index.ts";

/** The page's title is its only h1, so the highest heading of a body is an h2. */
const highestLevel = 2;

/**
 * Moves a body's headings so that the highest is an h2 and none is more than one level below the one before it, and
 * names each for links: `muc-` and its slug. The prefix keeps them apart from the ids of the page around.
 */
export function headings(parser: MarkdownIt): void {
	parser.core.ruler.after("inline", "headings", (state) => {
		const openings = [...state.tokens.entries()].filter(([, { type }]) => type === "heading_open");
		const shift = highestLevel - Math.min(...openings.map(([, token]) => levelOf(token)));
		const taken = new Set<string>();
		let previous = highestLevel - 1;
		for (const [index, opening] of openings) {
			const level = Math.min(levelOf(opening) + shift, previous + 1);
			previous = level;
			opening.tag = `h${level}`;
			// The heading's text and its end.
			const [inline, closing] = state.tokens.slice(index + 1, index + 3);
			if (closing) closing.tag = opening.tag;
			opening.attrSet("id", freeId(textOf(inline), taken));
		}
	});
}

function levelOf(opening: Token): number {
	return Number(opening.tag.slice(1));
}

function textOf(inline: Token | undefined): string {
	return (inline?.children ?? []).map(({ content }) => content).join("");
}

function freeId(text: string, taken: Set<string>): string {
	const base = `muc-${slugify(text) || "khong-ten"}`;
	let id = base;
	for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`;
	taken.add(id);
	return id;
}
