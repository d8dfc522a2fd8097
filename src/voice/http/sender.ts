/** What senders of comments and of letters have in common: limits of a network, bodies of JSON, names and texts. */
import type { Context } from "hono";
import { z } from "zod";
import { longestName, mostUnits } from "../../model/comment.ts";
import type { SenderRequest } from "../../model/sender-request.ts";
import { cleanText, countCharacters } from "../../text/index.ts";
import { mayTry } from "../comments/attempts.ts";
import { spendProof } from "../comments/work.ts";
import { strings } from "../strings.ts";
import { isRobot } from "../views/robots.ts";
import { networkOf } from "./recent-visits.ts";
import { Refusal } from "./refusal.ts";
import { boundedText } from "./request.ts";
import type { VoiceOptions } from "./voice-options.ts";

const line = (most: number) => z.string().max(most);

/** Bytes of a body. */
const longestBody = 32_000;
/** Limits per network and hour. */
const mostAnHour = { comments: 5, likes: 100, takeBacks: 20, letters: 5 };
/** Mails to one address in an hour, so that nobody can fill another's mailbox. */
const mostMails = 3;

/** @throws Refusal 429 */
export async function demandFewer(
	context: Context,
	what: keyof typeof mostAnHour,
	{ db, addressOf, clock }: Pick<VoiceOptions, "db" | "addressOf" | "clock">,
): Promise<void> {
	const source = `${what} ${networkOf(addressOf(context))}`;
	if (!(await mayTry(db, clock(), source, mostAnHour[what]))) throw new Refusal(429, strings.tooMany);
}

/** Whether one more mail may go to an address. */
export async function maySendMail(
	email: string,
	{ db, clock }: Pick<VoiceOptions, "db" | "clock">,
): Promise<boolean> {
	return await mayTry(db, clock(), `mail ${email.toLowerCase()}`, mostMails);
}

/** @throws Refusal 400 if the body has another form */
export async function jsonBody<Schema extends z.ZodType>(
	context: Context,
	schema: Schema,
): Promise<z.output<Schema>> {
	const text = await boundedText(context, longestBody);
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		throw new Refusal(400, strings.unreadable);
	}
	const read = schema.safeParse(value);
	if (!read.success) throw new Refusal(400, strings.unreadable);
	return read.data;
}

/** The fields of every form. @param longestText in UTF-16 units */
export function senderFields(longestText: number) {
	return {
		name: line(mostUnits.name),
		email: line(1_000),
		text: line(longestText),
		website: line(1_000),
		proof: z.strictObject({ challenge: line(300), nonce: z.int().min(0) }),
	};
}

/** @throws Refusal 403 */
export async function demandProof(
	{ proof }: SenderRequest,
	{ db, clock }: Pick<VoiceOptions, "db" | "clock">,
): Promise<void> {
	if (!(await spendProof(db, clock(), proof))) throw new Refusal(403, strings.noProof);
}

/** A robot fills every field. It gets the answer of a success. */
export function isFromRobot(context: Context, { website }: SenderRequest): boolean {
	return website !== "" || isRobot(context.req.header("user-agent") ?? "");
}

/** No language stacks more than four marks on a letter; more of them would cover the lines above and below. */
const stackedMarks = /(\p{M}{4})\p{M}+/gu;

/** Name, text and address as they are kept or sent. @throws Refusal 400 with what is missing */
export function readSender(sent: Pick<SenderRequest, "name" | "email" | "text">, longest: number) {
	const name = cleanText(sent.name).replace(stackedMarks, "$1").replace(/\s+/g, " ").trim();
	const text = cleanText(sent.text)
		.replace(stackedMarks, "$1")
		.replace(/\r\n?/g, "\n")
		.replace(/\n{3,}/g, "\n\n")
		.trim();
	const email = sent.email.trim();
	if (name === "" || countCharacters(name) > longestName || text === "")
		throw new Refusal(400, strings.missing);
	if (countCharacters(text) > longest) throw new Refusal(400, strings.tooLong(longest));
	if (email !== "" && !z.email().max(200).safeParse(email).success)
		throw new Refusal(400, strings.wrongEmail);
	return { name, text, email: email || null };
}
