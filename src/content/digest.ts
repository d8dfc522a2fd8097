import { hash } from "node:crypto";

/** SHA-256 in hexadecimal. */
export function sha256(content: string | Uint8Array): string {
	return hash("sha256", content, "hex");
}

/** The first 128 bits of a SHA-256, for telling apart what only we make: digests by the hundred thousand. */
export function shortDigest(text: string): string {
	return hash("sha256", text, "base64url").slice(0, 22);
}
