import { FinderError } from "./finder.ts";
import { learnt } from "./learnt.ts";

/**
 * Decodes the numbers of a bucket or a text: an arithmetic decoder like LZMA's. Each number narrows the range to its
 * own part, which is larger for likelier values. Once the range is below 2^22, a byte is read. So all values stay below
 * 2^30, from which on engines store numbers differently and take twice the time. Reading beyond the end throws a
 * FinderError.
 */
export interface BitReader {
	/**
	 * A number with uniform probability.
	 * @param width in bits, at most 22
	 */
	bits(width: number): number;
	/** A bit with the given probability of a one, in 4096ths, from 1 to 4095. */
	chance(probability: number): number;
	/** A bit with the probability of its context, which is then updated. */
	likely(contexts: Uint16Array, place: number): number;
	/**
	 * A number of `width` bits, each in the context of the previous ones. It uses 2^width - 1 contexts from `base` + 1
	 * on.
	 */
	choice(contexts: Uint16Array, base: number, width: number): number;
	/** A unary number: ones before a zero, each with its own context. `most` ones need no zero. */
	ones(contexts: Uint16Array, most: number): number;
	/** Elias gamma: 1 and more, below 2^23. */
	gamma(): number;
	/** Rice: 0 and more, best where the mean is about 2 to the power of `shift`. */
	rice(shift: number): number;
}

/** The number of bytes that are read first. */
const ahead = 3;

export function bitReader(bytes: Uint8Array): BitReader {
	let position = 0;
	let range = 2 ** 24;
	/** The code's offset in the range. */
	let value = 0;
	while (position < ahead) readByte();

	function readByte(): void {
		// The writer omits trailing zeros, so zeros are read after the last byte.
		if (position > bytes.length + 1) throw new FinderError("cut short");
		value = (value << 8) | (bytes[position++] ?? 0);
	}

	function narrow(start: number, size: number): void {
		value -= start;
		range = size;
		for (; range < 2 ** 22; range <<= 8) readByte();
	}

	function bits(width: number): number {
		const part = range >>> width;
		const number = (value / part) | 0;
		narrow(number * part, part);
		return number;
	}

	function chance(probability: number): number {
		const part = (range >>> 12) * probability;
		const bit = value < part ? 1 : 0;
		if (bit) narrow(0, part);
		else narrow(part, range - part);
		return bit;
	}

	function likely(contexts: Uint16Array, place: number): number {
		const context = contexts[place] ?? 0;
		const bit = chance(context >>> 4);
		contexts[place] = learnt(context, bit);
		return bit;
	}

	function choice(contexts: Uint16Array, base: number, width: number): number {
		let node = 1;
		while (node < 2 ** width) node = node * 2 + likely(contexts, base + node);
		return node - 2 ** width;
	}

	function ones(contexts: Uint16Array, most: number): number {
		let number = 0;
		while (number < most && likely(contexts, number)) number++;
		return number;
	}

	function gamma(): number {
		let width = 0;
		while (bits(1) === 0) if (++width > 22) throw new FinderError("too long");
		return 2 ** width + bits(width);
	}

	function rice(shift: number): number {
		let quotient = 0;
		while (bits(1) === 1) quotient++;
		return quotient * 2 ** shift + bits(shift);
	}

	return { bits, chance, likely, choice, ones, gamma, rice };
}

/** The best Rice shift for the differences of `count` sorted random numbers below `range`. */
export function riceShift(range: number, count: number): number {
	return 31 - Math.clz32(Math.max(1, Math.floor((range * 11) / (count * 16))));
}
