import type { MarkdownIt, Token } from "markdown-it";
import { slugify } from "../../text/index.ts";
import { environmentOf } from "./environment.ts";

/** HTML's deepest heading. */
const deepestLevel = 6;

/**
 * Shifts a body's headings, so that the highest is one level below the heading above the text and no level is skipped.
 * Below a page's title they get ids for links: `muc-` and their slugs. The prefix avoids conflicts with the page's own
 * ids.
 */
export function headings(parser: MarkdownIt): void {
	parser.core.ruler.after("inline", "headings", (state) => {
		const openings = [...state.tokens.entries()].filter(([, { type }]) => type === "heading_open");
		const highest = openings.reduce((least, [, token]) => Math.min(least, levelOf(token)), deepestLevel);
		const { below } = environmentOf(state.env);
		const shift = below + 1 - highest;
		const names = new HeadingNames();
		let previous = below;
		for (const [index, opening] of openings) {
			const level = Math.min(levelOf(opening) + shift, previous + 1, deepestLevel);
			previous = level;
			opening.tag = `h${level}`;
			// The heading's text and its closing tag.
			const [inline, closing] = state.tokens.slice(index + 1, index + 3);
			if (closing) closing.tag = opening.tag;
			if (below === 1) opening.attrSet("id", names.nameOf(textOf(inline)));
		}
	});
}

function levelOf(opening: Token): number {
	return Number(opening.tag.slice(1));
}

function textOf(inline: Token | undefined): string {
	return (inline?.children ?? []).map(({ content }) => content).join("");
}

/** Gives each heading of a body a unique id. */
export class HeadingNames {
	readonly #taken = new Set<string>();
	/** The number to try first for the next heading with a name. */
	readonly #next = new Map<string, number>();

	nameOf(text: string): string {
		const base = `muc-${slugify(text) || "khong-ten"}`;
		let number = this.#next.get(base) ?? 1;
		let name = number === 1 ? base : `${base}-${number}`;
		while (this.#taken.has(name)) {
			number += 1;
			name = `${base}-${number}`;
		}
		this.#next.set(base, number + 1);
		this.#taken.add(name);
		return name;
	}
}
