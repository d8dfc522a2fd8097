/**
 * What has been learnt in a context of the bit that comes next: of 4096, that it is a one; in the lowest four bits how
 * often the context was met, up to 15. Whole numbers only, so that every machine predicts the same.
 */

/** Nothing: both are as likely. */
const unknown = 0x8000;

export function freshContexts(count: number): Uint16Array {
	return new Uint16Array(count).fill(unknown);
}

/** The part of what is left to certainty that a bit adds, of 65536, by how often the context was met. */
const steps = Uint16Array.from({ length: 16 }, (_, met) => 131_072 / (2 * met + 3));

/** A prediction once the bit is known. It never becomes certain. */
export function learnt(old: number, bit: number): number {
	const met = old & 15;
	// What is left to the surest prediction there is: up to 4095 for a one, down to 0 for a zero.
	const left = (old >>> 4) ^ (-bit & 4095);
	const step = (left * (steps[met] as number)) >>> 16;
	return (((old >>> 4) + (bit ? step : -step)) << 4) | Math.min(met + 1, 15);
}
