import { plainSpaces, stripInvisible } from "./normalize.ts";

const marks = /\p{M}/gu;
// D with stroke has no decomposition, and texts sometimes have its look-alikes eth and African D instead.
const letterD = /[đðɖ]/;
/** Letters that Unicode does not decompose, such as small capitals, and the letters that they mean. */
const alikes = "ᴀʙᴄᴅᴆᴇꜰɢʜɪıᴊᴋʟłᴍɴᴏøᴘʀꜱᴛᴜᴠᴡʏᴢ";
const meantByAlikes = "abcdđefghiijkllmnooprstuvwyz";
const joinedLetters: Readonly<Record<string, string>> = { ß: "ss", œ: "oe", æ: "ae" };
const alike = new RegExp(`[${alikes}${Object.keys(joinedLetters).join("")}]`, "giu");
const dash = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range
const ascii = /^[\u0000-\u007F]*$/;

/** The fold of each UTF-16 code unit that is not half of a pair; filled in as characters are met. */
const foldedUnits: (string | undefined)[] = /* @__PURE__ */ new Array(0x10000).fill(undefined);

/**
 * The form in which search compares text: lower case, without tone and vowel marks or invisible characters, đ as d.
 * Every dash becomes "-" and every space " ". Full-width and raised characters, ligatures and small capitals become
 * plain ones. Both placements of a tone mark ("hoà", "hòa") and both Unicode forms fold to the same. Not for display or
 * sorting: in the alphabet đ and ô are separate letters.
 *
 * Each character folds by itself, so the fold of two joined texts is the two folds joined.
 */
export function fold(text: string): string {
	if (ascii.test(text)) return text.toLowerCase();
	let folded = "";
	for (let index = 0; index < text.length; index++) {
		const codePoint = text.codePointAt(index) ?? 0;
		if (codePoint > 0xffff) {
			folded += foldCharacter(String.fromCodePoint(codePoint));
			index++;
		} else {
			let unit = foldedUnits[codePoint];
			if (unit === undefined) {
				unit = foldCharacter(String.fromCharCode(codePoint));
				foldedUnits[codePoint] = unit;
			}
			folded += unit;
		}
	}
	return folded;
}

function foldCharacter(character: string): string {
	const letters = plainLetter(character).normalize("NFD").replace(marks, "").toLowerCase();
	return plainSpaces(stripInvisible(letters)).replace(letterD, "d").replace(dash, "-");
}

/** Replaces full-width and raised letters and digits, ligatures and small capitals by plain ones; accents stay. */
export function plainLetters(text: string): string {
	return ascii.test(text) ? text : text.replace(/[\p{L}\p{N}]/gu, plainLetter);
}

function plainLetter(character: string): string {
	// A lone acute accent would become a space with a mark.
	if (!/[\p{L}\p{N}]/u.test(character)) return character;
	// Decomposed first: raised small capitals are small capitals with a style, and ǽ is æ with an accent.
	return character.normalize("NFKD").replace(alike, meant).normalize("NFC");
}

function meant(letter: string): string {
	const lower = letter.toLowerCase();
	return meantByAlikes[alikes.indexOf(lower)] ?? joinedLetters[lower] ?? letter;
}
