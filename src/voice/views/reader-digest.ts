import { createHash } from "node:crypto";

/** What tells readers apart: never kept as it is. */
export interface Reader {
	readonly address: string;
	readonly agent: string;
}

/** By which a reader is known for one day. Whoever has no salt cannot find the address in it. */
export function readerDigest(salt: string, { address, agent }: Reader): string {
	return digest(`${salt}\n${address}\n${agent}`);
}

/** By which a reader's visit to an article is known for one day. @param reader a digest */
export function visitDigest(reader: string, article: string): string {
	return digest(`${reader}\n${article}`);
}

/** 96 bits: of a million readers a day, none meets another. */
function digest(text: string): string {
	return createHash("sha256").update(text).digest("base64url").slice(0, 16);
}
