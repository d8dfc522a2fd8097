import type { WordKeys } from "../../text/word-keys.ts";

/** The words of all entries: finds them by number, and by prefix without accents. */
export class WordTable {
	readonly exact: string[];
	readonly folded: string[];
	readonly #ids: Map<string, number>;
	/** Numbers by folded word. */
	#order: Uint32Array = new Uint32Array(0);

	constructor(exact: readonly string[], folded: readonly string[]) {
		this.exact = [...exact];
		this.folded = [...folded];
		this.#ids = new Map(exact.map((word, id) => [word, id]));
		this.sort();
	}

	get size(): number {
		return this.exact.length;
	}

	/** The number of a word; a new word gets one. */
	idOf({ exact, folded }: WordKeys): number {
		const known = this.#ids.get(exact);
		if (known !== undefined) return known;
		const id = this.exact.length;
		// A word that is a slice of a text would keep the whole text in memory.
		const ownExact = own(exact);
		this.exact.push(ownExact);
		this.folded.push(folded === exact ? ownExact : own(folded));
		this.#ids.set(ownExact, id);
		return id;
	}

	find(exact: string): number | undefined {
		return this.#ids.get(exact);
	}

	/** Sorts new words in, so that they are found by binary search. */
	sort(): void {
		const { folded } = this;
		this.#order = Uint32Array.from(folded.keys()).sort((a, b) => compare(folded[a] ?? "", folded[b] ?? ""));
	}

	/** The words that equal a word without accents or begin with it. */
	like(folded: string, isBeginning: boolean): number[] {
		const fits = (id: number) => {
			const word = this.folded[id] ?? "";
			return isBeginning ? word.startsWith(folded) : word === folded;
		};
		const found: number[] = [];
		let low = 0;
		let high = this.#order.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.folded[this.#order[middle] ?? 0] ?? "") < folded) low = middle + 1;
			else high = middle;
		}
		for (; low < this.#order.length && fits(this.#order[low] ?? 0); low++) found.push(this.#order[low] ?? 0);
		for (let id = this.#order.length; id < this.size; id++) if (fits(id)) found.push(id);
		return found;
	}
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

function own(text: string): string {
	return Buffer.from(text).toString();
}
