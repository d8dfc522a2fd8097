/** What the voice asks of a program that counts readers in its place. */
import { z } from "zod";
import type { CounterSettings } from "../../model/site.ts";
import { strings } from "../strings.ts";

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

const keyText = z.string(strings.counterKeyNotText).min(1, strings.counterKeyNotText);

/** How we identify ourselves to the program: by a key, or as Umami's users do. */
export const counterKeySchema = z.strictObject(
	{
		token: keyText.optional(),
		user: keyText.optional(),
		password: keyText.optional(),
		/** Where its API is. @default that of a program which the office runs itself */
		api: z.url({ protocol: /^https?$/, error: strings.counterBadAddress }).optional(),
	},
	{
		error: (issue) =>
			issue.code === "unrecognized_keys"
				? strings.counterKeyUnknown(issue.keys ?? [])
				: strings.counterKeyNotText,
	},
);

export type CounterKey = z.output<typeof counterKeySchema>;

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
