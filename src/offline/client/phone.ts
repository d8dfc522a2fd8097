/** What the browser tells about the phone. */

/** Milliseconds by which Vietnam is ahead of UTC. */
const ahead = 7 * 60 * 60 * 1000;

/** The day of a moment in Vietnam, as `2026-11-22`. @param moment milliseconds since 1970 */
export function dayAt(moment: number): string {
	return new Date(moment + ahead).toISOString().slice(0, 10);
}

export function savesData(): boolean {
	return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}

/**
 * In bytes; undefined if the browser does not say. The free space is a guess: some browsers tell all sites the same.
 */
export async function room(): Promise<{ readonly used: number; readonly free: number } | undefined> {
	const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {};
	return usage === undefined || quota === undefined
		? undefined
		: { used: usage, free: Math.max(0, quota - usage) };
}

export async function isPersisted(): Promise<boolean> {
	return (await navigator.storage?.persisted?.()) ?? false;
}

/** Asks the browser for persistent storage. Some browsers ask the reader. */
export async function askToPersist(): Promise<boolean> {
	return (await navigator.storage?.persist?.()) ?? false;
}
