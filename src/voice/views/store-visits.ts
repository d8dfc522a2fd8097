/** Stores visits in the database: readers, numbers and the hosts that led here, in one transaction. */
import { sql, type Transaction } from "kysely";
import type { VoiceTables } from "../store/tables.ts";
import { addViews, counted, parts, type SeenVisit } from "./add-views.ts";

export interface TimedVisit extends SeenVisit {
	/** Digest of the day's salt and the reader. */
	readonly reader: string;
	/** Milliseconds since 1970. */
	readonly at: number;
	/** Host of the referring page, if on another site. */
	readonly referrer?: string | undefined;
}

export async function storeVisits(
	transaction: Transaction<VoiceTables>,
	visits: readonly TimedVisit[],
): Promise<void> {
	const fresh = new Set((await addViews(transaction, visits)).map(({ visit }) => visit));
	const last = new Map(visits.map(({ reader, day, at }) => [reader, { reader, day, at }]));
	// Always in one order, so that two processes never wait for each other.
	const readers = [...last.values()].sort((one, other) => (one.reader < other.reader ? -1 : 1));
	for (const part of parts(readers)) {
		await transaction
			.insertInto("readers")
			.values(part)
			.onConflict((conflict) => conflict.column("reader").doUpdateSet({ at: sql`excluded.at` }))
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
