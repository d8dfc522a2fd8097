import { decodeTyping } from "../../text/decode-typing.ts";
import { partJoined } from "../../text/part-joined.ts";
import { otherNumbers } from "./other-numbers.ts";
import { isQuoted } from "./quoted.ts";

/** What a query may mean that is not Vietnamese as typed. */
export interface OtherReadings {
	readonly texts: readonly string[];
	/** The share of the query that the best document must cover for the reading to be accepted. */
	readonly leastShare: number;
}

const mostWays = 3;
const hasAccent = /[^\p{ASCII}]/u;

/**
 * The query decoded from Telex, VNI or VIQR. Or else with words split that were typed without spaces ("danvankheo"), and
 * with dates and numbers of documents in another form. A query with quotation marks asks for the exact words, so it is
 * only decoded.
 */
export function otherReadings(text: string): OtherReadings {
	const decoded = decodeTyping(text);
	if (decoded !== undefined) return { texts: [decoded], leastShare: hasAccent.test(text) ? 1 : 0 };
	if (isQuoted(text)) return { texts: [], leastShare: 1 };
	const texts = new Set(otherNumbers(text));
	for (let way = 0; way < mostWays; way++)
		texts.add(text.replace(/\p{L}+/gu, (word) => partJoined(word)[way] ?? partJoined(word)[0] ?? word));
	texts.delete(text);
	// A foreign name can also be split into syllables ("canada"), but hardly any text has those side by side.
	return { texts: [...texts], leastShare: 1 };
}
