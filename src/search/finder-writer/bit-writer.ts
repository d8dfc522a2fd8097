/** Writes what `BitReader` reads. */
export class BitWriter {
	#bytes = new Uint8Array(1 << 12);
	#length = 0;
	/** Bits that do not yet fill a byte, at the lower end. */
	#pending = 0;
	#pendingCount = 0;

	/** The lowest bits of a number. @param width at most 32 */
	bits(value: number, width: number): void {
		if (width > 16) this.#put((value >>> 16) & ((1 << (width - 16)) - 1), width - 16);
		const lower = Math.min(width, 16);
		this.#put(value & ((1 << lower) - 1), lower);
	}

	unary(value: number): void {
		let rest = value;
		for (; rest >= 16; rest -= 16) this.#put(0xffff, 16);
		this.#put((1 << (rest + 1)) - 2, rest + 1);
	}

	/** @param value from 1 */
	gamma(value: number): void {
		const width = 31 - Math.clz32(value);
		this.bits(0, width);
		this.bits(value, width + 1);
	}

	rice(value: number, shift: number): void {
		this.unary(value >>> shift);
		this.bits(value, shift);
	}

	/** The whole bytes so far, the last filled up with zeros. Begins anew. */
	take(): Uint8Array {
		this.#put(0, (8 - this.#pendingCount) & 7);
		const bytes = this.#bytes.slice(0, this.#length);
		this.#length = 0;
		return bytes;
	}

	/** @param value below two to the power of `width`, which is at most 16 */
	#put(value: number, width: number): void {
		let pending = (this.#pending << width) | value;
		let count = this.#pendingCount + width;
		while (count >= 8) {
			count -= 8;
			if (this.#length === this.#bytes.length) this.#grow();
			this.#bytes[this.#length++] = pending >>> count;
			pending &= (1 << count) - 1;
		}
		this.#pending = pending;
		this.#pendingCount = count;
	}

	#grow(): void {
		const larger = new Uint8Array(2 * this.#bytes.length);
		larger.set(this.#bytes);
		this.#bytes = larger;
	}
}
