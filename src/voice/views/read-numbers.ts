/** The numbers that pages show. */
import { addDays, toVietnamDay } from "../../text/index.ts";
import type { VoiceDatabase } from "../store/tables.ts";
import { presence } from "./store-visits.ts";

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
	const day = toVietnamDay(now);
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
			.selectFrom("present")
			.select(({ fn }) => fn.count("reader").distinct().as("sum"))
			.where("at", ">", now - presence)
			.where("at", "<=", now)
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
	return { from: addDays(toVietnamDay(now), 1 - days) };
}
