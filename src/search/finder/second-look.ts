/**
 * The further search for queries of which no document has everything as typed. It is a separate script, as most queries
 * do not need it.
 */

import { correctedReading } from "./correct-reading.ts";
import { otherReadings } from "./other-readings.ts";

export const secondLook = { otherReadings, corrected: correctedReading } as const;

export type SecondLook = typeof secondLook;

/** For callers that have the whole finder in one script. */
export async function loadSecondLook(): Promise<SecondLook> {
	return secondLook;
}
