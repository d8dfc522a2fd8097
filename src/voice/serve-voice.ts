/** The voice in a separate process, for a site that another server delivers. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { CounterKey } from "./elsewhere/counting-service.ts";
import { fetchRegularly } from "./elsewhere/fetch-regularly.ts";
import { clientAddress } from "./http/client-address.ts";
import { serverOptions } from "./http/server-options.ts";
import type { LetterMailer } from "./http/voice-options.ts";
import { apiOnDisk, publishedArticles } from "./published-articles.ts";
import type { VoiceLocation } from "./store/open-voice-database.ts";
import { openVoice } from "./voice.ts";

export interface VoiceServerOptions {
	readonly location: VoiceLocation;
	/** The built site, whose articles are counted. */
	readonly outputDirectory: string;
	/** 0 takes any free port. */
	readonly port: number;
	readonly host: string;
	/** Origins that may send requests, beside the site's own. */
	readonly origins: readonly string[];
	readonly trustsProxy: boolean;
	readonly mailer?: LetterMailer | undefined;
	/** For taking over what GoatCounter or Umami has counted. */
	readonly counterKey?: CounterKey | undefined;
	/** Milliseconds since 1970. */
	readonly clock: () => number;
	readonly log: (line: string) => void;
}

export interface VoiceServer {
	/** Without a slash at the end. */
	readonly url: string;
	close(): Promise<void>;
}

/** How long a request may take to arrive, in milliseconds. */
const longestRequest = 20_000;

/** @throws errors of the system, such as a port that is taken (`EADDRINUSE`) */
export async function openVoiceServer(options: VoiceServerOptions): Promise<VoiceServer> {
	const { location, outputDirectory, port, host, origins, trustsProxy, mailer, counterKey, clock, log } =
		options;
	const articles = publishedArticles(apiOnDisk(outputDirectory), clock);
	const voice = openVoice({
		location,
		articles,
		origins,
		addressOf: (context) => clientAddress(context, trustsProxy),
		mailer,
		clock,
		log,
	});
	const server = createServer(
		serverOptions(longestRequest),
		getRequestListener((request, bindings) => voice.handle(request, bindings), {
			overrideGlobalObjects: false,
		}),
	);
	server.listen(port, host);
	await once(server, "listening");
	const stopFetching =
		counterKey && fetchRegularly({ database: voice.database, articles, key: counterKey, clock, log });
	return {
		url: `http://${host}:${(server.address() as AddressInfo).port}`,
		async close() {
			const closed = once(server, "close");
			server.close();
			server.closeIdleConnections();
			server.closeAllConnections();
			await closed;
			stopFetching?.();
			await voice.close();
		},
	};
}
