/**
 * Visits on their way into a database file. A visit is acknowledged once it is in a journal beside the file, which takes
 * one flush of the disk. Many visits become one transaction. How far the journal was read is stored with them, so none
 * counts twice.
 */
import { Journal, readJournal, removeJournal } from "../../disk/journal.ts";
import { LockFile } from "../../disk/lock-file.ts";
import type { VoiceDatabase } from "../store/tables.ts";
import { storeVisits, type TimedVisit } from "./store-visits.ts";

export interface VisitJournal {
	/** @returns once the visits are on the disk; false if there is no room @throws errors of the disk */
	keep(visits: readonly TimedVisit[]): Promise<boolean>;
	/** @returns once all that was kept is in the database @throws errors of the database; the visits stay kept */
	settle(): Promise<void>;
	/** Settles, and forgets the digests of a day that is over. @throws errors of the database */
	renew(): Promise<void>;
	/** What cannot be stored now stays in the journal for the next start. */
	close(): Promise<void>;
}

/** Bytes of a file of the journal: 30,000 visits. */
const size = 4_000_000;
/** How long visits wait in the journal, in milliseconds. */
const rest = 1_000;
/** Visits of one transaction: more of them would keep the disk from the journal for too long. */
const mostTogether = 500;
/** Where the number of the last entry that was stored is kept, among the logs that were read. */
const logName = "visits";

interface Kept {
	readonly number: number;
	readonly visits: readonly TimedVisit[];
}

/**
 * Stores what a killed process left, and begins a new journal.
 *
 * @param path of the journal's files, without their endings
 * @throws LockHeldError while another process has it, and errors of the disk and the database
 */
export async function openVisitJournal(
	db: VoiceDatabase,
	path: string,
	log: (line: string) => void,
): Promise<VisitJournal> {
	const lock = await LockFile.take(`${path}.lock`);
	try {
		const before = await lastStored(db);
		const left = (await readJournal(path))
			.filter(({ number }) => number > before)
			.map(({ number, text }) => ({ number, visits: JSON.parse(text) as readonly TimedVisit[] }));
		for (const entry of left) await store(db, [entry]);
		const last = left.at(-1)?.number ?? before;
		return startVisitJournal({ db, path, log, lock, last, journal: await Journal.start(path, size, last) });
	} catch (error) {
		await lock.release();
		throw error;
	}
}

interface StartOptions {
	readonly db: VoiceDatabase;
	readonly path: string;
	readonly log: (line: string) => void;
	readonly lock: LockFile;
	/** Number of the last entry. */
	readonly last: number;
	readonly journal: Journal;
}

function startVisitJournal({ db, path, log, lock, ...start }: StartOptions): VisitJournal {
	/** Undefined where the disk has no room for one. */
	let journal: Journal | undefined = start.journal;
	let { last } = start;
	let isEmpty = true;
	let kept: readonly Kept[] = [];
	let storing: Promise<void> = Promise.resolve();
	let timer: NodeJS.Timeout | undefined;
	let hasFailed = false;

	function settle(): Promise<void> {
		const until = last;
		const next = storing.catch(() => {}).then(() => storeUntil(until));
		storing = next;
		return next;
	}

	async function storeUntil(until: number): Promise<void> {
		for (;;) {
			const part: Kept[] = [];
			let count = 0;
			for (const entry of kept) {
				if (entry.number > until || (count > 0 && count + entry.visits.length > mostTogether)) break;
				part.push(entry);
				count += entry.visits.length;
			}
			const number = part.at(-1)?.number;
			if (number === undefined) return;
			await store(db, part);
			kept = kept.slice(part.length);
			journal?.release(number);
		}
	}

	function storeSoon(): void {
		timer ??= setTimeout(() => {
			timer = undefined;
			settle().then(
				() => {
					hasFailed = false;
					if (kept.length > 0) storeSoon();
				},
				(error: unknown) => {
					if (!hasFailed) log(`visits: ${error instanceof Error ? error.message : String(error)}`);
					hasFailed = true;
					storeSoon();
				},
			);
		}, rest).unref();
	}

	return {
		settle,
		async keep(visits) {
			const number = last + 1;
			if (!(await journal?.append({ number, text: JSON.stringify(visits) }))) return false;
			last = number;
			isEmpty = false;
			kept = [...kept, { number, visits }];
			storeSoon();
			return true;
		},
		async renew() {
			await settle();
			if (isEmpty) return;
			await journal?.remove();
			journal = await Journal.start(path, size, last).catch((error: unknown) => {
				log(`visits: ${error instanceof Error ? error.message : String(error)}`);
				return undefined;
			});
			isEmpty = true;
		},
		async close() {
			clearTimeout(timer);
			const isStored = await settle().then(
				() => true,
				() => false,
			);
			clearTimeout(timer);
			await journal?.close();
			if (isStored) await removeJournal(path);
			await lock.release();
		},
	};
}

async function store(db: VoiceDatabase, entries: readonly Kept[]): Promise<void> {
	const bytes = entries.at(-1)?.number ?? 0;
	const visits = entries.flatMap((entry) => entry.visits);
	const at = visits.at(-1)?.at ?? 0;
	await storeVisits(db, visits, async (transaction) => {
		await transaction
			.insertInto("logs")
			.values({ log: logName, bytes, at })
			.onConflict((conflict) => conflict.column("log").doUpdateSet({ bytes, at }))
			.execute();
	});
}

async function lastStored(db: VoiceDatabase): Promise<number> {
	const row = await db.selectFrom("logs").select("bytes").where("log", "=", logName).executeTakeFirst();
	return row?.bytes ?? 0;
}
