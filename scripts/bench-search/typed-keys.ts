/** The keys for Vietnamese letters in the two common input methods, as they appear in the text when none is running. */
import type { Random } from "../bench/random.ts";

/** By combining mark, in the order of Unicode's names: grave, acute, hook, tilde, dot below. */
const tones = ["\u0300", "\u0301", "\u0309", "\u0303", "\u0323"];
const [circumflex, breve, horn] = ["\u0302", "\u0306", "\u031B"];

interface TypingMethod {
	/** One key for each of `tones`. */
	readonly tones: string;
	/** The key after a letter with a vowel mark. */
	readonly mark: (letter: string, mark: string) => string;
	readonly stroke: string;
}

const telexMethod: TypingMethod = {
	tones: "fsrxj",
	mark: (letter, mark) => (mark === circumflex ? letter : "w"),
	stroke: "d",
};
const vniMethod: TypingMethod = {
	tones: "21345",
	mark: (_letter, mark) => (mark === circumflex ? "6" : mark === horn ? "7" : "8"),
	stroke: "9",
};

/** Telex: "đường" → "dduwowngf" or, as many people type it, "dduowngf"; the tone's key at the end or by its vowel. */
export function telexKeys(text: string, random: Random): string {
	return keysOf(text, telexMethod, random);
}

/** VNI: "đường" → "d9u7o7ng2" or "d9uo7ng2"; the tone's key at the end or by its vowel. */
export function vniKeys(text: string, random: Random): string {
	return keysOf(text, vniMethod, random);
}

function keysOf(text: string, method: TypingMethod, random: Random): string {
	return text
		.normalize("NFC")
		.toLowerCase()
		.replace(/\p{L}+/gu, (word) =>
			wordKeys(word, method, { toneAtEnd: random.chance(0.75), hornOnce: random.chance(0.5) }),
		);
}

function wordKeys(
	word: string,
	method: TypingMethod,
	habits: { readonly toneAtEnd: boolean; readonly hornOnce: boolean },
): string {
	let keys = "";
	let tone = "";
	for (const letter of habits.hornOnce ? word.replace(/ư(?=[ơờớởỡợ])/u, "u") : word) {
		if (letter === "đ") {
			keys += `d${method.stroke}`;
			continue;
		}
		const [base = "", ...marks] = letter.normalize("NFD");
		keys += base;
		for (const mark of marks) {
			if (mark === circumflex || mark === breve || mark === horn) keys += method.mark(base, mark);
		}
		const toneMark = marks.find((mark) => tones.includes(mark));
		if (toneMark === undefined) continue;
		const key = method.tones[tones.indexOf(toneMark)] ?? "";
		if (habits.toneAtEnd) tone = key;
		else keys += key;
	}
	return keys + tone;
}
