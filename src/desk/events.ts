import type { DeskEvent } from "./messages.ts";

/** Notifies all listeners. */
export interface Events {
	tell(event: DeskEvent): void;
	/**
	 * Whoever starts to listen also gets the latest news of each build of the last seconds. A page that reloads after a
	 * publication often comes later than a quick build.
	 *
	 * @returns a function that ends listening
	 */
	listen(listener: (event: DeskEvent) => void): () => void;
}

/** How long news of a build are repeated to new listeners, in milliseconds. */
const repeated = 15_000;

/** @param clock milliseconds since 1970 */
export function createEvents(clock: () => number = Date.now): Events {
	const listeners = new Set<(event: DeskEvent) => void>();
	/** The latest news by job, oldest first. */
	const news = new Map<string, { readonly event: DeskEvent; readonly at: number }>();

	function forgetOld(): void {
		for (const [job, { at }] of news) if (clock() - at > repeated) news.delete(job);
	}

	return {
		tell(event) {
			forgetOld();
			if (event.kind === "online") {
				news.delete(event.job);
				news.set(event.job, { event, at: clock() });
			}
			for (const listener of [...listeners]) listener(event);
		},
		listen(listener) {
			forgetOld();
			for (const { event } of news.values()) listener(event);
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}
