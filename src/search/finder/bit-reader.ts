import { FinderError } from "./finder.ts";

/** Reads numbers bit by bit, the highest bit of a byte first. Reading beyond the end throws a FinderError. */
export class BitReader {
	private readonly bytes: Uint8Array;
	private position = 0;

	constructor(bytes: Uint8Array) {
		this.bytes = bytes;
	}

	bit(): number {
		const byte = this.bytes[this.position >>> 3];
		if (byte === undefined) throw new FinderError("The file ends too early");
		return (byte >>> (7 - (this.position++ & 7))) & 1;
	}

	/** @param width at most 32 */
	bits(width: number): number {
		let value = 0;
		for (let count = 0; count < width; count++) value = value * 2 + this.bit();
		return value;
	}

	/** As many as there are ones before a zero. */
	unary(): number {
		let value = 0;
		while (this.bit() === 1) value++;
		return value;
	}

	/** Elias gamma: 1 and more. */
	gamma(): number {
		let width = 0;
		while (this.bit() === 0) if (++width > 31) throw new FinderError("A number is too large");
		return 2 ** width + this.bits(width);
	}

	/** Rice: 0 and more, best where the mean is about 2 to the power of `shift`. */
	rice(shift: number): number {
		return this.unary() * 2 ** shift + this.bits(shift);
	}
}

/** The shift by which Rice codes numbers below `range` best that are `count`, drawn at random and sorted. */
export function riceShift(range: number, count: number): number {
	return 31 - Math.clz32(Math.max(1, Math.floor((range * 11) / (count * 16))));
}
