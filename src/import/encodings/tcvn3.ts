/** Bytes A1–FE of TCVN 5712:1993 VN3 (“ABC”) in order: their characters in Latin-1 and their meaning. */
const shown = "¡¢£¤¥¦§¨©ª«¬\u00AD®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ";
const meant = "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ";

/** The same glyphs under other code points: a Greek mu, and the soft hyphen and the dot from PDF files. */
const lookAlikes: readonly (readonly [string, string])[] = [
	["\u03BC", "à"],
	["\u2212", "ư"],
	["\u2219", "ã"],
];

const letters: ReadonlyMap<string, string> = new Map([
	...[...shown].map((character, index): [string, string] => [character, meant[index] ?? ""]),
	...lookAlikes,
]);
const bytes: ReadonlyMap<string, string> = new Map(
	[...shown].map((character, index): [string, string] => [meant[index] ?? "", character]),
);

const legacy = new RegExp(`[${[...letters.keys()].join("")}]`, "g");
/** Multiplication signs, division signs and bullets that are not beside letters; these are not letters of TCVN3. */
const loneSign = /(?<![\p{L}¡-ÿ])[×÷·](?![\p{L}¡-ÿ])/gu;
const word = /[\p{L}\p{M}]+/gu;

/**
 * Converts text in TCVN3 (ABC) that was decoded as Latin-1 or windows-1252. The soft hyphen is the letter ư, so
 * invisible characters must still be there. The encoding has only the capitals Ă Â Ê Ô Ơ Ư Đ with marks: others are
 * small letters in a font that draws capitals. If the plain letters of a word are at least two capitals and no small
 * letters, the word was meant in capitals: "CéNG" → "CỘNG".
 *
 * @param text characters outside the encoding stay
 */
export function fromTcvn3(text: string): string {
	const signs: number[] = [];
	for (const { index } of text.matchAll(loneSign)) signs.push(index);
	const plain = text.replace(legacy, (character, index: number) =>
		signs.includes(index) ? character : (letters.get(character) ?? character),
	);
	return plain.replace(word, withOneCase);
}

/** In fonts that draw capitals, both codes of a letter look the same, so people typed either. */
function withOneCase(found: string): string {
	if (isMeantInCapitals(found)) return found.toUpperCase();
	return capitalInside.test(found) ? found.charAt(0) + found.slice(1).toLowerCase() : found;
}

const capitalInside = /[a-zà-ỹ][ĂÂÊÔƠƯĐ]/;

function isMeantInCapitals(found: string): boolean {
	return /[A-ZĂÂÊÔƠƯĐ].*[A-ZĂÂÊÔƠƯĐ]/.test(found) && !/[a-z]/.test(found) && /[^A-ZĂÂÊÔƠƯĐ]/.test(found);
}

/** The bytes of TCVN3 as Latin-1 characters; capitals with marks become small letters. */
export function toTcvn3(text: string): string {
	return [...text.normalize("NFC")]
		.map((character) => bytes.get(character) ?? bytes.get(character.toLowerCase()) ?? character)
		.join("");
}
