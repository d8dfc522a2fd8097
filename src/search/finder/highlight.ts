import type { Span } from "./finder.ts";
import type { QueryWord } from "./query-terms.ts";
import type { Rewritings, Unit } from "./rewritings.ts";
import { unitsOf, wordsOf } from "./rewritings.ts";

/**
 * Finds the words of a query, in each of its readings, in a text. These are the places where two neighbours of the
 * query are neighbours in the text. For a query of one word, it is each place of that word. So "của" alone is not
 * marked all over a page.
 */
export function highlighter(
	readings: readonly (readonly QueryWord[])[],
	rewritings: Rewritings,
): (text: string) => Span[] {
	const singles = new Set(readings.flatMap((words) => (words.length === 1 ? (words[0]?.folded ?? []) : [])));
	const pairs = new Set(
		readings.flatMap((words) =>
			words.slice(1).map((word, index) => `${words[index]?.folded} ${word.folded}`),
		),
	);
	return (text) => {
		const tokens = wordsOf(text);
		const marked = new Array<boolean>(tokens.length).fill(false);
		markIn(unitsOf(tokens, rewritings));
		// A name with a short form is one unit above. A part of it may be what was asked for.
		markIn(unitsOf(tokens, new Map()));
		return spansOf(tokens, marked);

		function markIn(units: readonly Unit[]): void {
			for (const [place, unit] of units.entries()) {
				if (singles.has(unit.folded)) mark(unit);
				const next = units[place + 1];
				if (next && pairs.has(`${unit.folded} ${next.folded}`)) {
					mark(unit);
					mark(next);
				}
			}
		}

		function mark({ from, to }: Unit): void {
			marked.fill(true, from, to);
		}
	};
}

function spansOf(
	tokens: readonly { readonly start: number; readonly end: number }[],
	marked: readonly boolean[],
): Span[] {
	const spans: Span[] = [];
	for (const [index, { start, end }] of tokens.entries()) {
		const last = spans[spans.length - 1];
		if (!marked[index]) continue;
		if (last && marked[index - 1]) spans[spans.length - 1] = { start: last.start, end };
		else spans.push({ start, end });
	}
	return spans;
}
