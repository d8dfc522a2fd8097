import { isRecent } from "../is-recent.ts";

/** Caches answers for a short while, so that a thousand readers cost the database one query. */
export interface Remembered<Answer> {
	/** @throws what `make` throws, if there is no older answer */
	get(key: string): Promise<Answer>;
}

const mostKeys = 1_000;

/**
 * @param milliseconds how long an answer is fresh
 * @param clock milliseconds since 1970
 */
export function remembered<Answer>(
	make: (key: string) => Promise<Answer>,
	milliseconds: number,
	clock: () => number,
): Remembered<Answer> {
	const answers = new Map<string, { made: number; answer: Promise<Answer> }>();
	return {
		async get(key) {
			const known = answers.get(key);
			if (known && isRecent(known.made, milliseconds, clock())) return await known.answer;
			if (answers.size >= mostKeys) answers.clear();
			// While the database is unreachable, readers get the older numbers.
			const answer = make(key).catch((error: unknown) => {
				if (known) return known.answer;
				answers.delete(key);
				throw error;
			});
			answers.set(key, { made: clock(), answer });
			return await answer;
		},
	};
}
