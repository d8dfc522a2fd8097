import { decodeTyping } from "../../text/decode-typing.ts";
import { partJoined } from "../../text/part-joined.ts";
import { isQuoted } from "./quoted.ts";

/** What a query may mean that is not Vietnamese as typed. */
export interface OtherReadings {
	readonly texts: readonly string[];
	/** The share of the query that the best document must cover for the reading to be accepted. */
	readonly leastShare: number;
}

const mostWays = 3;

/**
 * The query decoded from Telex or VNI, or else with words split that were typed without spaces: "danvankheo". A query
 * with quotation marks is not split, as it asks for the exact words.
 */
export function otherReadings(text: string): OtherReadings {
	const decoded = decodeTyping(text);
	if (decoded !== undefined) return { texts: [decoded], leastShare: 0 };
	const texts = new Set<string>();
	if (!isQuoted(text))
		for (let way = 0; way < mostWays; way++)
			texts.add(text.replace(/\p{L}+/gu, (word) => partJoined(word)[way] ?? partJoined(word)[0] ?? word));
	texts.delete(text);
	// A foreign name can also be split into syllables ("canada"), but hardly any text has those side by side.
	return { texts: [...texts], leastShare: 1 };
}
