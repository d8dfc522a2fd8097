import { codeBytes, lengthBits } from "../finder/text-coder.ts";
import { BitWriter } from "./bit-writer.ts";

const writer = new BitWriter();

/** What `decodeText` reads. */
export function encodeText(text: string): Uint8Array {
	const bytes = new TextEncoder().encode(text);
	writer.bits(bytes.length, lengthBits);
	codeBytes(bytes, (probability, bit) => {
		writer.chance(probability, bit);
		return bit;
	});
	return writer.take();
}
