/** The numbers as files, for a web server that sends them as it sends pages: an office without our server has numbers too. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { writeFileAtomically } from "../../disk/atomic-write.ts";
import { monthNumbersAddress, mostReadAddress, visitNumbersAddress } from "../../model/voice-addresses.ts";
import { likesOfMonth } from "../comments/comments.ts";
import type { PublishedArticles } from "../published-articles.ts";
import type { VoiceDatabase } from "../store/tables.ts";
import { mostReadLists } from "./most-read-lists.ts";
import { viewsOfMonth, visitNumbers } from "./read-numbers.ts";

export interface WriteNumbersOptions {
	readonly db: VoiceDatabase;
	readonly articles: PublishedArticles;
	/** The files lie below it as their addresses say: `tieng-noi/so/2026-11.json`. */
	readonly folder: string;
	/** Milliseconds since 1970. */
	readonly clock: () => number;
}

/** @returns how many files have changed @throws errors of the disk and the database */
export async function writeNumbers({ db, articles, folder, clock }: WriteNumbersOptions): Promise<number> {
	// Who is here now would be an hour old.
	const { total, today } = await visitNumbers(db, clock);
	const documents: [address: string, document: object][] = [
		[visitNumbersAddress, { total, today }],
		[mostReadAddress, await mostReadLists(db, articles, clock())],
	];
	const months = await db.selectFrom("totals").select("month").distinct().where("month", "<>", "").execute();
	for (const { month } of months) {
		const numbers = { views: await viewsOfMonth(db, month), likes: await likesOfMonth(db, month) };
		documents.push([monthNumbersAddress(month), numbers]);
	}
	let changed = 0;
	for (const [address, document] of documents) {
		const file = join(folder, address);
		const text = JSON.stringify(document);
		if ((await readFile(file, "utf8").catch(() => undefined)) === text) continue;
		await writeFileAtomically(file, text);
		changed += 1;
	}
	return changed;
}
