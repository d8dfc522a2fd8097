import { windows1252Characters as shown } from "./windows-1252.ts";

/** Includes bytes that were read as Latin-1, where 80–9F are control characters. */
const byteOf: ReadonlyMap<string, number> = new Map([
	...shown.map((character, byte): [string, number] => [character, byte]),
	...shown.map((_, byte): [string, number] => [String.fromCharCode(byte), byte]),
]);

const following = `[\u0080-\u009F${shown.slice(0x80, 0xc0).join("")}]`;
const range = (from: number, to: number) => `[${shown.slice(from, to + 1).join("")}]`;
const sequence = new RegExp(
	`${range(0xc2, 0xdf)}${following}|${range(0xe0, 0xef)}${following}{2}|${range(0xf0, 0xf4)}${following}{3}`,
	"g",
);
const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Repairs UTF-8 that was read as windows-1252: "Viá»‡t" → "Việt". What is not UTF-8 stays. */
export function fromTwiceEncoded(text: string): string {
	return text
		.replace(sequence, (found) => {
			try {
				return strict.decode(Uint8Array.from(found, (character) => byteOf.get(character) ?? 0));
			} catch {
				return found;
			}
		})
		.normalize("NFC");
}

/** The opposite: Unicode text whose UTF-8 is read as windows-1252. */
export function toTwiceEncoded(text: string): string {
	const bytes = new TextEncoder().encode(text.normalize("NFC"));
	return Array.from(bytes, (byte) => shown[byte]).join("");
}
