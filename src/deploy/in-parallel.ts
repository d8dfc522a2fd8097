/**
 * Runs an action for each item, several at once. After a failure no more are started, and the running ones are awaited.
 */
export async function inParallel<Item>(
	items: Iterable<Item>,
	atOnce: number,
	action: (item: Item, worker: number) => Promise<void>,
): Promise<void> {
	const rest = items[Symbol.iterator]();
	let failed = false;
	async function work(worker: number): Promise<void> {
		for (let next = rest.next(); !next.done && !failed; next = rest.next()) {
			try {
				await action(next.value, worker);
			} catch (error) {
				failed = true;
				throw error;
			}
		}
	}
	const ends = await Promise.allSettled(Array.from({ length: atOnce }, (_, worker) => work(worker)));
	for (const end of ends) if (end.status === "rejected") throw end.reason;
}
