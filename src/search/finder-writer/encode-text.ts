import { codeBytes, lengthBits } from "../finder/text-coder.ts";
import { BitWriter } from "./bit-writer.ts";

const writer = new BitWriter();

/**
 * Encodes a text for `decodeText`.
 * @throws RangeError if the text's length cannot be encoded
 */
export function encodeText(text: string): Uint8Array {
	const bytes = new TextEncoder().encode(text);
	if (bytes.length >= 2 ** lengthBits) throw new RangeError(`A text of ${bytes.length} bytes`);
	writer.bits(bytes.length, lengthBits);
	codeBytes(bytes, (probability, bit) => {
		writer.chance(probability, bit);
		return bit;
	});
	return writer.take();
}
