import { FinderError } from "./finder.ts";

/** Throws if nobody waits for the answer any more. Phones of 2021 do not know `throwIfAborted`. */
export function giveUpIfAborted(signal: AbortSignal | undefined): void {
	if (signal?.aborted) throw reasonOf(signal);
}

export function reasonOf(signal: AbortSignal): unknown {
	return signal.reason ?? new FinderError("Given up");
}
