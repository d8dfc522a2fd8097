/** The voice as a function of a host such as Netlify: without a disk, and with a PostgreSQL that all its copies share. */
import type { LetterMailer } from "./http/voice-options.ts";
import { publishedArticles, type ReadApi } from "./published-articles.ts";
import { strings } from "./strings.ts";
import { openVoice } from "./voice.ts";

export interface VoiceFunctionOptions {
	/** `postgres://…`; without it every answer is 503. */
	readonly databaseUrl: string | undefined;
	/** Where the site is served, whose API says which articles there are. Without a slash at the end. */
	readonly siteUrl: string;
	readonly mailer?: LetterMailer | undefined;
	/** Milliseconds since 1970. */
	readonly clock: () => number;
	readonly log: (line: string) => void;
}

/** @returns what answers a request of the machine with an address */
export function voiceFunction({
	databaseUrl,
	siteUrl,
	mailer,
	clock,
	log,
}: VoiceFunctionOptions): (request: Request, clientAddress: string) => Promise<Response> {
	if (!databaseUrl) {
		return async () => Response.json({ message: strings.unavailable }, { status: 503 });
	}
	const voice = openVoice({
		location: { url: databaseUrl },
		articles: publishedArticles(apiOverHttp(siteUrl), clock),
		origins: [siteUrl],
		addressOf: ({ env }) => (env as { readonly clientAddress: string }).clientAddress,
		mailer,
		clock,
		log,
	});
	return (request, clientAddress) => voice.handle(request, { clientAddress });
}

/** How long the site may take to answer, in milliseconds. */
const patience = 5_000;

/** The API of a site that is served somewhere. @param siteUrl without a slash at the end */
function apiOverHttp(siteUrl: string): ReadApi {
	return async (address) => {
		const answer = await fetch(siteUrl + address, { signal: AbortSignal.timeout(patience) });
		if (answer.status === 404) return undefined;
		if (!answer.ok) throw new Error(`${siteUrl}${address}: ${answer.status}`);
		return await answer.text();
	};
}
