/** Bytes A1–FE of TCVN 5712:1993 VN3 (“ABC”) in order, as Latin-1 shows them and as they are meant. */
const shown = "¡¢£¤¥¦§¨©ª«¬\u00AD®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ";
const meant = "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ";

/** The same glyphs under other code points: a Greek mu, and what PDF files make of the soft hyphen and the dot. */
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
/** Signs of multiplication and division and a bullet that stand by themselves: no letters. */
const loneSign = /(?<![\p{L}¡-ÿ])[×÷·](?![\p{L}¡-ÿ])/gu;
const word = /[\p{L}\p{M}]+/gu;

/**
 * Text in TCVN3 (ABC) that was read as Latin-1 or windows-1252. The soft hyphen is the letter ư, so invisible
 * characters must still be there. The encoding has no marked capitals but Ă Â Ê Ô Ơ Ư Đ: others are small letters in
 * a font that draws them large. A word whose plain letters are two capitals or more and nothing else was
 * meant in capitals: "CéNG" → "CỘNG".
 *
 * @param text characters beside the encoding's own stay
 */
export function fromTcvn3(text: string): string {
	const signs: number[] = [];
	for (const { index } of text.matchAll(loneSign)) signs.push(index);
	const plain = text.replace(legacy, (character, index: number) =>
		signs.includes(index) ? character : (letters.get(character) ?? character),
	);
	return plain.replace(word, withOneCase);
}

/** In fonts that draw capitals, both codes of a letter look the same, so that people typed either. */
function withOneCase(found: string): string {
	if (isMeantInCapitals(found)) return found.toUpperCase();
	return capitalInside.test(found) ? found.charAt(0) + found.slice(1).toLowerCase() : found;
}

const capitalInside = /[a-zà-ỹ][ĂÂÊÔƠƯĐ]/;

function isMeantInCapitals(found: string): boolean {
	return /[A-ZĂÂÊÔƠƯĐ].*[A-ZĂÂÊÔƠƯĐ]/.test(found) && !/[a-z]/.test(found) && /[^A-ZĂÂÊÔƠƯĐ]/.test(found);
}

/** The bytes of TCVN3 as Latin-1 shows them; marked capitals lose what the font would have to give. */
export function toTcvn3(text: string): string {
	return [...text.normalize("NFC")]
		.map((character) => bytes.get(character) ?? bytes.get(character.toLowerCase()) ?? character)
		.join("");
}
