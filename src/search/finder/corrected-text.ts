import { fold } from "../../text/fold.ts";
import type { Replacement } from "./correct-query.ts";
import type { LookTools } from "./look-tools.ts";
import { hasAccents } from "./query-terms.ts";
import type { Reading } from "./reading.ts";

/** A reading with the query as it was corrected, if a word of it was: without accents if it has none. */
export function withCorrectedText(
	{ rangesOf }: Pick<LookTools, "rangesOf">,
	typed: Pick<Reading, "words">,
	text: string,
	reading: Reading,
): Reading {
	const { corrected } = reading;
	if (!corrected || corrected.replaced.length === 0) return reading;
	const ranges = rangesOf(text);
	const accents = hasAccents(typed.words);
	const replace = (before: string, { place, written }: Replacement) => {
		const range = ranges[place];
		if (!range) return before;
		return before.slice(0, range.start) + (accents ? written : fold(written)) + before.slice(range.end);
	};
	const fromEnd = [...corrected.replaced].sort((a, b) => b.place - a.place);
	return { ...reading, corrected: { ...corrected, text: fromEnd.reduce(replace, text) } };
}
