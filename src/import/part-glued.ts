import { isSyllable } from "./encodings/syllable.ts";

/** Where two sentences touch: "căng tin.Hai". The words on both sides are checked separately. */
const gluedSentences = /(?<=(?<![\p{L}\d./@-])\p{Ll}{2,7}[.!?…;,])(?=\p{L})/gu;
const wordBefore = /(\p{L}+)[.!?…;,]$/u;
const wordAfter = /^\p{L}+/u;
/** Where a caption or heading is joined to the paragraph after it: "hội nghịPhát biểu". */
const gluedWords = /(?<=(?<!\p{L})\p{Ll}{1,7})(?=\p{Lu}\p{Ll})|(?<=(?<!\p{L})\p{Lu}{2,7})(?=\p{Lu}\p{Ll}+)/gu;
const bearsMark = /[^\p{ASCII}]/u;
const namesNearby = /^[\p{L}\d-]*[@/]|^(?:\S*\.)?(?:vn|com|net|org|gov|edu|info)\b/iu;
/** The longest caption. In longer paragraphs, touching words are typing errors. */
const longestCaption = 250;

/** A text in which missing spaces were inserted. */
export interface PartedText {
	readonly text: string;
	/** The places of the inserted spaces, in order, each with a few words of context. */
	readonly places: readonly string[];
}

/**
 * Inserts the missing space between two sentences, or after a comma or semicolon, if both adjacent words are Vietnamese
 * syllables in one case: "căng tin.Hai" → "căng tin. Hai". Web addresses, abbreviations ("TP.HCM") and numbers stay.
 */
export function partSentences(text: string): PartedText {
	const places: string[] = [];
	if (!/\p{Ll}[.!?…;,]\p{L}/u.test(text)) return { text, places };
	const parted = text.replace(gluedSentences, (_, at: number) => {
		const before = wordBefore.exec(text.slice(Math.max(0, at - 12), at))?.[1] ?? "";
		const after = wordAfter.exec(text.slice(at, at + 12))?.[0] ?? "";
		const endsSentence = !/[;,]/.test(text[at - 1] ?? "");
		const fits = endsSentence ? /^\p{Lu}\p{Ll}*$/u.test(after) : /^\p{Ll}+$/u.test(after);
		if (!fits || !isSyllable(before) || !isSyllable(after)) return "";
		if (namesNearby.test(text.slice(at, at + 40))) return "";
		places.push(around(text, at));
		return " ";
	});
	return { text: parted, places };
}

/** The end of a caption that is joined to its paragraph; undefined if there is none for certain. */
export function endOfGluedCaption(paragraph: string): number | undefined {
	for (const { index } of paragraph.slice(0, longestCaption + 20).matchAll(gluedWords)) {
		if (index > longestCaption) return undefined;
		const caption = paragraph.slice(0, index);
		const before = /\p{L}+$/u.exec(caption)?.[0] ?? "";
		const after = wordAfter.exec(paragraph.slice(index))?.[0] ?? "";
		const isSure = isSyllable(before) && isSyllable(after) && bearsMark.test(before + after);
		if (isSure && caption.split(" ").length >= 3 && !/[.!?…]\s/u.test(caption)) return index;
	}
	return undefined;
}

function around(text: string, at: number): string {
	return text.slice(Math.max(0, at - 15), at + 15).replace(/\s+/g, " ");
}
