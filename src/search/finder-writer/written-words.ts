/**
 * Numbers words from 0 by their exact spelling. The data is in a few arrays, with the most common words close together,
 * because they occur first. Every word of every text is looked up here, and cache misses take most of the time.
 */
export class WrittenWords {
	/** For each slot, the number of a word plus one, or zero. At most half of the slots are used. */
	#places = new Uint32Array(1 << 14);
	#hashes = new Uint32Array(1 << 13);
	/** The letters of all words as UTF-16 code units, and the end of each word. */
	#units = new Uint16Array(1 << 16);
	#ends = new Uint32Array(1 << 13);
	#count = 0;

	/** The number of the word in a range of a text, excluding the end. A new word gets the next number. */
	numberOf(text: string, start: number, end: number): number {
		let hash = 0x811c9dc5;
		for (let index = start; index < end; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
		hash = (hash ^ (hash >>> 15)) >>> 0;
		const mask = this.#places.length - 1;
		let place = hash & mask;
		for (;;) {
			const number = (this.#places[place] ?? 0) - 1;
			if (number === -1) return this.#add(text, start, end, hash, place);
			if (this.#hashes[number] === hash && this.#isWritten(number, text, start, end)) return number;
			place = (place + 1) & mask;
		}
	}

	#isWritten(number: number, text: string, start: number, end: number): boolean {
		const from = this.#startOf(number);
		if ((this.#ends[number] ?? 0) - from !== end - start) return false;
		for (let index = start; index < end; index++)
			if (this.#units[from + index - start] !== text.charCodeAt(index)) return false;
		return true;
	}

	#startOf(number: number): number {
		return number === 0 ? 0 : (this.#ends[number - 1] ?? 0);
	}

	#add(text: string, start: number, end: number, hash: number, place: number): number {
		const number = this.#count++;
		const from = this.#startOf(number);
		if (from + end - start > this.#units.length) {
			const larger = new Uint16Array(2 * (from + end - start));
			larger.set(this.#units);
			this.#units = larger;
		}
		for (let index = start; index < end; index++) this.#units[from + index - start] = text.charCodeAt(index);
		this.#ends[number] = from + end - start;
		this.#hashes[number] = hash;
		this.#places[place] = number + 1;
		if (this.#count === this.#hashes.length) this.#grow();
		return number;
	}

	#grow(): void {
		const size = 2 * this.#hashes.length;
		const hashes = new Uint32Array(size);
		hashes.set(this.#hashes);
		const ends = new Uint32Array(size);
		ends.set(this.#ends);
		this.#hashes = hashes;
		this.#ends = ends;
		const mask = 2 * size - 1;
		this.#places = new Uint32Array(2 * size);
		for (let number = 0; number < this.#count; number++) {
			let place = (hashes[number] ?? 0) & mask;
			while (this.#places[place] !== 0) place = (place + 1) & mask;
			this.#places[place] = number + 1;
		}
	}
}
