/** Runs work a few at a time; the rest waits its turn. */
export type WorkLine = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** @param count how much may run at the same time */
export function createWorkLine(count: number): WorkLine {
	let places = count;
	const waiting: (() => void)[] = [];
	return async (work) => {
		if (places > 0) places--;
		else await new Promise<void>((go) => waiting.push(go));
		try {
			return await work();
		} finally {
			// Whoever waits takes this place over.
			const next = waiting.shift();
			if (next) next();
			else places++;
		}
	};
}
