/**
 * The further search for queries of which no document, or hardly any, has everything as typed, and the search in
 * English. It is a separate script, as most queries do not need it.
 */

import { answerInEnglish } from "./answer-in-english.ts";
import { correctedReading } from "./correct-reading.ts";
import { otherReadings } from "./other-readings.ts";
import { respelt } from "./respell.ts";

export const secondLook = { otherReadings, corrected: correctedReading, respelt, answerInEnglish } as const;

export type SecondLook = typeof secondLook;

/** For callers that have the whole finder in one script. */
export async function loadSecondLook(): Promise<SecondLook> {
	return secondLook;
}
