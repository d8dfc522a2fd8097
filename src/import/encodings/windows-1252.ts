/** Characters of the bytes 80–9F; unassigned ones stay control characters, as in browsers. */
const upperControls = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

const control = /[\u0080-\u009F]/g;

/** The character of each byte. */
export const windows1252Characters: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
	byte >= 0x80 && byte < 0xa0 ? (upperControls[byte - 0x80] ?? "") : String.fromCharCode(byte),
);

/** Decodes windows-1252. Written out here, because Node 20's TextDecoder treats this encoding as Latin-1. */
export function decodeWindows1252(bytes: Uint8Array): string {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
		.toString("latin1")
		.replace(control, (character) => windows1252Characters[character.charCodeAt(0)] ?? character);
}
