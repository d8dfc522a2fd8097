/** Runs actions one after the other, in the order in which they came. */
export class WriterQueue {
	#last: Promise<unknown> = Promise.resolve();

	/** A failed action does not stop the next ones. */
	run<Result>(action: () => Promise<Result>): Promise<Result> {
		const result = this.#last.then(action);
		this.#last = result.catch(() => {});
		return result;
	}
}
