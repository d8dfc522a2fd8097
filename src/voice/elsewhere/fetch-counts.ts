/** Takes over what another program has counted, so that its numbers are shown as ours are. */
import { articleAt } from "../../model/addresses.ts";
import type { ArticleId } from "../../model/ids.ts";
import { addDays, toVietnamDay } from "../../text/index.ts";
import type { VoiceDatabase } from "../store/tables.ts";
import { setViews } from "../views/set-views.ts";
import { add, type CountingService, type CountingServiceOptions } from "./counting-service.ts";
import { goatcounter } from "./goatcounter.ts";
import { umami } from "./umami.ts";

const services: Readonly<
	Record<CountingServiceOptions["counter"]["service"], (options: CountingServiceOptions) => CountingService>
> = { goatcounter, umami };

export interface FetchCountsOptions extends CountingServiceOptions {
	readonly db: VoiceDatabase;
	/** Whether readers can see an article. */
	readonly isArticle: (id: ArticleId) => Promise<boolean>;
	/** Milliseconds since 1970. */
	readonly clock: () => number;
	/** The first day, such as `2026-11-01`. @default the last that was fetched before, or 30 days ago */
	readonly since?: string | undefined;
}

export interface FetchReport {
	days: number;
	/** Readers on these days. */
	readers: number;
	/** Days that were counted by the pages or from logs, and stay so. */
	otherwiseCounted: number;
}

/** Days that are fetched at first. */
const firstDays = 30;

/**
 * Each day replaces what was fetched of it before, so nothing counts twice. @throws CountingServiceError; what was
 * fetched before stays
 */
export async function fetchCounts(options: FetchCountsOptions): Promise<FetchReport> {
	const { db, counter, isArticle, clock, since } = options;
	const service = services[counter.service](options);
	const report: FetchReport = { days: 0, readers: 0, otherwiseCounted: 0 };
	const today = toVietnamDay(clock());

	async function viewsOf(pages: ReadonlyMap<string, number>): Promise<ReadonlyMap<string, number>> {
		const views = new Map<string, number>();
		for (const [address, count] of pages) {
			const id = articleAt(address.split(/[?#]/, 1)[0] ?? "");
			add(views, id !== undefined && (await isArticle(id)) ? id : "", count);
		}
		return views;
	}

	for (let day = since ?? (await firstDay(db, today)); day <= today; day = addDays(day, 1)) {
		const { pages, referrers } = await service.read(day);
		const views = await viewsOf(pages);
		if (!(await setViews(db, day, views, hostsOf(referrers)))) {
			report.otherwiseCounted += 1;
			continue;
		}
		report.days += 1;
		for (const count of views.values()) report.readers += count;
	}
	return report;
}

/** The day before the last, as late visits may have been added to it. */
async function firstDay(db: VoiceDatabase, today: string): Promise<string> {
	const last = await db
		.selectFrom("days")
		.select(({ fn }) => fn.max("day").as("day"))
		.where("source", "=", "service")
		.executeTakeFirst();
	return last?.day ? addDays(last.day, -1) : addDays(today, 1 - firstDays);
}

/** Names of sites without the paths of their pages. */
function hostsOf(referrers: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
	const hosts = new Map<string, number>();
	for (const [name, count] of referrers) {
		const host = (name.split("/", 1)[0] ?? "").trim().toLowerCase();
		if (/^[^\p{Cc}]{3,100}$/u.test(host)) add(hosts, host, count);
	}
	return hosts;
}
