/** Stores visits in the database: readers, numbers and the hosts that led here, in one transaction. */
import { sql, type Transaction } from "kysely";
import type { VoiceDatabase, VoiceTables } from "../store/tables.ts";
import { addViews, counted, parts, type SeenVisit } from "./add-views.ts";

export interface TimedVisit extends SeenVisit {
	/** Digest of the day's salt and the reader. */
	readonly reader: string;
	/** Milliseconds since 1970. */
	readonly at: number;
	/** Host of the referring page, if on another site. */
	readonly referrer?: string | undefined;
}

/** How long after the last page a reader still counts as present, in milliseconds. */
export const presence = 5 * 60 * 1000;

/** @param alongside what else the transaction does */
export async function storeVisits(
	db: VoiceDatabase,
	visits: readonly TimedVisit[],
	alongside: (transaction: Transaction<VoiceTables>) => Promise<void> = async () => {},
): Promise<void> {
	await db.transaction().execute(async (transaction) => {
		await store(transaction, visits);
		await alongside(transaction);
	});
	const last = Math.max(...visits.map(({ at }) => at));
	// The visits are stored. What could not be deleted goes with the next ones.
	await forgetPresent(db, last).catch(() => {});
}

/** Deletes who was here last too long ago. @param now milliseconds since 1970 */
export async function forgetPresent(db: VoiceDatabase, now: number): Promise<void> {
	await db
		.deleteFrom("present")
		.where("at", "<=", now - presence)
		.execute();
}

async function store(transaction: Transaction<VoiceTables>, visits: readonly TimedVisit[]): Promise<void> {
	const fresh = new Set((await addViews(transaction, visits)).map(({ visit }) => visit));
	const present = new Map(visits.map(({ reader, at }) => [`${at} ${reader}`, { at, reader }]));
	for (const part of parts([...present.values()])) {
		await transaction
			.insertInto("present")
			.values(part)
			.onConflict((conflict) => conflict.doNothing())
			.execute();
	}
	const led = visits.filter(({ visit, referrer }) => fresh.delete(visit) && referrer !== undefined);
	const hosts = counted(led, ({ day, referrer = "" }) => `${day} ${referrer}`).map(([key, count]) => {
		const [day = "", host = ""] = key.split(" ");
		return { day, host, count };
	});
	for (const part of parts(hosts)) {
		await transaction
			.insertInto("referrers")
			.values(part)
			.onConflict((conflict) =>
				conflict.columns(["day", "host"]).doUpdateSet({ count: sql`referrers.count + excluded.count` }),
			)
			.execute();
	}
}
