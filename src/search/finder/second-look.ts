/**
 * The further search for queries of which no document, or hardly any, has everything as typed, and the search in
 * English. It is a separate script, as most queries do not need it.
 */

import { answerInEnglish } from "./answer-in-english.ts";
import { correctedReading } from "./correct-reading.ts";
import { withCorrectedText } from "./corrected-text.ts";
import type { LookTools } from "./look-tools.ts";
import { otherReadings } from "./other-readings.ts";
import type { Reading } from "./reading.ts";
import { respelt } from "./respell.ts";

async function corrected(
	tools: LookTools,
	typed: Reading,
	text: string,
	isWhole: boolean,
	withCorrections: boolean,
): Promise<Reading | undefined> {
	const reading = await correctedReading(tools, typed, isWhole, withCorrections);
	return reading && withCorrectedText(tools, typed, text, reading);
}

async function respeltAs(tools: LookTools, literal: Reading, text: string): Promise<Reading> {
	return withCorrectedText(tools, literal, text, await respelt(tools, literal));
}

export const secondLook = { otherReadings, corrected, respelt: respeltAs, answerInEnglish } as const;

export type SecondLook = typeof secondLook;

/** For callers that have the whole finder in one script. */
export async function loadSecondLook(): Promise<SecondLook> {
	return secondLook;
}
