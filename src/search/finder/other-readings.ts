import { decodeTyping } from "../../text/decode-typing.ts";
import { partJoined } from "../../text/part-joined.ts";

/** What a query may stand for that is no Vietnamese as it was typed. */
export interface OtherReadings {
	readonly texts: readonly string[];
	/** The part of the query that documents must speak of for the best of them to be what was meant. */
	readonly leastShare: number;
}

const mostWays = 3;

/**
 * The query decoded from Telex or VNI, or else with words parted that were typed together: "danvankheo". Who typed
 * quotation marks wants what stands between them.
 */
export function otherReadings(text: string): OtherReadings {
	const decoded = decodeTyping(text);
	if (decoded !== undefined) return { texts: [decoded], leastShare: 0 };
	const texts = new Set<string>();
	if (!/["“”„«»]/.test(text))
		for (let way = 0; way < mostWays; way++)
			texts.add(text.replace(/\p{L}+/gu, (word) => partJoined(word)[way] ?? partJoined(word)[0] ?? word));
	texts.delete(text);
	// A foreign name may be parted into syllables as well ("canada"), which hardly stand together anywhere.
	return { texts: [...texts], leastShare: 1 };
}
