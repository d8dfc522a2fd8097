import { createHash } from "node:crypto";

/** What distinguishes readers; it is never stored itself. */
export interface Reader {
	readonly address: string;
	readonly agent: string;
}

/** Identifies a reader for one day. Without the salt, the address cannot be derived from it. */
export function readerDigest(salt: string, { address, agent }: Reader): string {
	return digest(`${salt}\n${address}\n${agent}`);
}

/** Identifies a reader's visit to an article for one day. @param reader a digest */
export function visitDigest(reader: string, article: string): string {
	return digest(`${reader}\n${article}`);
}

/** 96 bits: with a million readers a day, no two get the same digest. */
function digest(text: string): string {
	return createHash("sha256").update(text).digest("base64url").slice(0, 16);
}
