/** Invisible characters without meaning in Vietnamese: soft hyphen, zero-width and direction marks, BOM. */
const invisible = /\u00AD|\u034F|\u061C|\u180E|[\u200B-\u200F\u202A-\u202E\u2060-\u206F]|\uFEFF/g;
/**
 * The same, except for the joiner between two emoji, which makes one family of several people. The group holds what
 * stays.
 */
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

/** Removes invisible characters, which may be between the letters of a word. */
export function stripInvisible(text: string): string {
	return text.replace(invisible, "");
}

/** Removes control characters, except line breaks and tabs, and the noncharacters U+FFFE and U+FFFF. */
export function stripControls(text: string): string {
	return text.replace(controls, "");
}

/** Replaces each no-break, thin, ideographic or other space by a plain one. */
export function plainSpaces(text: string): string {
	return text.replace(oddSpaces, " ");
}

/**
 * Repairs what typing, copying and old converters leave behind. The result is in NFC, with plain spaces and line feeds
 * as the only line breaks. It has no invisible or control characters except line feeds, tabs and emoji joiners. đ
 * replaces its look-alike eth (ð, Ð), which occurs in no Vietnamese word. All words and the place of tone marks ("hoà"
 * or "hòa") stay as they were written.
 *
 * Text in TCVN3 must be converted before: there the soft hyphen is the letter ư.
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
