/** Opens a desk with all its parts, and closes it. */

import { randomBytes } from "node:crypto";
import { join, resolve } from "node:path";
import { foldersBeside } from "../build/portal-folders.ts";
import { deploy } from "../deploy/deploy.ts";
import { LockFile, LockHeldError } from "../disk/lock-file.ts";
import { makePrivateFolder } from "../disk/private-folder.ts";
import { type ArticleId, dayOf, type IsoDateTime } from "../model/ids.ts";
import { silentProgress } from "../model/progress.ts";
import { hasSource, productFolder } from "../program/product-folder.js";
import { fetchRegularly } from "../voice/elsewhere/fetch-regularly.ts";
import { clientAddress } from "../voice/http/client-address.ts";
import { apiOnDisk, publishedArticles } from "../voice/published-articles.ts";
import { mostReadBefore } from "../voice/views/most-read-before.ts";
import { openVoice } from "../voice/voice.ts";
import { type Accounts, openAccounts } from "./accounts/accounts.ts";
import { createMailer } from "./accounts/mailer.ts";
import { createAwaitedFiles } from "./awaited-files.ts";
import { createCommentNotices } from "./comment-notices.ts";
import { deskEntry } from "./desk-collections.ts";
import { createEvents } from "./events.ts";
import { makeFirstRepository } from "./first-repository.ts";
import { sweepComments } from "./moderation.ts";
import type { BuildReply } from "./online/build-messages.ts";
import { type BuildProcess, createBuilder, startBuildProcess } from "./online/builder.ts";
import { createOnline } from "./online/online.ts";
import { watchSettled } from "./online/watch.ts";
import { sectionAddresses } from "./pages/layout.tsx";
import { createPresence } from "./presence.ts";
import { openPreviewLinks } from "./preview/preview-links.ts";
import { createPreviews } from "./preview/previews.ts";
import { createPreviewRenderer } from "./preview/render-preview.ts";
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
	const { outputDirectory, dataDirectory, local, log, clock } = options;
	const server = await openDeskServer(options);
	const closers: (() => unknown)[] = [];
	try {
		return await openParts(options, server, closers);
	} catch (error) {
		await closeAll(closers);
		await server.close();
		throw error;
	}

	async function openParts(
		options: DeskOptions,
		server: DeskServer,
		closers: (() => unknown)[],
	): Promise<RunningDesk> {
		await makePrivateFolder(dataDirectory);
		const lock = await lockData(dataDirectory);
		closers.push(() => lock.release());
		const settings = await readSettings(dataDirectory);
		const store = await openStoreOf(options, settings);
		closers.push(() => store.close());
		const accounts = local ? undefined : await accountsOf(settings, server.origin, dataDirectory);
		if (accounts) closers.push(() => accounts.close());
		const events = createEvents();
		const awaitedFiles = createAwaitedFiles({
			contentDirectory: store.contentDirectory,
			cacheDirectory: options.cacheDirectory,
		});
		let mostRead: readonly ArticleId[] = [];
		const builder = createBuilder({
			startProcess: options.startBuildProcess ?? startBuildProcess,
			request: () => ({
				mostRead,
				contentDirectory: store.contentDirectory,
				outputDirectory,
				cacheDirectory: options.cacheDirectory,
				search: options.search,
				now: options.now(),
				pagesFirst: local,
			}),
			onReply(reply) {
				options.onBuild(reply);
				const awaited = reply.kind === "built" ? reply.report.awaited : undefined;
				awaitedFiles.built(awaited);
				if (awaited) void online.refresh();
			},
		});
		const deployTo = settings.deploy?.to;
		const online = createOnline({
			store,
			builder,
			events,
			clock,
			log,
			deploy: deployTo
				? async () => {
						await deploy({
							siteDirectory: outputDirectory,
							to: deployTo,
							cacheDirectory: options.cacheDirectory,
							dryRun: false,
							recheck: false,
							progress: silentProgress,
						});
					}
				: undefined,
		});
		closers.push(
			() => builder.close(),
			() => online.close(),
		);
		const articles = publishedArticles(apiOnDisk(outputDirectory), clock);
		const voice = openVoice({
			location: options.databaseUrl
				? { url: options.databaseUrl }
				: { file: join(resolve(dataDirectory), "voice.db") },
			articles,
			origins: server.origins,
			addressOf: (context) => clientAddress(context, options.trustsProxy),
			...(settings.mail && { mailer: createMailer(settings.mail) }),
			clock,
			log,
		});
		closers.push(() => voice.close());
		const uploads = openUploads(join(dataDirectory, "uploads"));
		const thumbnails = openThumbnails(options.cacheDirectory);
		const previews = createPreviews({
			store,
			renderer: createPreviewRenderer({
				store,
				outputDirectory,
				cacheDirectory: options.cacheDirectory,
				now: options.now,
			}),
			links: openPreviewLinks(join(dataDirectory, "preview-links.json"), clock),
		});
		const firstKey = randomBytes(24).toString("base64url");
		const presence = createPresence(events, clock);
		closers.push(
			store.onEvent((event) => {
				if (event.kind === "published") online.refreshSoon();
				else if (event.kind === "entry") {
					const { id, by } = event;
					events.tell({ kind: "changed", collection: deskEntry(event.collection), id, by });
				} else if (event.kind === "notice") log(event.message);
			}),
		);
		if (settings.counter) {
			const key = settings.counter;
			closers.push(fetchRegularly({ database: voice.database, articles, key, clock, log }));
		}
		const tellOfComments =
			settings.mail &&
			settings.comments &&
			createCommentNotices({
				database: voice.database,
				mailer: createMailer(settings.mail),
				to: settings.comments.notify,
				queueUrl: `${server.origin}${sectionAddresses.comments}`,
				titleOf: (article) => store.summary("articles", article)?.title ?? article,
				clock,
			});
		await readMostRead();
		if (local) await watchLocally();
		// What has begun needs the database, which closes after it.
		let begun = Promise.resolve();
		const inTurn = (work: () => Promise<void>) => {
			begun = begun.then(work);
		};
		const timers = [
			setInterval(() => void store.refresh().catch((error) => log(String(error))), rhythm.refresh),
			setInterval(() => inTurn(sweep), rhythm.refresh),
			setInterval(() => inTurn(tidy), rhythm.tidy),
		];
		closers.push(async () => {
			timers.forEach(clearInterval);
			await begun;
		});
		server.serve(
			{
				store,
				online,
				uploads,
				thumbnails,
				awaitedFiles,
				previews,
				presence,
				events,
				voice,
				clock,
				local,
				log,
			},
			accounts,
			firstKey,
		);
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

		/** Before the first build reads anything, so that no change is missed. */
		async function watchLocally(): Promise<void> {
			const watchers = await Promise.all([
				watchSettled(
					[store.contentDirectory, ...Object.values(foldersBeside(store.contentDirectory) ?? {})],
					() => {
						void store.refresh().catch((error) => log(String(error)));
						void online.refresh();
					},
				),
				watchSettled(code, () => void builder.restart().then(() => events.tell({ kind: "built" }))),
			]);
			closers.push(...watchers.map((watcher) => () => watcher.close()));
		}

		/** A comment that a reader withdraws leaves the page within 15 seconds plus a build. */
		async function sweep(): Promise<void> {
			try {
				const { comments } = (await voice.site()).voice;
				if (comments === "none") return;
				await sweepComments({ voice, store, clock }, strings.readers);
				await tellOfComments?.();
			} catch (error) {
				log(String(error));
			}
		}

		/** For the home page of the next build, which need not show any. @returns whether they are others than before */
		async function readMostRead(): Promise<boolean> {
			try {
				if (!(await voice.site()).voice.views) return false;
				const before = mostRead.join();
				mostRead = await mostReadBefore(await voice.database(), dayOf(options.now()));
				return mostRead.join() !== before;
			} catch (error) {
				log(String(error));
				return false;
			}
		}

		async function tidy(): Promise<void> {
			try {
				// On a day without news nothing else would bring the list of that day to the home page.
				if (await readMostRead()) await online.refresh();
				await uploads.tidy(clock());
				await store.emptyTrash();
				await store.tidy();
			} catch (error) {
				log(String(error));
			}
		}
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

async function accountsOf(settings: DeskSettings, origin: string, dataDirectory: string): Promise<Accounts> {
	return await openAccounts({
		dataDirectory,
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
async function closeAll(closers: (() => unknown)[]): Promise<void> {
	for (const close of closers.splice(0).reverse()) await close();
}
