import { learnt } from "../finder/learnt.ts";

/** Writes what `BitReader` reads. */
export class BitWriter {
	#bytes = new Uint8Array(1 << 12);
	#length = 0;
	/** The last three bytes of the number that was written, and how much more it may become. */
	#low = 0;
	#range = 2 ** 24;

	/** The lowest bits of a number. @param width at most 22 */
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

	/** @param value from 1, below 2^23 */
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

	/** The bytes of what was written so far. Starts again with none. */
	take(): Uint8Array {
		// Up to a number of which the last two bytes are zeros, which are not written.
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
