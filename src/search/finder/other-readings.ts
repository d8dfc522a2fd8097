import { decodeTyping } from "../../text/decode-typing.ts";
import { fold } from "../../text/fold.ts";
import { partJoined } from "../../text/part-joined.ts";
import { isSyllable } from "../../text/syllable.ts";
import { otherNumbers } from "./other-numbers.ts";
import { isQuoted } from "./quoted.ts";

/** What a query may mean that is not Vietnamese as typed. */
export interface OtherReadings {
	readonly texts: readonly string[];
	/** The share of the query that the best document must cover for the reading to be accepted. */
	readonly leastShare: number;
}

const mostWays = 3;
/** AND and OR between words. A query without them asks for the same. */
const operators = /\s+(?:AND|OR)\s+/g;
const hasAccent = /[^\p{ASCII}]/u;

/**
 * The query decoded from Telex, VNI or VIQR. If it is none of these: the query with joined words split ("danvankheo"),
 * with foreign words joined ("live stream"), and with dates, amounts and document numbers in another form. A query in
 * quotation marks asks for the exact words, so it is only decoded.
 */
export function otherReadings(text: string): OtherReadings {
	const decoded = decodeTyping(text);
	if (decoded !== undefined) return { texts: [decoded], leastShare: hasAccent.test(text) ? 1 : 0 };
	if (isQuoted(text)) return { texts: [], leastShare: 1 };
	const texts = new Set(otherNumbers(text));
	for (let way = 0; way < mostWays; way++)
		texts.add(text.replace(/\p{L}+/gu, (word) => partJoined(word)[way] ?? partJoined(word)[0] ?? word));
	for (const way of joined(text)) texts.add(way);
	if (/\p{Ll}/u.test(text)) texts.add(text.replace(operators, " "));
	texts.delete(text);
	// A foreign name can also be split into syllables ("canada"), but hardly any text has those side by side.
	return { texts: [...texts], leastShare: 1 };
}

/** Two neighbouring words with a space or a dash between them: "live stream", "e-mail". */
const besides = /(?=(?:^|[^\p{L}\p{M}])(\p{L}+)([ -])(\p{L}+)(?![\p{L}\p{M}]))/gu;

function joined(text: string): string[] {
	const pairs = [...text.normalize("NFC").matchAll(besides)].filter(
		([, first = "", mark, second = ""]) =>
			!hasAccent.test(first + second) &&
			(mark === "-" || !isSyllable(fold(first)) || !isSyllable(fold(second))),
	);
	return pairs
		.slice(0, mostWays)
		.map(([, first, mark, second]) => text.replace(`${first}${mark}${second}`, `${first}${second}`));
}
