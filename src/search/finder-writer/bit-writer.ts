/** Writes what `BitReader` reads. */
export class BitWriter {
	#bytes = new Uint8Array(256);
	#position = 0;

	bit(value: number): void {
		const index = this.#position >>> 3;
		if (index === this.#bytes.length) {
			const larger = new Uint8Array(2 * index);
			larger.set(this.#bytes);
			this.#bytes = larger;
		}
		if (value !== 0) this.#bytes[index] = (this.#bytes[index] ?? 0) | (0x80 >>> (this.#position & 7));
		this.#position++;
	}

	/** @param width at most 32 */
	bits(value: number, width: number): void {
		for (let shift = width - 1; shift >= 0; shift--) this.bit((value >>> shift) & 1);
	}

	unary(value: number): void {
		for (let count = 0; count < value; count++) this.bit(1);
		this.bit(0);
	}

	/** @param value from 1 */
	gamma(value: number): void {
		const width = 31 - Math.clz32(value);
		for (let count = 0; count < width; count++) this.bit(0);
		this.bits(value, width + 1);
	}

	rice(value: number, shift: number): void {
		this.unary(value >>> shift);
		this.bits(value, shift);
	}

	/** The whole bytes so far, the last filled up with zeros. */
	bytes(): Uint8Array {
		return this.#bytes.slice(0, (this.#position + 7) >>> 3);
	}
}
