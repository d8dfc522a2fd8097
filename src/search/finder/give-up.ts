import { FinderError } from "./finder.ts";

/** Throws where nobody waits for the answer any more. `throwIfAborted` is not known to phones of 2021. */
export function giveUpIfAborted(signal: AbortSignal | undefined): void {
	if (signal?.aborted) throw reasonOf(signal);
}

export function reasonOf(signal: AbortSignal): unknown {
	return signal.reason ?? new FinderError("Given up");
}
