/** What the desk does with what readers write and read: it keeps the database, tells the office, and counts. */

import { join, resolve } from "node:path";
import { type ArticleId, dayOf, type IsoDateTime } from "../model/ids.ts";
import { fetchRegularly } from "../voice/elsewhere/fetch-regularly.ts";
import { clientAddress } from "../voice/http/client-address.ts";
import { apiOnDisk, publishedArticles } from "../voice/published-articles.ts";
import { mostReadBefore } from "../voice/views/most-read-before.ts";
import { openVoice, type Voice } from "../voice/voice.ts";
import { createMailer } from "./accounts/mailer.ts";
import { createCommentNotices } from "./comment-notices.ts";
import { sectionAddresses } from "./messages.ts";
import { sweepComments } from "./moderation.ts";
import type { DeskServer } from "./server.ts";
import type { DeskSettings } from "./settings.ts";
import type { DeskStore } from "./store/index.ts";
import { strings } from "./strings.ts";

export interface ReadersOptions {
	readonly store: DeskStore;
	readonly server: Pick<DeskServer, "origin" | "origins">;
	readonly settings: Pick<DeskSettings, "mail" | "comments" | "counter">;
	readonly outputDirectory: string;
	readonly dataDirectory: string;
	/** @default a file in the data directory */
	readonly databaseUrl?: string | undefined;
	readonly trustsProxy: boolean;
	readonly now: () => IsoDateTime;
	/** Milliseconds since 1970. */
	readonly clock: () => number;
	readonly log: (line: string) => void;
}

export interface Readers {
	readonly voice: Voice;
	/** The articles that were read most, for the home page of the next build, which need not show any. */
	mostRead(): readonly ArticleId[];
	/** Counts anew what was read most. @returns whether these are others than before */
	countMostRead(): Promise<boolean>;
	/** Takes back comments that readers withdrew, and tells the office of those that wait. */
	sweep(): Promise<void>;
	close(): Promise<void>;
}

export function openReaders(options: ReadersOptions): Readers {
	const { store, server, settings, clock, log } = options;
	const articles = publishedArticles(apiOnDisk(options.outputDirectory), clock);
	const voice = openVoice({
		location: options.databaseUrl
			? { url: options.databaseUrl }
			: { file: join(resolve(options.dataDirectory), "voice.db") },
		articles,
		origins: server.origins,
		addressOf: (context) => clientAddress(context, options.trustsProxy),
		...(settings.mail && { mailer: createMailer(settings.mail) }),
		clock,
		log,
	});
	const stopFetching =
		settings.counter &&
		fetchRegularly({ database: voice.database, articles, key: settings.counter, clock, log });
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
	let mostRead: readonly ArticleId[] = [];
	return {
		voice,
		mostRead: () => mostRead,
		async countMostRead() {
			try {
				if (!(await voice.site()).voice.views) return false;
				const before = mostRead.join();
				mostRead = await mostReadBefore(await voice.database(), dayOf(options.now()));
				return mostRead.join() !== before;
			} catch (error) {
				log(String(error));
				return false;
			}
		},
		async sweep() {
			try {
				const { comments } = (await voice.site()).voice;
				if (comments === "none") return;
				await sweepComments({ voice, store, clock }, strings.readers);
				await tellOfComments?.();
			} catch (error) {
				log(String(error));
			}
		},
		async close() {
			stopFetching?.();
			await voice.close();
		},
	};
}
