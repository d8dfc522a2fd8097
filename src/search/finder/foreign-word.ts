import { isSyllable } from "../../text/syllable.ts";
import type { WordKeys } from "../../text/word-keys.ts";

/** Whether a word has letters but is not a Vietnamese syllable: a name, or an incomplete word. */
export function isForeign(word: WordKeys | undefined): boolean {
	return word !== undefined && /[a-z]/.test(word.folded) && !isSyllable(word.folded);
}
