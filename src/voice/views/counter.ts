/**
 * Counts readers from the beacons of pages. Visits that arrive together are one transaction, so the disk is waited for
 * once. A visit is acknowledged when it is on the disk.
 */
import { sql } from "kysely";
import { addDays, toVietnamMoment } from "../../text/index.ts";
import { closeDaysBefore, saltOf } from "../store/days.ts";
import type { VoiceDatabase } from "../store/tables.ts";
import { addViews, counted } from "./add-views.ts";
import { type Reader, readerDigest, visitDigest } from "./reader-digest.ts";

export interface Visit {
	readonly reader: Reader;
	/** Id of the article; empty for a page that is not one. */
	readonly article: string;
	/** Host of the referring page, if on another site. */
	readonly referrer?: string | undefined;
}

export interface Counter {
	/** @returns once the visit is stored @throws errors of the database; nothing was counted then */
	count(visit: Visit): Promise<void>;
}

/** How long the first visit waits for others, in milliseconds. */
const gathering = 5;
/** Visits of one transaction. */
const mostTogether = 2_000;

interface Waiting {
	readonly visit: Visit;
	readonly done: () => void;
	readonly failed: (error: unknown) => void;
}

/** @param clock milliseconds since 1970 */
export function createCounter(db: VoiceDatabase, clock: () => number): Counter {
	const waiting: Waiting[] = [];
	let isRunning = false;
	let today: { readonly day: string; readonly salt: string | undefined } | undefined;

	async function run(): Promise<void> {
		while (waiting.length > 0) {
			await new Promise((resolve) => setTimeout(resolve, gathering));
			const together = waiting.splice(0, mostTogether);
			try {
				await write(together.map(({ visit }) => visit));
				for (const { done } of together) done();
			} catch (error) {
				for (const { failed } of together) failed(error);
			}
		}
		isRunning = false;
	}

	async function saltOfToday(): Promise<{ readonly day: string; readonly salt: string | undefined }> {
		const day = toVietnamMoment(clock()).slice(0, 10);
		if (today?.day !== day) {
			const salt = await saltOf(db, day, "pages");
			await closeDaysBefore(db, day, "pages");
			today = { day, salt };
		}
		return today;
	}

	async function write(visits: readonly Visit[]): Promise<void> {
		const { day, salt } = await saltOfToday();
		// This day's readers are counted from the web server's logs.
		if (salt === undefined) return;
		const now = clock();
		const made = visits.map(({ reader, article, referrer }) => {
			const digest = readerDigest(salt, reader);
			return { reader: digest, visit: visitDigest(digest, article), article, day, referrer };
		});
		await db.transaction().execute(async (transaction) => {
			const fresh = new Set((await addViews(transaction, made)).map(({ visit }) => visit));
			const readers = [...new Set(made.map(({ reader }) => reader))].sort();
			await transaction
				.insertInto("readers")
				.values(readers.map((reader) => ({ reader, day, at: now })))
				.onConflict((conflict) => conflict.column("reader").doUpdateSet({ at: now }))
				.execute();
			const led = made.filter(({ visit, referrer }) => fresh.delete(visit) && referrer !== undefined);
			const hosts = counted(led, ({ referrer = "" }) => referrer);
			if (hosts.length === 0) return;
			await transaction
				.insertInto("referrers")
				.values(hosts.map(([host, count]) => ({ host, day, count })))
				.onConflict((conflict) =>
					conflict.columns(["day", "host"]).doUpdateSet({ count: sql`referrers.count + excluded.count` }),
				)
				.execute();
		});
	}

	return {
		count: (visit) =>
			new Promise((done, failed) => {
				waiting.push({ visit, done, failed });
				if (isRunning) return;
				isRunning = true;
				void run();
			}),
	};
}

/** How long after the last page a reader still counts as present, in milliseconds. */
const presence = 5 * 60 * 1000;

export interface VisitNumbers {
	/** Of all days. */
	readonly total: number;
	readonly today: number;
	/** Readers of the last five minutes. Absent where others count: they are late. */
	readonly now?: number;
}

/** @param clock milliseconds since 1970 */
export async function visitNumbers(db: VoiceDatabase, clock: () => number): Promise<VisitNumbers> {
	const now = clock();
	const day = toVietnamMoment(now).slice(0, 10);
	const sumOf = ({ sum }: { sum: string | number | bigint | null } = { sum: 0 }) => Number(sum ?? 0);
	const source = await db.selectFrom("days").select("source").where("day", "=", day).executeTakeFirst();
	const [total, today, here] = [
		await db
			.selectFrom("totals")
			.select(({ fn }) => fn.sum("count").as("sum"))
			.executeTakeFirst(),
		await db
			.selectFrom("views")
			.select(({ fn }) => fn.sum("count").as("sum"))
			.where("day", "=", day)
			.executeTakeFirst(),
		await db
			.selectFrom("readers")
			.select(({ fn }) => fn.countAll().as("sum"))
			.where("at", ">", now - presence)
			.executeTakeFirst(),
	];
	return {
		total: sumOf(total),
		today: sumOf(today),
		...((source?.source ?? "pages") === "pages" && { now: sumOf(here) }),
	};
}

/** Readers of each article of a month that had any, by the end of its id: `{ "22-hoi-nghi": 12 }`. */
export async function viewsOfMonth(
	db: VoiceDatabase,
	month: string,
): Promise<Readonly<Record<string, number>>> {
	const rows = await db
		.selectFrom("totals")
		.select(["article", "count"])
		.where("month", "=", month)
		.orderBy("article")
		.execute();
	return Object.fromEntries(rows.map(({ article, count }) => [article.slice("yyyy/mm/".length), count]));
}

export const readingPeriods = { day: 1, week: 7, month: 30 } as const;

/** Days with the first, and before the last where one is named: `2026-11-22`. */
export interface ReadingPeriod {
	readonly from: string;
	readonly before?: string;
}

/** The articles with the most readers in a period; most first, then by id. */
export async function mostRead(
	db: VoiceDatabase,
	{ from, before }: ReadingPeriod,
	limit: number,
): Promise<readonly { readonly article: string; readonly count: number }[]> {
	const rows = await db
		.selectFrom("views")
		.select("article")
		.select(({ fn }) => fn.sum("count").as("sum"))
		.where("day", ">=", from)
		.$if(before !== undefined, (query) => query.where("day", "<", before ?? ""))
		.where("article", "<>", "")
		.groupBy("article")
		.orderBy("sum", "desc")
		.orderBy("article", "desc")
		.limit(limit)
		.execute();
	return rows.map(({ article, sum }) => ({ article, count: Number(sum) }));
}

/** The last days, including today. @param now milliseconds since 1970 */
export function lastDays(now: number, days: number): ReadingPeriod {
	return { from: addDays(toVietnamMoment(now).slice(0, 10), 1 - days) };
}
