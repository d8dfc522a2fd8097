import { fold } from "./fold.ts";
import { isSyllable } from "./syllable.ts";

const circumflex = "\u0302";
const breve = "\u0306";
const horn = "\u031B";
const telexTones: Readonly<Record<string, string>> = {
	s: "\u0301",
	f: "\u0300",
	r: "\u0309",
	x: "\u0303",
	j: "\u0323",
};
/** The Telex keys for VNI's digits. For 6, the vowel before it is typed twice. */
const telexKeys = "_sfrxj_wwd";

/**
 * Decodes a text that was typed in Telex or VNI with the keyboard program switched off: "dda nawngx" and "da9 na8ng4"
 * are "đa nẵng". Only words that are not Vietnamese syllables as typed are decoded. Most of them must be decodable,
 * since a foreign name may look like such typing. A few words with "oo" are syllables ("xoong"), so the caller must
 * find out which is meant. Undefined if there is nothing to decode.
 */
export function decodeTyping(text: string): string | undefined {
	// If there are accents, the keyboard program was switched on.
	if (/[^\p{ASCII}]/u.test(text.normalize("NFC"))) return undefined;
	let decoded = 0;
	let foreign = 0;
	let isLong = false;
	const words = text.split(/\s+/).filter(Boolean);
	const result: string[] = [];
	for (const word of words) {
		const lower = word.toLowerCase();
		if (!/^[a-z]+[a-z0-9]*$/.test(lower) || (isSyllable(lower) && !lower.includes("oo"))) {
			result.push(word);
			continue;
		}
		const meant = decodeWord(lower);
		result.push(meant ?? word);
		if (meant === undefined) {
			foreign++;
			continue;
		}
		decoded++;
		// "a1" is more often a label than "á".
		if (lower.length > 2) isLong = true;
	}
	return decoded > foreign + Math.min(foreign, 1) && isLong ? result.join(" ") : undefined;
}

function decodeWord(typed: string): string | undefined {
	let letters = typed
		.replace(/([aeo])([^aeo]*)6/, "$1$1$2")
		.replace(/\d/g, (digit) => telexKeys[Number(digit)] ?? "");
	let tone = "";
	const toned = /^([^aeiouyw]*[aeiouyw][a-z]*?)([sfrxj])([a-z]*)$/.exec(letters);
	if (toned) {
		const [, before = "", key = "", after = ""] = toned;
		tone = telexTones[key] ?? "";
		letters = before + after;
	}
	letters = letters.replace(/^dd/, "đ").replace(/^d(.*)d$/, "đ$1");
	// The second of two equal vowels may be typed at the end: "viete".
	letters = letters.replace(/([aeo])([^aeo]*?)\1/, `$1${circumflex}$2`);
	letters = letters
		.replace(/uo([a-z]*)w/, `u${horn}o${horn}$1`)
		.replace(/uwow?/, `u${horn}o${horn}`)
		.replace(/(^|[^q])uaw/, `$1u${horn}a`)
		.replace(/a([a-z]*)w/, `a${breve}$1`)
		.replace(/([ou])([a-z]*)w/, `$1${horn}$2`)
		.replace(/w/, `u${horn}`);
	return compose(typed, letters, tone);
}

/** The word with its tone; undefined if that is no syllable or the same as was typed. */
function compose(typed: string, letters: string, tone: string): string | undefined {
	const word = placeTone(letters.normalize("NFC"), tone);
	// Names of the highlands end in k: "Đắk Lắk".
	return word !== typed && isSyllable(fold(word).replace(/k$/, "c")) ? word : undefined;
}

/**
 * A syllable with its tone on the usual vowel: "hòa", "quý", "người".
 *
 * @param letters without a tone, in Normalization Form C
 * @param tone a combining mark, or empty
 */
export function placeTone(letters: string, tone: string): string {
	if (tone === "") return letters;
	const vowels = /^((?:qu|gi(?=[aeiouyăâêôơư]))?[^aeiouyăâêôơư]*)([aeiouyăâêôơư]+)(.*)$/i.exec(letters);
	if (!vowels) return letters + tone;
	const [, before = "", cluster = "", after = ""] = vowels;
	const marked = Math.max(...[..."ăâêôơư"].map((vowel) => cluster.toLowerCase().lastIndexOf(vowel)));
	let place = 0;
	if (marked >= 0) place = marked;
	else if (cluster.length > 1) place = after !== "" || cluster.length > 2 ? 1 : 0;
	const end = place + 1;
	return (before + cluster.slice(0, end) + tone + cluster.slice(end) + after).normalize("NFC");
}
