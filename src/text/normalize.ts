/** Characters that take no room and carry no meaning in Vietnamese: soft hyphen, zero-width and direction marks, BOM. */
const invisible = /\u00AD|\u034F|\u061C|\u180E|[\u200B-\u200F\u202A-\u202E\u2060-\u206F]|\uFEFF/g;
/** The same, but for the joiner between two emoji: it makes one family of four people. The group holds what stays. */
const invisibleBesideEmoji = new RegExp(
	`(\\p{Extended_Pictographic}[\\uFE0F\\u{1F3FB}-\\u{1F3FF}]?\\u200D)(?=\\p{Extended_Pictographic})|${invisible.source}`,
	"gu",
);
const oddSpaces = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;
const lineBreaks = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed
const controls = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g;
const nothingToRepair = /^[\t\n\u0020-\u007E]*$/;

/** The text in NFC, the form in which "ộ" is one character. */
export function toNfc(text: string): string {
	return text.normalize("NFC");
}

export function isNfc(text: string): boolean {
	return text.normalize("NFC") === text;
}

/** Without characters that cannot be seen and stand between letters of one word. */
export function stripInvisible(text: string): string {
	return text.replace(invisible, "");
}

/** Without control characters, those of lines and tabs apart, and without what Unicode keeps for no character at all. */
export function stripControls(text: string): string {
	return text.replace(controls, "");
}

/** No-break, thin, ideographic and other spaces become plain ones, one for one. */
export function plainSpaces(text: string): string {
	return text.replace(oddSpaces, " ");
}

/**
 * Repairs what typing, copying and old converters leave behind: NFC, no invisible or control characters except line
 * feed, tab and what joins emoji, plain spaces, line feeds as the only line breaks, and đ where its look-alike eth (ð, Ð) was typed; eth
 * occurs in no Vietnamese word. Where a tone mark stands ("hoà" or "hòa") and every word stay as they were written.
 *
 * Text in TCVN3 must have been converted before: there the soft hyphen is the letter ư.
 */
export function cleanText(text: string): string {
	if (nothingToRepair.test(text)) return text;
	return plainSpaces(text.replace(invisibleBesideEmoji, "$1"))
		.replace(lineBreaks, "\n")
		.replace(controls, "")
		.replaceAll("ð", "đ")
		.replaceAll("Ð", "Đ")
		.normalize("NFC");
}
