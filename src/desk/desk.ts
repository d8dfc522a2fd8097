/** Opens a desk with all its parts, and closes it. */

import { randomBytes } from "node:crypto";
import { join, resolve } from "node:path";
import { foldersBeside } from "../build/portal-folders.ts";
import { LockFile, LockHeldError } from "../disk/lock-file.ts";
import { makePrivateFolder } from "../disk/private-folder.ts";
import type { IsoDateTime } from "../model/ids.ts";
import { hasSource, productFolder } from "../program/product-folder.js";
import { type Accounts, openAccounts } from "./accounts/accounts.ts";
import { createMailer } from "./accounts/mailer.ts";
import type { Desk } from "./api/context.ts";
import { deskEntry } from "./desk-collections.ts";
import { createEvents } from "./events.ts";
import { makeFirstRepository } from "./first-repository.ts";
import type { BuildReply } from "./online/build-messages.ts";
import { type Builder, type BuildProcess, startBuildProcess, startSpare } from "./online/builder.ts";
import { openOnline } from "./online/open-online.ts";
import { watchSettled } from "./online/watch.ts";
import { createPresence } from "./presence.ts";
import { openPreviewLinks } from "./preview/preview-links.ts";
import { createPreviews, type Previews } from "./preview/previews.ts";
import { createPreviewRenderer } from "./preview/render-preview.ts";
import { openReaders, type Readers } from "./readers.ts";
import { type DeskServer, firstAdministratorLink, openDeskServer } from "./server.ts";
import { type DeskSettings, readSettings } from "./settings.ts";
import { type DeskStore, openStore, StoreFault, type StoreOptions } from "./store/index.ts";
import { strings } from "./strings.ts";
import { openThumbnails } from "./thumbnails.ts";
import { openUploads } from "./uploads/uploads.ts";

export interface DeskOptions {
	readonly location: StoreOptions["location"];
	readonly outputDirectory: string;
	readonly cacheDirectory: string;
	/** Accounts, sessions, unsaved uploads. Outside of content and output. */
	readonly dataDirectory: string;
	readonly port: number;
	readonly host: string;
	readonly origin?: string | undefined;
	readonly trustsProxy: boolean;
	/** Whether this is `npm start`: no accounts, this machine only, content and code are watched. */
	readonly local: boolean;
	readonly search: boolean;
	/** The database of readers' comments and numbers: `postgres://…`. @default a file in the data directory */
	readonly databaseUrl?: string | undefined;
	/** Read before each build. */
	readonly now: () => IsoDateTime;
	/** Milliseconds since 1970. */
	readonly clock: () => number;
	readonly log: (line: string) => void;
	/** Called after each build. */
	readonly onBuild: (reply: BuildReply) => void;
	/** @default `startBuildProcess` */
	readonly startBuildProcess?: (() => BuildProcess) | undefined;
}

export interface RunningDesk {
	/** Ends with a slash. */
	readonly url: string;
	readonly firstBuild: Promise<void>;
	/** Address at which the first administrator is created; undefined once there is an account. */
	readonly firstAdministrator: string | undefined;
	/** Deletes what has expired: uploads, trash. The desk also does it every hour. */
	tidy(): Promise<void>;
	close(): Promise<void>;
}

/** Another desk uses the folder. */
export class DeskInUseError extends Error {}

/** The folder of our own code. That of an installed package does not change. */
const code = hasSource
	? ["src", "admin", "scripts", "package-lock.json"].map((name) => join(productFolder, name))
	: [];
/** Milliseconds between two checks for commits made outside of the desk, and between two clean-ups. */
const rhythm = { refresh: 15_000, tidy: 60 * 60 * 1000 };

/**
 * Opens a desk and begins the first build.
 *
 * @throws PortInUseError, DeskInUseError, SettingsError, StoreFault
 */
export async function openDesk(options: DeskOptions): Promise<RunningDesk> {
	const server = await openDeskServer(options);
	const closers: Closers = [];
	try {
		return await openParts(options, server, closers);
	} catch (error) {
		await closeAll(closers);
		await server.close();
		throw error;
	}
}

/** What ends the parts that are open, in the order of opening. */
type Closers = (() => unknown)[];

async function openParts(options: DeskOptions, server: DeskServer, closers: Closers): Promise<RunningDesk> {
	const { dataDirectory, local, log, clock } = options;
	await makePrivateFolder(dataDirectory);
	const lock = await lockData(dataDirectory);
	closers.push(() => lock.release());
	const spare = startSpare(options.startBuildProcess ?? startBuildProcess);
	closers.push(spare.close);
	const settings = await readSettings(dataDirectory);
	const store = await openStoreOf(options, settings);
	closers.push(() => store.close());
	const accounts = local ? undefined : await accountsOf(settings, server.origin, options);
	if (accounts) closers.push(() => accounts.close());
	const readers = openReaders({ ...options, store, server, settings });
	closers.push(() => readers.close());
	const events = createEvents();
	const { online, builder, awaitedFiles, close } = openOnline({
		...options,
		store,
		events,
		startBuildProcess: spare.take,
		deployTo: settings.deploy?.to,
		pagesFirst: local,
		mostRead: readers.mostRead,
	});
	closers.push(close);
	const uploads = openUploads(join(dataDirectory, "uploads"));
	const firstKey = randomBytes(24).toString("base64url");
	const desk: Desk = {
		store,
		online,
		uploads,
		thumbnails: openThumbnails(options.cacheDirectory),
		awaitedFiles,
		previews: previewsOf(options, store),
		presence: createPresence(events, clock),
		events,
		voice: readers.voice,
		clock,
		local,
		log,
	};
	closers.push(passOn(desk));
	await readers.countMostRead();
	if (local) closers.push(await watchLocally(desk, builder));
	const tidy = () => tidyUp(desk, readers);
	closers.push(workRegularly(desk, { sweep: readers.sweep, tidy }));
	server.serve(desk, accounts, firstKey);
	online.startClock();
	const isEmpty = (await accounts?.hasNobody()) ?? false;
	return {
		url: `${server.origin}/`,
		firstBuild: online.refresh(),
		firstAdministrator: isEmpty ? firstAdministratorLink(server.origin, firstKey) : undefined,
		tidy,
		async close() {
			// Requests that are being answered need all the other parts.
			await server.close();
			await closeAll(closers);
		},
	};
}

function previewsOf(options: DeskOptions, store: DeskStore): Previews {
	const { outputDirectory, cacheDirectory, dataDirectory, now, clock } = options;
	return createPreviews({
		store,
		renderer: createPreviewRenderer({ store, outputDirectory, cacheDirectory, now }),
		links: openPreviewLinks(join(dataDirectory, "preview-links.json"), clock),
	});
}

/** Passes on what happens in the store. @returns what ends it */
function passOn({ store, online, events, log }: Desk): () => void {
	return store.onEvent((event) => {
		if (event.kind === "published") online.refreshSoon();
		else if (event.kind === "entry") {
			const { id, by } = event;
			events.tell({ kind: "changed", collection: deskEntry(event.collection), id, by });
		} else if (event.kind === "notice") log(event.message);
	});
}

/** Before the first build reads anything, so that no change is missed. @returns what ends it */
async function watchLocally(desk: Desk, builder: Builder): Promise<() => Promise<void>> {
	const { store, online, events, log } = desk;
	const { contentDirectory } = store;
	// Not waited for: the code was read before, and its folders are many.
	const watchingCode = watchSettled(code, () => {
		void builder.restart().then(() => events.tell({ kind: "built" }));
	}).catch((error: Error) => log(strings.codeNotWatched(error.message)));
	const watcher = await watchSettled(
		[contentDirectory, ...Object.values(foldersBeside(contentDirectory) ?? {})],
		() => {
			refreshStore(desk);
			void online.refresh();
		},
	);
	return async () => {
		await Promise.all([watcher.close(), watchingCode.then((watching) => watching?.close())]);
	};
}

/**
 * Looks for commits made outside of the desk, and does the work that needs the database, one piece after the other. A
 * comment that a reader withdraws leaves the page within 15 seconds plus a build.
 *
 * @returns what ends it, after the work that has begun
 */
function workRegularly(
	desk: Desk,
	{ sweep, tidy }: { readonly sweep: () => Promise<void>; readonly tidy: () => Promise<void> },
): () => Promise<void> {
	let begun = Promise.resolve();
	const inTurn = (work: () => Promise<void>) => {
		begun = begun.then(work);
	};
	const timers = [
		setInterval(() => refreshStore(desk), rhythm.refresh),
		setInterval(() => inTurn(sweep), rhythm.refresh),
		setInterval(() => inTurn(tidy), rhythm.tidy),
	];
	return async () => {
		timers.forEach(clearInterval);
		await begun;
	};
}

function refreshStore({ store, log }: Desk): void {
	void store.refresh().catch((error) => log(String(error)));
}

async function tidyUp({ store, online, uploads, clock, log }: Desk, readers: Readers): Promise<void> {
	try {
		// On a day without news nothing else would bring the list of that day to the home page.
		if (await readers.countMostRead()) await online.refresh();
		await uploads.tidy(clock());
		await store.emptyTrash();
		await store.tidy();
	} catch (error) {
		log(String(error));
	}
}

/** People who try a portal on this machine need not know Git. In an office, the technician makes the repository. */
async function openStoreOf(options: DeskOptions, settings: DeskSettings): Promise<DeskStore> {
	const { location, dataDirectory, clock, local, log } = options;
	const storeOptions: StoreOptions = {
		location,
		dataDirectory: resolve(dataDirectory),
		now: clock,
		...(settings.remotes && { remotes: remotesOf(settings.remotes) }),
	};
	try {
		return await openStore(storeOptions);
	} catch (error) {
		const isMissing = error instanceof StoreFault && error.code === "not-a-repository";
		if (!isMissing || !local || !("content" in location)) throw error;
		await makeFirstRepository(location.content);
		log(strings.madeRepository(location.content));
		return await openStore(storeOptions);
	}
}

async function accountsOf(
	settings: DeskSettings,
	origin: string,
	{ dataDirectory, log }: DeskOptions,
): Promise<Accounts> {
	return await openAccounts({
		dataDirectory,
		log,
		origin,
		siteName: new URL(origin).hostname,
		...(settings.mail && { mailer: createMailer(settings.mail) }),
		...(settings.signIn && { oidc: settings.signIn }),
	});
}

function remotesOf({
	publish,
	backup,
}: NonNullable<DeskSettings["remotes"]>): NonNullable<StoreOptions["remotes"]> {
	return { ...(publish && { publish }), ...(backup && { backup }) };
}

async function lockData(dataDirectory: string): Promise<LockFile> {
	try {
		return await LockFile.take(join(dataDirectory, "desk.lock"));
	} catch (error) {
		throw error instanceof LockHeldError ? new DeskInUseError(strings.inUse(dataDirectory)) : error;
	}
}

/** In the reverse order of opening, so that a part ends before what it uses. */
async function closeAll(closers: Closers): Promise<void> {
	for (const close of closers.splice(0).reverse()) await close();
}
