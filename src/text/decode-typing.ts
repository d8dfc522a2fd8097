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
/** VIQR's signs after a letter. */
const viqrSigns: Readonly<Record<string, string>> = {
	"^": circumflex,
	"(": breve,
	"+": horn,
	"'": "\u0301",
	"`": "\u0300",
	"?": "\u0309",
	"~": "\u0303",
	".": "\u0323",
};
/** Signs that only VIQR has within a word. A question mark or a full stop may also end a sentence. */
const viqrWord = /[aeo]\^|a\(|[ou]\+|[aeiouy]['`~]/i;

/**
 * Decodes a text that was typed in Telex, VNI or VIQR with the keyboard program switched off: "dda nawngx", "da9 na8ng4"
 * and "dda na(~ng" are "đa nẵng". Words that have accents stay, as the program may have been switched on for them
 * alone. Of the others only those are decoded that are not Vietnamese syllables as typed. Most of them must be
 * decodable, since a foreign name may look like such typing. A few words with "oo" are syllables ("xoong"), so the
 * caller must find out which is meant. Undefined if there is nothing to decode.
 */
export function decodeTyping(text: string): string | undefined {
	const isViqr = viqrWord.test(text);
	let decoded = 0;
	let foreign = 0;
	let isLong = false;
	const words = text.split(/\s+/).filter(Boolean);
	const result: string[] = [];
	for (const word of words) {
		const lower = word.toLowerCase();
		const viqr = isViqr ? decodeViqr(lower) : undefined;
		if (viqr !== undefined) {
			result.push(viqr);
			decoded++;
			isLong = true;
			continue;
		}
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

/** A word in VIQR; undefined if it has no sign or is no syllable. */
function decodeViqr(typed: string): string | undefined {
	const [word] = /^[a-z^(+'`?~.]+/.exec(typed) ?? [];
	const [, letters = ""] = /^(.*?)[?.]*$/.exec(word ?? "") ?? [];
	const ending = (word ?? "").slice(letters.length, letters.length + 1);
	const whole = /[aeiouy][\^(+]?$/.test(letters) ? letters + ending : letters;
	let tone = "";
	const marked = whole.replace(/^dd/, "đ").replace(/[\^(+'`?~.]/g, (sign) => {
		const mark = viqrSigns[sign] ?? "";
		if (/[\^(+]/.test(sign)) return mark;
		tone ||= mark;
		return "";
	});
	return marked === typed ? undefined : compose(typed, marked, tone);
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
