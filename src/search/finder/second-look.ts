/**
 * What is looked for where nothing has all of a query as it was typed. A script of its own, as most queries need none of
 * it.
 */

import { correctedReading } from "./correct-reading.ts";
import { otherReadings } from "./other-readings.ts";

export const secondLook = { otherReadings, corrected: correctedReading } as const;

export type SecondLook = typeof secondLook;

/** For who has the whole of the finder in one script. */
export async function loadSecondLook(): Promise<SecondLook> {
	return secondLook;
}
