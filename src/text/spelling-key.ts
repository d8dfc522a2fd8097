import { plainSpaces, stripInvisible } from "./normalize.ts";
import { wordKeys } from "./word-keys.ts";

const dashes = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;

/**
 * The key by which tags are distinguished. Spellings that differ only in case, the place of a tone mark, a last i or y,
 * or the Unicode form have the same key: "Kỹ thuật", "kĩ thuật". Other accents, letters and signs make different keys:
 * "Bão", "Báo"; "C#", "C++". Not for display or addresses.
 */
export function spellingKey(text: string): string {
	return plainSpaces(stripInvisible(text.normalize("NFC")))
		.replace(dashes, "-")
		.trim()
		.replace(/\s+/g, " ")
		.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => wordKeys(word).exact)
		.toLowerCase();
}
