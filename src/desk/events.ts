import type { DeskEvent } from "./messages.ts";

/** Notifies all listeners. */
export interface Events {
	tell(event: DeskEvent): void;
	/** @returns a function that ends listening */
	listen(listener: (event: DeskEvent) => void): () => void;
}

export function createEvents(): Events {
	const listeners = new Set<(event: DeskEvent) => void>();
	return {
		tell(event) {
			for (const listener of [...listeners]) listener(event);
		},
		listen(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}
