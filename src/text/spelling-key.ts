import { plainSpaces, stripInvisible } from "./normalize.ts";
import { wordKeys } from "./word-keys.ts";

const dashes = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;

/**
 * What tells one tag from another. Spellings that differ by case, the place of a tone mark, a last i or y, or the
 * Unicode form only have one key: "Kỹ thuật", "kĩ thuật". Other accents, letters and signs make another: "Bão", "Báo";
 * "C#", "C++". Not for display and no address.
 */
export function spellingKey(text: string): string {
	return plainSpaces(stripInvisible(text.normalize("NFC")))
		.replace(dashes, "-")
		.trim()
		.replace(/\s+/g, " ")
		.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => wordKeys(word).exact)
		.toLowerCase();
}
