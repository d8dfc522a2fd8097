/** Runs a few tasks at a time; the others wait. */
export type WorkLine = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** @param count how many may run at the same time */
export function createWorkLine(count: number): WorkLine {
	let places = count;
	const waiting: (() => void)[] = [];
	return async (work) => {
		if (places > 0) places--;
		else await new Promise<void>((go) => waiting.push(go));
		try {
			return await work();
		} finally {
			// The next waiting task takes this place.
			const next = waiting.shift();
			if (next) next();
			else places++;
		}
	};
}
