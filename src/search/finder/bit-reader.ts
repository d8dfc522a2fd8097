import { FinderError } from "./finder.ts";
import { learnt } from "./learnt.ts";

/**
 * Reads the numbers that a bucket or a text was coded as: an arithmetic decoder, as of LZMA. The range goes from 0 to
 * what is not yet told apart; a number takes the part of it that is its own, which is the larger the likelier it was,
 * and once less than 2^22 is left a byte is read. So nothing reaches 2^30, beyond which engines keep numbers in other
 * ways, at twice the time. Reading beyond the end throws a FinderError.
 */
export interface BitReader {
	/** A number of which each is as likely. @param width at most 22 */
	bits(width: number): number;
	/** A bit that is a one in so many of 4096 cases, from 1 to 4095. */
	chance(probability: number): number;
	/** A bit as likely as was learnt in its context, which learns it. */
	likely(contexts: Uint16Array, place: number): number;
	/** A number of so many bits, each of them in the context of those before it: from `base` + 1, 2 to the power of `width` less 1. */
	choice(contexts: Uint16Array, base: number, width: number): number;
	/** As many as there are ones before a zero, each in a context of its own; `most` need no zero. */
	ones(contexts: Uint16Array, most: number): number;
	/** Elias gamma: 1 and more, below 2^23. */
	gamma(): number;
	/** Rice: 0 and more, best where the mean is about 2 to the power of `shift`. */
	rice(shift: number): number;
}

/** Bytes that are read before there is a number. */
const ahead = 3;

export function bitReader(bytes: Uint8Array): BitReader {
	let position = 0;
	let range = 2 ** 24;
	/** Where in the range what was written lies. */
	let value = 0;
	while (position < ahead) readByte();

	function readByte(): void {
		// The last byte tells enough of the last range, zeros are taken for what is behind it.
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

/** The shift by which Rice codes numbers below `range` best that are `count`, drawn at random and sorted. */
export function riceShift(range: number, count: number): number {
	return 31 - Math.clz32(Math.max(1, Math.floor((range * 11) / (count * 16))));
}
