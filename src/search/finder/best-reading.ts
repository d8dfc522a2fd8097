import type { Reading } from "./reading.ts";

/** The reading with the best matching document. */
export function bestOf<One extends Reading>(readings: readonly One[]): One | undefined {
	const scoreOf = ({ candidates }: Reading) => candidates[0]?.score ?? 0;
	return [...readings].sort((a, b) => b.share - a.share || scoreOf(b) - scoreOf(a))[0];
}
