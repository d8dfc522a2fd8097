/** Numbers that look random and are the same for the same seed on every machine. */

export interface Random {
	/** From 0 up to but not including `limit`, a whole number. */
	below(limit: number): number;
	/** One of the items; the list must not be empty. */
	pick<Item>(items: readonly Item[]): Item;
	/** True with this probability. */
	chance(probability: number): boolean;
}

/** A generator (mulberry32) for a seed and whatever else tells one use from another: an article's place, a purpose. */
export function createRandom(...seeds: readonly number[]): Random {
	let state =
		seeds.reduce((mixed, seed) => Math.imul(mixed ^ (seed + 0x9e3779b9), 0x85ebca6b), 0x12345678) | 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	const below = (limit: number) => Math.floor(next() * limit);
	return {
		below,
		pick(items) {
			const item = items[below(items.length)];
			if (item === undefined) throw new Error("Nothing to pick from");
			return item;
		},
		chance: (probability) => next() < probability,
	};
}

/** Picks places 0 … `count` − 1 by Zipf's law: place k about 1/(k + 1) as often as the first. */
export function createZipf(count: number): (random: Random) => number {
	const sums: number[] = [];
	let sum = 0;
	for (let place = 0; place < count; place++) {
		sum += 1 / (place + 1);
		sums.push(sum);
	}
	const steps = 1 << 24;
	return (random) => {
		const wanted = (random.below(steps) / steps) * sum;
		const place = sums.findIndex((upTo) => upTo > wanted);
		return place === -1 ? count - 1 : place;
	};
}
