/** What the voice asks of a program that counts readers in its place. */
import type { CounterSettings } from "../../model/site.ts";

/** Readers of one day in Vietnam. */
export interface DayCounts {
	/** Readers of each page, by the path of its address. */
	readonly pages: ReadonlyMap<string, number>;
	/** Readers that came from another site, by its name. */
	readonly referrers: ReadonlyMap<string, number>;
}

export interface CountingService {
	/**
	 * @param day `2026-11-22`
	 * @throws CountingServiceError
	 */
	read(day: string): Promise<DayCounts>;
}

/** How we identify ourselves to the program: by a key, or as Umami's users do. */
export interface CounterKey {
	readonly token?: string | undefined;
	readonly user?: string | undefined;
	readonly password?: string | undefined;
	/** Where its API is. @default that of a program which the office runs itself */
	readonly api?: string | undefined;
}

export interface CountingServiceOptions {
	readonly counter: CounterSettings;
	readonly key: CounterKey;
	/** Waits so many milliseconds. */
	readonly pause: (milliseconds: number) => Promise<void>;
}

/** The program is unreachable, rejects our key, or answers something else than it documents. */
export class CountingServiceError extends Error {}

/** Moments of a day in Vietnam. */
export interface Span {
	/** Milliseconds since 1970. */
	readonly from: number;
	/** Not included. */
	readonly to: number;
}

export function spanOf(day: string): Span {
	const from = Date.parse(`${day}T00:00:00+07:00`);
	return { from, to: from + 24 * 60 * 60 * 1000 };
}

/** Adds to a count. */
export function add(counts: Map<string, number>, name: string, count: number): void {
	counts.set(name, (counts.get(name) ?? 0) + count);
}
