import { FinderError } from "./finder.ts";

/** Reads numbers bit by bit, the highest bit of a byte first. Reading beyond the end throws a FinderError. */
export interface BitReader {
	bit(): number;
	/** @param width at most 32 */
	bits(width: number): number;
	/** As many as there are ones before a zero. */
	unary(): number;
	/** Elias gamma: 1 and more. */
	gamma(): number;
	/** Rice: 0 and more, best where the mean is about 2 to the power of `shift`. */
	rice(shift: number): number;
}

export function bitReader(bytes: Uint8Array): BitReader {
	let position = 0;

	function bit(): number {
		const byte = bytes[position >>> 3];
		if (byte === undefined) throw new FinderError("Cut short");
		return (byte >>> (7 - (position++ & 7))) & 1;
	}

	function bits(width: number): number {
		let value = 0;
		for (let count = 0; count < width; count++) value = value * 2 + bit();
		return value;
	}

	function unary(): number {
		let value = 0;
		while (bit() === 1) value++;
		return value;
	}

	function gamma(): number {
		let width = 0;
		while (bit() === 0) if (++width > 31) throw new FinderError("Too long");
		return 2 ** width + bits(width);
	}

	return { bit, bits, unary, gamma, rice: (shift) => unary() * 2 ** shift + bits(shift) };
}

/** The shift by which Rice codes numbers below `range` best that are `count`, drawn at random and sorted. */
export function riceShift(range: number, count: number): number {
	return 31 - Math.clz32(Math.max(1, Math.floor((range * 11) / (count * 16))));
}
