import { isSyllable } from "../../text/syllable.ts";
import type { WordKeys } from "../../text/word-keys.ts";

/** Whether a word is no Vietnamese syllable, but has letters: a name, or one that was begun. */
export function isForeign(word: WordKeys | undefined): boolean {
	return word !== undefined && /[a-z]/.test(word.folded) && !isSyllable(word.folded);
}
