/**
 * Counts readers from a web server's logs, for sites whose pages send no beacons. The numbers are the same. How far a
 * log was read is stored in the transaction that counts, so nothing counts twice, however often it is restarted.
 */

import { articleAt } from "../../model/addresses.ts";
import type { ArticleId } from "../../model/ids.ts";
import { addDays } from "../../text/index.ts";
import { closeDaysBefore, saltOf } from "../store/days.ts";
import type { VoiceDatabase } from "../store/tables.ts";
import { addViews, type SeenVisit } from "../views/add-views.ts";
import { readerDigest, visitDigest } from "../views/reader-digest.ts";
import { isRobot } from "../views/robots.ts";
import { fingerprintOf, logPieces } from "./log-lines.ts";
import { type LoggedVisit, readLine, UnreadableLineError } from "./read-line.ts";

export interface LogReport {
	/** Lines that were read now. */
	lines: number;
	/** Readers that count. */
	counted: number;
	/** Pages that robots got. */
	robots: number;
	/** Lines of another format. */
	unreadable: number;
	/** Readers on days that were already counted by beacons. */
	otherwiseCounted: number;
}

/** Days before the newest line whose readers are still distinguished, as the next log may begin there. */
const openDays = 2;

export interface CountLogsOptions {
	readonly db: VoiceDatabase;
	/** Paths of logs, packed or not. */
	readonly files: readonly string[];
	/** Whether readers can see an article. */
	readonly isArticle: (id: ArticleId) => Promise<boolean>;
	/** Milliseconds since 1970. */
	readonly clock: () => number;
}

/** @throws errors of the disk and the database; what was counted before stays counted */
export async function countLogs(options: CountLogsOptions): Promise<LogReport> {
	const { db, files, clock } = options;
	const report: LogReport = { lines: 0, counted: 0, robots: 0, unreadable: 0, otherwiseCounted: 0 };
	const salts = new Map<string, string | undefined>();
	const articles = new Map<string, ArticleId | undefined>();
	let newest = "";

	/** Undefined for pages that are not articles of the site. */
	async function articleOf(path: string): Promise<ArticleId | undefined> {
		if (articles.has(path)) return articles.get(path);
		const id = articleAt(path);
		const found = id !== undefined && (await options.isArticle(id)) ? id : undefined;
		if (articles.size > mostRemembered) articles.clear();
		articles.set(path, found);
		return found;
	}

	function visitOn(line: string): LoggedVisit | undefined {
		try {
			return readLine(line);
		} catch (error) {
			if (!(error instanceof UnreadableLineError)) throw error;
			report.unreadable += 1;
			return undefined;
		}
	}

	async function visitsOf(lines: readonly string[]): Promise<Map<string, SeenVisit>> {
		const visits = new Map<string, SeenVisit>();
		const readers = new Map<string, string>();
		for (const line of lines) {
			const logged = visitOn(line);
			if (!logged) continue;
			const { address, day, path, agent } = logged;
			if (isRobot(agent)) {
				report.robots += 1;
				continue;
			}
			if (!salts.has(day)) salts.set(day, await saltOf(db, day, "logs"));
			const salt = salts.get(day);
			if (salt === undefined) {
				report.otherwiseCounted += 1;
				continue;
			}
			if (day > newest) newest = day;
			const article = (await articleOf(path)) ?? "";
			const key = `${day}\n${address}\n${agent}`;
			let reader = readers.get(key);
			if (reader === undefined) {
				reader = readerDigest(salt, { address, agent });
				readers.set(key, reader);
			}
			const visit = visitDigest(reader, article);
			visits.set(visit, { visit, article, day });
		}
		return visits;
	}

	for (const file of files) {
		const log = await fingerprintOf(file);
		if (log === undefined) continue;
		const known = await db.selectFrom("logs").select("bytes").where("log", "=", log).executeTakeFirst();
		for await (const { lines, end } of logPieces(file, known?.bytes ?? 0)) {
			const visits = await visitsOf(lines);
			await db.transaction().execute(async (transaction) => {
				report.counted += (await addViews(transaction, visits.values())).length;
				await transaction
					.insertInto("logs")
					.values({ log, bytes: end, at: clock() })
					.onConflict((conflict) => conflict.column("log").doUpdateSet({ bytes: end, at: clock() }))
					.execute();
			});
			report.lines += lines.length;
		}
	}
	if (newest !== "") await closeDaysBefore(db, addDays(newest, -openDays), "logs");
	return report;
}

/** Paths whose articles are cached. */
const mostRemembered = 50_000;
