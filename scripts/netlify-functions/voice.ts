/** The readers' voice on Netlify. docs/voice.md says how it is switched on. */
import { createMailer } from "../../src/desk/accounts/mailer.ts";
import { voiceFunction } from "../../src/voice/voice-function.ts";

const { DATABASE_URL, URL: siteUrl = "", MAIL_SERVER, MAIL_FROM } = process.env;

const answer = voiceFunction({
	databaseUrl: DATABASE_URL,
	siteUrl,
	...(MAIL_SERVER && MAIL_FROM && { mailer: createMailer({ server: MAIL_SERVER, from: MAIL_FROM }) }),
	clock: Date.now,
	log: (line) => console.error(line),
});

export default (request: Request, { ip }: { readonly ip: string }): Promise<Response> => answer(request, ip);

export const config = { path: "/tieng-noi/*" };
