import type { DeskEvent } from "./messages.ts";

/** Tells everybody who listens. */
export interface Events {
	tell(event: DeskEvent): void;
	/** @returns ends the listening */
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
