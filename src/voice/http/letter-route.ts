/** Takes a letter to the newsroom and hands it to the mail server. Nothing of it is kept. */
import type { Hono } from "hono";
import { z } from "zod";
import { longestLetter } from "../../model/letter.ts";
import type { SenderRequest } from "../../model/sender-request.ts";
import { lettersTo } from "../../model/site.ts";
import { letterAddress, voiceAddress } from "../../model/voice-addresses.ts";
import { strings } from "../strings.ts";
import { Refusal } from "./refusal.ts";
import { demandOwnOrigin } from "./request.ts";
import { demandFewer, demandProof, isFromRobot, jsonBody, readSender, senderFields } from "./sender.ts";
import type { VoiceOptions } from "./voice-options.ts";

const letterRequest = z.strictObject(senderFields(30_000)) satisfies z.ZodType<SenderRequest>;

export function addLetterRoute(routes: Hono, options: VoiceOptions): void {
	const { articles, log, mailer } = options;
	routes.post(letterAddress.slice(voiceAddress.length - 1), async (context) => {
		await demandOwnOrigin(context, options);
		const settings = await articles.site();
		const to = lettersTo(settings);
		if (to === undefined) throw new Refusal(404, strings.noLetters);
		const sent = await jsonBody(context, letterRequest);
		const { name, text, email } = readSender(sent, longestLetter);
		await demandFewer(context, "letters", options);
		await demandProof(sent, options);
		if (isFromRobot(context, sent)) return context.body(null, 204);
		if (!mailer) {
			log("no mail server: a letter to the newsroom was refused");
			throw new Refusal(503, strings.noMail);
		}
		try {
			await mailer.send({
				to,
				subject: strings.letter.subject(name, settings.name ?? ""),
				text: `${text}\n\n${strings.letter.from(name, email)}\n`,
				...(email !== null && { replyTo: email }),
			});
		} catch (error) {
			log(`letter: ${error instanceof Error ? error.message : String(error)}`);
			throw new Refusal(503, strings.noMail);
		}
		return context.body(null, 204);
	});
}
