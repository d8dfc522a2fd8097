/** Writes the part of CBOR (RFC 8949) that Pagefind's files consist of: arrays, whole numbers and text. */
export class CborWriter {
	#bytes = Buffer.allocUnsafe(1 << 16);
	#length = 0;

	/** Begins an array. @param count of the items that follow */
	array(count: number): void {
		this.#head(0x80, count);
	}

	/** @param value between −2³² and 2³², both excluded */
	integer(value: number): void {
		if (value < 0) this.#head(0x20, -1 - value);
		else this.#head(0, value);
	}

	text(value: string): void {
		const size = Buffer.byteLength(value);
		this.#head(0x60, size);
		this.#reserve(size);
		this.#length += this.#bytes.write(value, this.#length);
	}

	/** An array of whole numbers. */
	integers(values: readonly number[]): void {
		this.array(values.length);
		for (const value of values) this.integer(value);
	}

	/** An array of texts. */
	texts(values: readonly string[]): void {
		this.array(values.length);
		for (const value of values) this.text(value);
	}

	/** An array of arrays of texts. */
	rows(values: readonly (readonly string[])[]): void {
		this.array(values.length);
		for (const value of values) this.texts(value);
	}

	/** What was written. Begins anew. */
	take(): Buffer {
		const bytes = Buffer.from(this.#bytes.subarray(0, this.#length));
		this.#length = 0;
		return bytes;
	}

	#head(kind: number, value: number): void {
		this.#reserve(5);
		const bytes = this.#bytes;
		if (value < 24) {
			bytes[this.#length++] = kind | value;
		} else if (value < 1 << 8) {
			bytes[this.#length++] = kind | 24;
			bytes[this.#length++] = value;
		} else if (value < 1 << 16) {
			bytes[this.#length++] = kind | 25;
			bytes[this.#length++] = value >>> 8;
			bytes[this.#length++] = value;
		} else {
			bytes[this.#length++] = kind | 26;
			this.#length = bytes.writeUInt32BE(value, this.#length);
		}
	}

	#reserve(size: number): void {
		if (this.#length + size <= this.#bytes.length) return;
		const larger = Buffer.allocUnsafe(2 * (this.#length + size));
		larger.set(this.#bytes.subarray(0, this.#length));
		this.#bytes = larger;
	}
}
