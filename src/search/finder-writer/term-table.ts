import { withFollowers } from "../finder/followers.ts";

/** A hash table of a document's terms with their data. */
export class TermTable {
	/** For each slot, the index of a term plus one, or zero. At most half of the slots are used. */
	#places = new Uint32Array(1 << 13);
	#hashes = new Uint32Array(1 << 12);
	#firsts = new Uint32Array(1 << 12);
	#seconds = new Uint32Array(1 << 12);
	#weights = new Uint32Array(1 << 12);
	#followers = new Uint32Array(1 << 12);
	#count = 0;

	/**
	 * Adds an occurrence of a term.
	 *
	 * @param first an existing term keeps its words
	 * @param followers packed
	 */
	add(hash: number, first: number, second: number, weight: number, followers: number): void {
		const mask = this.#places.length - 1;
		let place = hash & mask;
		let index = (this.#places[place] ?? 0) - 1;
		while (index >= 0 && this.#hashes[index] !== hash) {
			place = (place + 1) & mask;
			index = (this.#places[place] ?? 0) - 1;
		}
		if (index >= 0) {
			this.#weights[index] = (this.#weights[index] ?? 0) + weight;
			this.#followers[index] = withFollowers(this.#followers[index] ?? 0, followers);
			return;
		}
		index = this.#count++;
		this.#places[place] = index + 1;
		this.#hashes[index] = hash;
		this.#firsts[index] = first;
		this.#seconds[index] = second;
		this.#weights[index] = weight;
		this.#followers[index] = followers;
		if (this.#count === this.#hashes.length) this.#grow();
	}

	/** Passes every term to `take`, in the order of first occurrence, and empties the table. */
	takeAll(
		take: (hash: number, first: number, second: number, weight: number, followers: number) => void,
	): void {
		for (let index = 0; index < this.#count; index++)
			take(
				this.#hashes[index] ?? 0,
				this.#firsts[index] ?? 0,
				this.#seconds[index] ?? 0,
				this.#weights[index] ?? 0,
				this.#followers[index] ?? 0,
			);
		this.#places.fill(0);
		this.#count = 0;
	}

	#grow(): void {
		const size = 2 * this.#hashes.length;
		this.#hashes = enlarged(this.#hashes, size);
		this.#firsts = enlarged(this.#firsts, size);
		this.#seconds = enlarged(this.#seconds, size);
		this.#weights = enlarged(this.#weights, size);
		this.#followers = enlarged(this.#followers, size);
		const mask = 2 * size - 1;
		this.#places = new Uint32Array(2 * size);
		for (let index = 0; index < this.#count; index++) {
			let place = (this.#hashes[index] ?? 0) & mask;
			while (this.#places[place] !== 0) place = (place + 1) & mask;
			this.#places[place] = index + 1;
		}
	}
}

function enlarged(numbers: Uint32Array, size: number): Uint32Array<ArrayBuffer> {
	const larger = new Uint32Array(size);
	larger.set(numbers);
	return larger;
}
