/**
 * What has been learnt about the next bit in a context. The upper bits are the probability that it is a one, out of
 * 4096. The lowest four bits count how often the context was met, up to 15. Only whole numbers are used, so that every
 * machine predicts the same.
 */

/** Nothing is known: both values are equally likely. */
const unknown = 0x8000;

export function freshContexts(count: number): Uint16Array {
	return new Uint16Array(count).fill(unknown);
}

/** The part of the distance to certainty that one bit closes, out of 65536, by how often the context was met. */
const steps = Uint16Array.from({ length: 16 }, (_, met) => 131_072 / (2 * met + 3));

/** The prediction after the bit became known. It never becomes certain. */
export function learnt(old: number, bit: number): number {
	const met = old & 15;
	// The distance to the surest prediction: to 4095 for a one, to 0 for a zero.
	const left = (old >>> 4) ^ (-bit & 4095);
	const step = (left * (steps[met] as number)) >>> 16;
	return (((old >>> 4) + (bit ? step : -step)) << 4) | Math.min(met + 1, 15);
}
