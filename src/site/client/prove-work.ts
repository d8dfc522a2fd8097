/** The proof of work that a sender's browser does first, in place of a captcha. */
import type { SenderRequest, WorkChallenge } from "../../model/sender-request.ts";
import { workAddress } from "../../model/voice-addresses.ts";

/** Digests that are computed at the same time. */
const together = 256;

/** @throws if no server answers */
export async function proveWork(): Promise<SenderRequest["proof"]> {
	const answer = await fetch(workAddress);
	const { challenge, bits } = (await answer.json()) as WorkChallenge;
	const encoder = new TextEncoder();
	for (let first = 0; ; first += together) {
		const nonces = Array.from({ length: together }, (_, at) => first + at);
		const digests = await Promise.all(
			nonces.map((nonce) => crypto.subtle.digest("SHA-256", encoder.encode(`${challenge}:${nonce}`))),
		);
		const found = digests.findIndex((digest) => new DataView(digest).getUint32(0) >>> (32 - bits) === 0);
		if (found !== -1) return { challenge, nonce: first + found };
	}
}
