/** Remembers answers for a short while, so that a thousand readers cost the database one question. */
export interface Remembered<Answer> {
	/** @throws what `make` throws where there is no older answer */
	get(key: string): Promise<Answer>;
}

const mostKeys = 1_000;

/**
 * @param milliseconds how long an answer counts as new
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
			if (known && clock() - known.made < milliseconds) return await known.answer;
			if (answers.size >= mostKeys) answers.clear();
			// A database that is gone for a while leaves readers with numbers that are a while old.
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
