import { plainSpaces, stripInvisible } from "./normalize.ts";

const marks = /\p{M}/gu;
// D with stroke has no decomposition, and its look-alikes eth and African D are found in its place.
const letterD = /[đðɖ]/;
/** Letters that Unicode does not take apart, and what they stand for; small capitals are letters of their own there. */
const alikes = "ᴀʙᴄᴅᴆᴇꜰɢʜɪıᴊᴋʟłᴍɴᴏøᴘʀꜱᴛᴜᴠᴡʏᴢ";
const meantByAlikes = "abcdđefghiijkllmnooprstuvwyz";
const joinedLetters: Readonly<Record<string, string>> = { ß: "ss", œ: "oe", æ: "ae" };
const dash = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range
const ascii = /^[\u0000-\u007F]*$/;

/** What each UTF-16 code unit that is no half of a pair folds to, filled in as characters are met. */
const foldedUnits: (string | undefined)[] = /* @__PURE__ */ new Array(0x10000).fill(undefined);

/**
 * What text is compared by in search: lower case, without tone and vowel marks, đ as d, without invisible characters,
 * every dash as "-" and every space as " ". Full-width and raised characters, ligatures and small capitals are the
 * usual ones. Both placements of a tone mark ("hoà", "hòa") and both Unicode forms fold to the same. Not for display,
 * and not for order: in the alphabet đ and ô are letters of their own.
 *
 * Each character folds by itself, so that the fold of two texts put together is that of one and the other.
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

/** With full-width and raised letters and digits, ligatures and small capitals as the usual ones; accents stay. */
export function plainLetters(text: string): string {
	return ascii.test(text) ? text : text.replace(/[\p{L}\p{N}]/gu, plainLetter);
}

function plainLetter(character: string): string {
	// An acute accent by itself would become a space with a mark.
	if (!/[\p{L}\p{N}]/u.test(character)) return character;
	const lower = character.toLowerCase();
	const meant = meantByAlikes[alikes.indexOf(lower)] ?? joinedLetters[lower];
	return meant ?? character.normalize("NFKD").normalize("NFC");
}
