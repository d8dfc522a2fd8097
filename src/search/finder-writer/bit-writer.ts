import { learnt } from "../finder/learnt.ts";

/** Writes what `BitReader` reads. */
export class BitWriter {
	#bytes = new Uint8Array(1 << 12);
	#length = 0;
	/** The arithmetic coder's state: the last three bytes of the code, and the width of the remaining range. */
	#low = 0;
	#range = 2 ** 24;

	/**
	 * Writes the lowest bits of a number.
	 * @param width at most 22
	 */
	bits(value: number, width: number): void {
		const part = this.#range >>> width;
		this.#narrow(part * (value & ((1 << width) - 1)), part);
	}

	/** @param probability of a one, in 4096ths; from 1 to 4095 */
	chance(probability: number, bit: number): void {
		const part = (this.#range >>> 12) * probability;
		if (bit) this.#narrow(0, part);
		else this.#narrow(part, this.#range - part);
	}

	/** Writes a bit with the probability of its context, and updates the context. */
	likely(contexts: Uint16Array, place: number, bit: number): void {
		const context = contexts[place] as number;
		this.chance(context >>> 4, bit);
		contexts[place] = learnt(context, bit);
	}

	choice(contexts: Uint16Array, base: number, width: number, value: number): void {
		for (let rest = width - 1, node = 1; rest >= 0; rest--) {
			const bit = (value >>> rest) & 1;
			this.likely(contexts, base + node, bit);
			node = node * 2 + bit;
		}
	}

	ones(contexts: Uint16Array, most: number, value: number): void {
		for (let place = 0; place < value; place++) this.likely(contexts, place, 1);
		if (value < most) this.likely(contexts, value, 0);
	}

	/** @param value at least 1, below 2^23 */
	gamma(value: number): void {
		const width = 31 - Math.clz32(value);
		for (let zeros = width; zeros > 0; zeros--) this.bits(0, 1);
		this.bits(1, 1);
		this.bits(value, width);
	}

	rice(value: number, shift: number): void {
		for (let ones = value >>> shift; ones > 0; ones--) this.bits(1, 1);
		this.bits(0, 1);
		this.bits(value, shift);
	}

	/** Returns the bytes written so far and starts again. */
	take(): Uint8Array {
		// Rounds the code up so that its last two bytes are zero, which need not be written.
		this.#narrow(-this.#low & 0xffff, 2 ** 22);
		this.#put(this.#low >>> 16);
		const bytes = this.#bytes.slice(0, this.#length);
		this.#length = 0;
		this.#low = 0;
		this.#range = 2 ** 24;
		return bytes;
	}

	#narrow(start: number, size: number): void {
		this.#low += start;
		if (this.#low >= 2 ** 24) this.#carry();
		for (this.#range = size; this.#range < 2 ** 22; this.#range <<= 8) {
			this.#put(this.#low >>> 16);
			this.#low = (this.#low & 0xffff) << 8;
		}
	}

	#carry(): void {
		let more = this.#low >>> 24;
		this.#low &= 0xffffff;
		for (let place = this.#length - 1; more > 0; place--) {
			more += this.#bytes[place] as number;
			this.#bytes[place] = more;
			more >>>= 8;
		}
	}

	#put(byte: number): void {
		if (this.#length === this.#bytes.length) this.#grow();
		this.#bytes[this.#length++] = byte;
	}

	#grow(): void {
		const larger = new Uint8Array(2 * this.#bytes.length);
		larger.set(this.#bytes);
		this.#bytes = larger;
	}
}
