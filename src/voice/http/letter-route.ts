/** Takes a letter to the newsroom and hands it to the mail server. Nothing of it is kept. */
import type { Hono } from "hono";
import { z } from "zod";
import { mostUnits } from "../../model/comment.ts";
import { type LetterRequest, longestLetter } from "../../model/letter.ts";
import { letterAddress, voiceAddress } from "../../model/voice-addresses.ts";
import { spendProof } from "../comments/work.ts";
import { strings } from "../strings.ts";
import { isRobot } from "../views/robots.ts";
import { Refusal } from "./refusal.ts";
import { demandOwnOrigin } from "./request.ts";
import { demandFewer, jsonBody, readSender } from "./sender.ts";
import type { VoiceOptions } from "./voice-options.ts";

const letterRequest = z.strictObject({
	name: z.string().max(mostUnits.name),
	email: z.string().max(1_000),
	text: z.string().max(30_000),
	website: z.string().max(1_000),
	proof: z.strictObject({ challenge: z.string().max(300), nonce: z.int().min(0) }),
}) satisfies z.ZodType<LetterRequest>;

export function addLetterRoute(routes: Hono, options: VoiceOptions): void {
	const { db, articles, clock, log, mailer } = options;
	routes.post(letterAddress.slice(voiceAddress.length - 1), async (context) => {
		await demandOwnOrigin(context, options);
		const { voice, contact, name: site } = await articles.site();
		const to = contact.email;
		if (!voice.letters || to === undefined) throw new Refusal(404, strings.noLetters);
		const sent = await jsonBody(context, letterRequest);
		const { name, text, email } = readSender(sent, longestLetter);
		await demandFewer(context, "letters", options);
		if (!(await spendProof(db, clock(), sent.proof))) throw new Refusal(403, strings.noProof);
		if (sent.website !== "" || isRobot(context.req.header("user-agent") ?? ""))
			return context.body(null, 204);
		if (!mailer) {
			log("no mail server: a letter to the newsroom was refused");
			throw new Refusal(503, strings.noMail);
		}
		try {
			await mailer.send({
				to,
				subject: strings.letter.subject(name, site ?? ""),
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
