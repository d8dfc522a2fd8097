import type { Entry } from "./archive-index.ts";

/** A day, month or year that has articles. */
export interface Period<Key> {
	readonly key: Key;
	/** Oldest first, withdrawn ones included. */
	readonly entries: readonly Entry[];
	/** The nearest earlier one that has articles. */
	readonly previous: Key | undefined;
	readonly next: Key | undefined;
}

/** @param groups articles by day, month or year, oldest first */
export function* periodsOf<Key>(groups: ReadonlyMap<Key, readonly Entry[]>): Generator<Period<Key>> {
	const all = [...groups];
	for (const [at, [key, entries]] of all.entries()) {
		yield { key, entries, previous: all[at - 1]?.[0], next: all[at + 1]?.[0] };
	}
}

/** Place of the first article of a period that readers can see: its page exists from then on. */
export function beginning<Key>(
	groups: ReadonlyMap<Key, readonly Entry[]>,
	key: Key | undefined,
): number | undefined {
	return key === undefined ? undefined : groups.get(key)?.find(({ withdrawn }) => !withdrawn)?.place;
}

/** `2026-01` to `2026-12` for `2026`. */
export function monthsOfYear(year: string): string[] {
	return Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, "0")}`);
}
