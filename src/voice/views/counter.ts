/**
 * Counts readers from the beacons of pages. Visits that arrive together are written together, so the disk is waited for
 * once. A visit is acknowledged when it is on the disk.
 */
import { toVietnamDay } from "../../text/index.ts";
import { closeDaysBefore, saltOf } from "../store/days.ts";
import type { VoiceDatabase } from "../store/tables.ts";
import { type Reader, readerDigest, visitDigest } from "./reader-digest.ts";
import { storeVisits, type TimedVisit } from "./store-visits.ts";
import type { VisitJournal } from "./visit-journal.ts";

export interface Visit {
	readonly reader: Reader;
	/** Id of the article; empty for a page that is not one. */
	readonly article: string;
	/** Host of the referring page, if on another site. */
	readonly referrer?: string | undefined;
}

export interface Counter {
	/** @returns once the visit is on the disk @throws errors of the disk and the database; nothing was counted then */
	count(visit: Visit): Promise<void>;
	/** @returns once the numbers in the database are complete @throws errors of the database */
	settle(): Promise<void>;
	close(): Promise<void>;
}

/** How long the first visit waits for others, in milliseconds. */
const gathering = 5;
/** Visits that are written together. */
const mostTogether = 2_000;

interface Waiting {
	readonly visit: Visit;
	readonly done: () => void;
	readonly failed: (error: unknown) => void;
}

/**
 * @param clock milliseconds since 1970
 * @param journal where visits are kept until they are in the database; without it they are stored at once
 */
export function createCounter(
	db: VoiceDatabase,
	clock: () => number,
	journal: VisitJournal | undefined,
): Counter {
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
		const day = toVietnamDay(clock());
		if (today?.day !== day) {
			const salt = await saltOf(db, day, "pages");
			await journal?.renew();
			await closeDaysBefore(db, day, "pages");
			today = { day, salt };
		}
		return today;
	}

	async function write(visits: readonly Visit[]): Promise<void> {
		const { day, salt } = await saltOfToday();
		// This day's readers are counted from the web server's logs.
		if (salt === undefined) return;
		const at = clock();
		const timed = visits.map(({ reader, article, referrer }): TimedVisit => {
			const digest = readerDigest(salt, reader);
			return { reader: digest, visit: visitDigest(digest, article), article, day, at, referrer };
		});
		if (await journal?.keep(timed)) return;
		await storeVisits(db, timed);
	}

	return {
		count: (visit) =>
			new Promise((done, failed) => {
				waiting.push({ visit, done, failed });
				if (isRunning) return;
				isRunning = true;
				void run();
			}),
		settle: async () => await journal?.settle(),
		close: async () => await journal?.close(),
	};
}
