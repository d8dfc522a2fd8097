import type { Reading } from "./reading.ts";

/** The one of which a document speaks most. */
export function bestOf<One extends Reading>(readings: readonly One[]): One | undefined {
	const scoreOf = ({ candidates }: Reading) => candidates[0]?.score ?? 0;
	return [...readings].sort((a, b) => b.share - a.share || scoreOf(b) - scoreOf(a))[0];
}
