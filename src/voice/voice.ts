/** The voice as a part of a server. Its database is opened when needed, and again after it was unreachable. */
import type { Hono } from "hono";
import { createVoice } from "./http/voice-app.ts";
import type { VoiceOptions } from "./http/voice-options.ts";
import type { PublishedSite } from "./published-articles.ts";
import {
	type OpenedVoiceDatabase,
	openVoiceDatabase,
	type VoiceLocation,
} from "./store/open-voice-database.ts";
import type { VoiceDatabase } from "./store/tables.ts";
import { strings } from "./strings.ts";

export interface Voice {
	/** Answers a request below `/tieng-noi/`. @param bindings of the HTTP server */
	handle(request: Request, bindings: object): Promise<Response>;
	/** The settings of the site as it is built. */
	site(): Promise<PublishedSite>;
	/** @throws if the database cannot be opened */
	database(): Promise<VoiceDatabase>;
	close(): Promise<void>;
}

export interface OpenVoiceOptions extends Omit<VoiceOptions, "db"> {
	readonly location: VoiceLocation;
}

/** How long to wait before opening the database is tried again, in milliseconds. */
const pause = 3_000;

export function openVoice({ location, ...options }: OpenVoiceOptions): Voice {
	const { clock, log } = options;
	let opened: Promise<OpenedVoiceDatabase & { readonly app: Hono }> | undefined;
	let failed: { readonly at: number; readonly error: unknown } | undefined;

	async function open() {
		if (failed && clock() - failed.at < pause) throw failed.error;
		opened ??= openVoiceDatabase(location, "server").then((database) => ({
			...database,
			app: createVoice({ ...options, db: database.db }),
		}));
		try {
			return await opened;
		} catch (error) {
			opened = undefined;
			failed = { at: clock(), error };
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
		database: async () => (await open()).db,
		async close() {
			const last = opened;
			opened = undefined;
			failed = { at: Number.POSITIVE_INFINITY, error: new Error("closed") };
			await last?.then(({ close }) => close()).catch(() => {});
		},
	};
}
