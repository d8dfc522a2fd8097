/** The voice as a part of a server. Its database is opened when needed, and again after it was unreachable. */
import type { Hono } from "hono";
import { LockHeldError } from "../disk/lock-file.ts";
import { forgetExpired } from "./forget-expired.ts";
import { createVoice } from "./http/voice-app.ts";
import type { VoiceOptions } from "./http/voice-options.ts";
import { isRecent } from "./is-recent.ts";
import type { PublishedSite } from "./published-articles.ts";
import {
	type OpenedVoiceDatabase,
	openVoiceDatabase,
	type VoiceLocation,
} from "./store/open-voice-database.ts";
import type { VoiceDatabase } from "./store/tables.ts";
import { strings } from "./strings.ts";
import { type Counter, createCounter } from "./views/counter.ts";
import { openVisitJournal, type VisitJournal } from "./views/visit-journal.ts";

export interface Voice {
	/** Answers a request below `/tieng-noi/`. @param bindings of the HTTP server */
	handle(request: Request, bindings: object): Promise<Response>;
	/** The settings of the site as it is built. */
	site(): Promise<PublishedSite>;
	/** The database with all visits so far. @throws if it cannot be opened or written */
	database(): Promise<VoiceDatabase>;
	close(): Promise<void>;
}

export interface OpenVoiceOptions extends Omit<VoiceOptions, "db" | "counter"> {
	readonly location: VoiceLocation;
}

interface OpenedVoice extends OpenedVoiceDatabase {
	readonly counter: Counter;
	readonly app: Hono;
}

/** How long to wait before opening the database is tried again, in milliseconds. */
const pause = 3_000;
/** Milliseconds between two times at which what has expired is deleted. */
const rhythm = 10 * 60 * 1000;

export function openVoice({ location, ...options }: OpenVoiceOptions): Voice {
	const { clock, log } = options;
	let opened: Promise<OpenedVoice> | undefined;
	let failed: { readonly at: number; readonly error: unknown } | undefined;
	let isClosed = false;

	async function open() {
		if (isClosed) throw new Error("closed");
		if (failed && isRecent(failed.at, pause, clock())) throw failed.error;
		opened ??= openAll();
		try {
			return await opened;
		} catch (error) {
			opened = undefined;
			failed = { at: clock(), error };
			throw error;
		}
	}

	async function openAll(): Promise<OpenedVoice> {
		const { db, close } = await openVoiceDatabase(location, "server");
		try {
			const counter = createCounter(db, clock, await journalOf(db, location, log));
			// No request waits for it, and what cannot be deleted now goes the next time.
			const forget = () =>
				void forgetExpired(db, clock()).catch((error: unknown) => {
					if (!isClosed) log(strings.notForgotten(error instanceof Error ? error.message : String(error)));
				});
			forget();
			const timer = setInterval(forget, rhythm).unref();
			const app = createVoice({ ...options, db, counter });
			return {
				db,
				counter,
				app,
				async close() {
					clearInterval(timer);
					await close();
				},
			};
		} catch (error) {
			await close();
			throw error;
		}
	}

	return {
		async handle(request, bindings) {
			try {
				const { app } = await open();
				return await app.fetch(request, bindings);
			} catch (error) {
				log(error instanceof Error ? error.message : String(error));
				return Response.json({ message: strings.unavailable }, { status: 503 });
			}
		},
		site: () => options.articles.site(),
		async database() {
			const { db, counter } = await open();
			await counter.settle();
			return db;
		},
		async close() {
			const last = opened;
			opened = undefined;
			isClosed = true;
			await last
				?.then(async ({ counter, close }) => {
					await counter.close().finally(close);
				})
				.catch(() => {});
		},
	};
}

/**
 * The journal beside a database file. Undefined where the database is not a file, where another process has the journal,
 * and where the disk has no room for one: visits are stored at once then.
 */
async function journalOf(
	db: VoiceDatabase,
	location: VoiceLocation,
	log: (line: string) => void,
): Promise<VisitJournal | undefined> {
	if ("url" in location) return undefined;
	try {
		return await openVisitJournal(db, `${location.file}-visits`, log);
	} catch (error) {
		if (error instanceof LockHeldError) return undefined;
		if (!(error instanceof Error && "syscall" in error)) throw error;
		log(`visits: ${error.message}`);
		return undefined;
	}
}
