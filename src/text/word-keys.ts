import { fold, plainLetters } from "./fold.ts";

const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** Punctuation that does not end a word: "Ea H'leo", "T.Ư", "4.200". */
const signsInWord = /['’‘ʼ`´.]/g;
/** A syllable of consonants and a final y, which is also written i: "kỹ", "lý", "quý". */
const finalY = /^(?:qu|[b-df-hj-np-tv-xzđ]+)y$/u;

/** The keys by which search compares words. */
export interface WordKeys {
	/** Without accents; words are looked up by it. */
	readonly folded: string;
	/** With vowel marks, đ and tone, so that "đường" and "dương" differ. */
	readonly exact: string;
}

/**
 * The keys of a single word, as it was written in whatever case and Unicode form. Spellings of one word have the same
 * keys:
 *
 * - the tone counts for the syllable, wherever it is placed: "hoà" and "hòa", "quý" and "qúy";
 * - a last y after consonants is i: "kỹ" and "kĩ", "lý" and "lí", "Mỹ" and "Mĩ", "quý" and "quí". Not after another
 *   vowel, where it makes another word ("thuý", "thúi"; "tay", "tai"), and not by itself ("y tế");
 * - a zero before a digit is left out, as in "02/9", and so are the dots of "4.200" and "T.Ư".
 *
 * Slugs are made without the second rule, as addresses stay what they are.
 */
export function wordKeys(word: string): WordKeys {
	const letters = plainLetters(word.replace(signsInWord, "")).replace(/^0(?=\d$)/, "");
	const withTones = letters.normalize("NFD").toLowerCase();
	const withoutTones = withTones.replace(toneMarks, "").normalize("NFC");
	const tones = (withTones.match(toneMarks) ?? []).join("");
	return { folded: withFinalI(fold(letters)), exact: withFinalI(withVisibleLetters(withoutTones)) + tones };
}

function withVisibleLetters(text: string): string {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range
	if (/^[\u0000-\u007F]*$/.test(text)) return text;
	let letters = "";
	// Eth and African D mean đ. A character that folds to nothing is invisible.
	for (const character of text)
		if (fold(character) !== "") letters += /[ðɖ]/.test(character) ? "đ" : character;
	return letters;
}
function withFinalI(syllable: string): string {
	return finalY.test(syllable) ? `${syllable.slice(0, -1)}i` : syllable;
}
