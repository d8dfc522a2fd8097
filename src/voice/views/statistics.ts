/** For editors: what was read between two days, where readers came from, and what they did not find. */
import type { VoiceDatabase } from "../store/tables.ts";

/** Days such as `2026-11-22`, both included. */
export interface Period {
	readonly from: string;
	readonly to: string;
}

export interface Counted {
	/** An article's id, a host, or words. */
	readonly what: string;
	readonly count: number;
}

export interface Statistics {
	/** Readers of each article, most first. */
	readonly articles: readonly Counted[];
	readonly referrers: readonly Counted[];
	readonly searches: readonly Counted[];
	/** Readers of all pages on each day that had any. */
	readonly days: readonly Counted[];
}

/** @param limit of each list but that of the days */
export async function statisticsOf(
	db: VoiceDatabase,
	{ from, to }: Period,
	limit: number,
): Promise<Statistics> {
	const articles = await db
		.selectFrom("views")
		.select("article as what")
		.select(({ fn }) => fn.sum("count").as("sum"))
		.where("day", ">=", from)
		.where("day", "<=", to)
		.where("article", "<>", "")
		.groupBy("article")
		.orderBy("sum", "desc")
		.orderBy("article")
		.limit(limit)
		.execute();
	const referrers = await db
		.selectFrom("referrers")
		.select("host as what")
		.select(({ fn }) => fn.sum("count").as("sum"))
		.where("day", ">=", from)
		.where("day", "<=", to)
		.groupBy("host")
		.orderBy("sum", "desc")
		.orderBy("host")
		.limit(limit)
		.execute();
	const searches = await db
		.selectFrom("searches")
		.select("words as what")
		.select(({ fn }) => fn.sum("count").as("sum"))
		.where("day", ">=", from)
		.where("day", "<=", to)
		.groupBy("words")
		.orderBy("sum", "desc")
		.orderBy("words")
		.limit(limit)
		.execute();
	const days = await db
		.selectFrom("views")
		.select("day as what")
		.select(({ fn }) => fn.sum("count").as("sum"))
		.where("day", ">=", from)
		.where("day", "<=", to)
		.groupBy("day")
		.orderBy("day")
		.execute();
	return {
		articles: articles.map(counted),
		referrers: referrers.map(counted),
		searches: searches.map(counted),
		days: days.map(counted),
	};
}

/** PostgreSQL returns sums as text. */
function counted({ what, sum }: { readonly what: string; readonly sum: string | number | bigint }): Counted {
	return { what, count: Number(sum) };
}
