/**
 * The further search for queries of which no document, or hardly any, has everything as typed. It is a separate script,
 * as most queries do not need it.
 */

import { correctedReading } from "./correct-reading.ts";
import { otherReadings } from "./other-readings.ts";
import { respelt } from "./respell.ts";

export const secondLook = { otherReadings, corrected: correctedReading, respelt } as const;

export type SecondLook = typeof secondLook;

/** For callers that have the whole finder in one script. */
export async function loadSecondLook(): Promise<SecondLook> {
	return secondLook;
}
