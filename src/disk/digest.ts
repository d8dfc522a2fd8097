import { createHash, hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { crc32 } from "node:zlib";

/** SHA-256 in hexadecimal. */
export function sha256(content: string | Uint8Array): string {
	return hash("sha256", content, "hex");
}

/** SHA-256 of a file's bytes, in hexadecimal. A large file is not held in memory. */
export async function sha256OfFile(file: string): Promise<string> {
	const digest = createHash("sha256");
	for await (const chunk of createReadStream(file)) digest.update(chunk as Uint8Array);
	return digest.digest("hex");
}

/** The first 128 bits of a SHA-256. Enough for what only we make; there are hundreds of thousands. */
export function shortDigest(text: string): string {
	return hash("sha256", text, "base64url").slice(0, 22);
}

/** The digest of a text in HTML, whatever happened to its white space. */
export function markupDigest(html: string): string {
	return shortDigest(html.replace(/\s+/g, " ").trim());
}

/** A text preceded by a checksum, which detects truncation and manual changes. */
export function sealText(text: string): string {
	return `${checksum(text)}\n${text}`;
}

/** The text that was sealed; undefined if it was changed. */
export function unsealText(sealed: string): string | undefined {
	const end = sealed.indexOf("\n");
	const text = sealed.slice(end + 1);
	return end !== -1 && sealed.slice(0, end) === checksum(text) ? text : undefined;
}

/** Eight digits that detect accidental changes. @param before checksum of the preceding text */
export function checksum(text: string | Uint8Array, before = "0"): string {
	return crc32(text, Number.parseInt(before, 16)).toString(16).padStart(8, "0");
}
