import type { LockHolder } from "./lock-file.ts";

/** Who holds a lock, to be appended to a sentence; empty if the lock does not say. */
export function describeHolder(holder: LockHolder | undefined): string {
	const process = holder?.processes[0];
	return process ? ` (tiến trình ${process.id} trên máy “${holder.host}”)` : "";
}
