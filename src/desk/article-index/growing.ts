/** Growing lists of numbers and bytes outside of JavaScript's heap. */

type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** A list of numbers that grows at its end. */
export class GrowingColumn<Kind extends Numbers> {
	#values: Kind;
	#length: number;

	/** @param values used without copying */
	constructor(values: Kind) {
		this.#values = values;
		this.#length = values.length;
	}

	get length(): number {
		return this.#length;
	}

	/** The numbers so far. After a later `push` this view may be out of date. */
	get values(): Kind {
		return this.#values.subarray(0, this.#length) as Kind;
	}

	at(index: number): number {
		return this.#values[index] ?? 0;
	}

	set(index: number, value: number): void {
		this.#values[index] = value;
	}

	push(value: number): void {
		if (this.#length === this.#values.length) this.#resize(Math.max(1024, Math.ceil(this.#length * 1.5)));
		this.#values[this.#length++] = value;
	}

	/** Makes room for so many more numbers. Room that is not used takes no memory. */
	reserve(count: number): void {
		if (this.#length + count > this.#values.length) this.#resize(this.#length + count);
	}

	#resize(room: number): void {
		const Kind = this.#values.constructor as new (length: number) => Kind;
		const larger = new Kind(room);
		larger.set(this.values);
		this.#values = larger;
	}
}

/** Byte strings, one after the other. */
export class BytePool {
	#bytes: Uint8Array;
	#length: number;
	readonly #ends: GrowingColumn<Uint32Array>;

	/** @param bytes used without copying, like the ends of the strings */
	constructor(bytes: Uint8Array, ends: Uint32Array) {
		this.#bytes = bytes;
		this.#length = bytes.length;
		this.#ends = new GrowingColumn(ends);
	}

	get bytes(): Uint8Array {
		return this.#bytes.subarray(0, this.#length);
	}

	get ends(): Uint32Array {
		return this.#ends.values;
	}

	push(piece: Uint8Array): void {
		const end = this.#length + piece.length;
		if (end > this.#bytes.length) this.#resize(Math.max(65_536, Math.ceil(end * 1.4)));
		this.#bytes.set(piece, this.#length);
		this.#length = end;
		this.#ends.push(end);
	}

	/** Makes room for so many more byte strings, and bytes in all. Room that is not used takes no memory. */
	reserve(count: number, bytes: number): void {
		this.#ends.reserve(count);
		if (this.#length + bytes > this.#bytes.length) this.#resize(this.#length + bytes);
	}

	#resize(room: number): void {
		const larger = new Uint8Array(room);
		larger.set(this.#bytes.subarray(0, this.#length));
		this.#bytes = larger;
	}

	piece(index: number): Buffer {
		const start = index === 0 ? 0 : this.#ends.at(index - 1);
		return Buffer.from(this.#bytes.buffer, this.#bytes.byteOffset + start, this.#ends.at(index) - start);
	}
}

/** Numbers names from one. Zero means no name. */
export class NameTable {
	readonly names: string[];
	readonly #codes: Map<string, number>;

	constructor(names: readonly string[]) {
		this.names = [...names];
		this.#codes = new Map(names.map((name, at) => [name, at + 1]));
	}

	codeOf(name: string | undefined): number {
		if (name === undefined) return 0;
		const known = this.#codes.get(name);
		if (known !== undefined) return known;
		this.names.push(name);
		this.#codes.set(name, this.names.length);
		return this.names.length;
	}

	/** Undefined where nothing has the name. */
	find(name: string): number | undefined {
		return this.#codes.get(name);
	}
}
