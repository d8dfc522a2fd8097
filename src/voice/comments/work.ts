/**
 * A proof of work in place of a captcha: the sender finds a number, which takes a phone a second or two. The challenge
 * carries its own signature, so unused challenges need no storage.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { WorkChallenge } from "../../model/sender-request.ts";
import { secretOf } from "../store/secret.ts";
import type { VoiceDatabase } from "../store/tables.ts";

const bits = 14;
/** How long a challenge is valid, in milliseconds: long enough to write a comment. */
const lifetime = 60 * 60 * 1000;

/** @param now milliseconds since 1970 */
export async function newChallenge(db: VoiceDatabase, now: number): Promise<WorkChallenge> {
	const body = `${now + lifetime}.${randomBytes(12).toString("base64url")}`;
	return { challenge: `${body}.${sign(await secretOf(db), body)}`, bits };
}

/** Whether the work was done for a challenge of ours that is unused. Marks the challenge as used. */
export async function spendProof(
	db: VoiceDatabase,
	now: number,
	{ challenge, nonce }: { readonly challenge: string; readonly nonce: number },
): Promise<boolean> {
	const [until = "", random = "", signature = "", ...more] = challenge.split(".");
	// Or one challenge would serve as often as something else is appended to it.
	if (more.length > 0) return false;
	const right = Buffer.from(sign(await secretOf(db), `${until}.${random}`));
	const given = Buffer.from(signature);
	if (right.length !== given.length || !timingSafeEqual(right, given)) return false;
	if (!(Number(until) > now) || !isDone(challenge, nonce)) return false;
	await forgetSpent(db, now);
	const added = await db
		.insertInto("spent")
		.values({ proof: challenge, until: Number(until) })
		.onConflict((conflict) => conflict.doNothing())
		.returning("proof")
		.execute();
	return added.length === 1;
}

/** Deletes the used challenges that are no longer valid anyway. */
export async function forgetSpent(db: VoiceDatabase, now: number): Promise<void> {
	await db.deleteFrom("spent").where("until", "<", now).execute();
}

function isDone(challenge: string, nonce: number): boolean {
	const digest = createHash("sha256").update(`${challenge}:${nonce}`).digest();
	return digest.readUInt32BE(0) >>> (32 - bits) === 0;
}

function sign(secret: string, text: string): string {
	return createHmac("sha256", secret).update(text).digest("base64url");
}
