import { learnt } from "../finder/learnt.ts";

/** Writes what `BitReader` reads. */
export class BitWriter {
	#bytes = new Uint8Array(1 << 12);
	#length = 0;
	/** The numbers that go on as what was written, as far as they are not yet bytes. */
	#low = 0;
	#range = 2 ** 32 - 1;

	/** The lowest bits of a number. @param width at most 24 */
	bits(value: number, width: number): void {
		const part = this.#range >>> width;
		this.#narrow(part * (value & ((1 << width) - 1)), part);
	}

	/** @param probability of a one, of 4096; from 1 to 4095 */
	chance(probability: number, bit: number): void {
		const part = (this.#range >>> 12) * probability;
		if (bit) this.#narrow(0, part);
		else this.#narrow(part, this.#range - part);
	}

	/** Learns the bit in its context. */
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

	/** @param value from 1, below 2^25 */
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

	/** The bytes of what was written so far. Begins anew. */
	take(): Uint8Array {
		// The first number of the range whose last three bytes are zeros, which are not written.
		this.#advance(-this.#low & 0xffffff);
		this.#put(this.#low >>> 24);
		const bytes = this.#bytes.slice(0, this.#length);
		this.#length = 0;
		this.#low = 0;
		this.#range = 2 ** 32 - 1;
		return bytes;
	}

	#narrow(start: number, size: number): void {
		this.#advance(start);
		this.#range = size;
		while (this.#range < 2 ** 24) {
			this.#put(this.#low >>> 24);
			this.#low = (this.#low << 8) >>> 0;
			this.#range *= 2 ** 8;
		}
	}

	#advance(by: number): void {
		this.#low = (this.#low + by) >>> 0;
		if (this.#low >= by) return;
		// It has passed 2^32: one more for the number that the bytes are.
		let place = this.#length - 1;
		for (; this.#bytes[place] === 255; place--) this.#bytes[place] = 0;
		this.#bytes[place] = (this.#bytes[place] ?? 0) + 1;
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
