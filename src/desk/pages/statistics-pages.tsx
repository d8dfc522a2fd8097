/** The page of statistics, for everybody at the desk: what was read, from where, and what was not found. */

import type { Context, Hono } from "hono";
import { articleAddress } from "../../model/addresses.ts";
import { isArticleId, isIsoDay } from "../../model/ids.ts";
import { addDays, formatDay, readDay, toVietnamDay } from "../../text/index.ts";
import { type Period, type Statistics, statisticsOf } from "../../voice/views/statistics.ts";
import type { Desk } from "../api/context.ts";
import { Refusal } from "../api/refuse.ts";
import { sectionAddresses } from "../messages.ts";
import { csvOf } from "./csv.ts";
import { type PageEnv, pageAnswer } from "./page-answer.tsx";
import { StatisticsPage } from "./statistics-page.tsx";
import { commentStrings, statisticsStrings as strings } from "./strings.ts";

/** Most lines of a list on the page, and of the table. */
const mostLines = { page: 50, table: 100_000 };
/** Days that are shown by default. */
const usualDays = 30;

export function addStatisticsPages(pages: Hono<PageEnv>, { store, voice, clock, local, log }: Desk): void {
	const address = sectionAddresses.statistics;

	pages.get(address, async (context) => {
		const period = periodOf(context);
		return pageAnswer(
			<StatisticsPage
				person={context.get("person")}
				local={local}
				period={period}
				statistics={await read(period, mostLines.page)}
				titleOf={titleOf}
			/>,
		);
	});

	pages.get(`${address}bang.csv`, async (context) => {
		const period = periodOf(context);
		const { articles, days, referrers, searches } = await read(period, mostLines.table);
		const rows = [
			...articles.map(({ what, count }) => [
				strings.articles,
				titleOf(what),
				isArticleId(what) ? articleAddress(what) : "",
				String(count),
			]),
			...days.map(({ what, count }) => [strings.days, formatDay(what), "", String(count)]),
			...referrers.map(({ what, count }) => [strings.referrers, what, "", String(count)]),
			...searches.map(({ what, count }) => [strings.searches, what, "", String(count)]),
		];
		return context.body(csvOf([strings.header, ...rows]), 200, {
			"Content-Type": "text/csv; charset=utf-8",
			"Content-Disposition": `attachment; filename="thong-ke-${period.from}-${period.to}.csv"`,
			"Cache-Control": "no-store",
		});
	});

	/** @throws Refusal if the database is unreachable */
	async function read(period: Period, limit: number): Promise<Statistics> {
		try {
			return await statisticsOf(await voice.database(), period, limit);
		} catch (error) {
			log(String(error));
			throw new Refusal(503, commentStrings.unavailable);
		}
	}

	function titleOf(id: string): string {
		return store.summary("articles", id)?.title ?? id;
	}

	function periodOf(context: Context): Period {
		const today = toVietnamDay(clock());
		const day = (name: string) => {
			const text = context.req.query(name) ?? "";
			return isIsoDay(text) ? text : readDay(text);
		};
		return { from: day("tu") ?? addDays(today, 1 - usualDays), to: day("den") ?? today };
	}
}
