const shapes = { "(": "\u0306", "^": "\u0302", "+": "\u031B", "*": "\u031B" } as const;
const tones = { "'": "\u0301", "`": "\u0300", "?": "\u0309", "~": "\u0303", ".": "\u0323" } as const;
type Shape = keyof typeof shapes;
type Tone = keyof typeof tones;

const shapedLetters: Readonly<Record<Shape, string>> = { "(": "aA", "^": "aeoAEO", "+": "ouOU", "*": "ouOU" };
/** What stands after the full stop or question mark. */
const endOfSentence = /["')\]]?(?:\s*$|\s+\p{Lu})|\s*\n|\.\./uy;
const sequence = /\\(.)|([Dd])[Dd]|([aeiouyAEIOUY])([(^+*]?)(['`?~.]?)/g;

/**
 * Converts text in VIQR (RFC 1456): "Tie^'ng Vie^.t" → "Tiếng Việt". A backslash makes the next character literal. A
 * full stop or question mark after a vowel is a tone in the middle of a sentence. It is punctuation at the end of the
 * text and before a capital letter.
 */
export function fromViqr(text: string): string {
	return text.replace(
		sequence,
		(whole, plain?: string, d?: string, vowel = "", shape = "", tone = "", index = 0) => {
			if (plain !== undefined) return plain;
			if (d !== undefined) return d === "D" ? "Đ" : "đ";
			const fits = shape !== "" && shapedLetters[shape as Shape].includes(vowel);
			// Combinations that do not exist are not VIQR: "e(", "i+".
			if (shape !== "" && !fits) return whole;
			endOfSentence.lastIndex = index + whole.length;
			const ends = (tone === "." || tone === "?") && endOfSentence.test(text);
			const mark = tone === "" || ends ? "" : tones[tone as Tone];
			const letter = vowel + (fits ? shapes[shape as Shape] : "") + mark;
			return letter.normalize("NFC") + (ends ? tone : "");
		},
	);
}

const shapeSigns: ReadonlyMap<string, string> = new Map([
	["\u0306", "("],
	["\u0302", "^"],
	["\u031B", "+"],
]);
const toneSigns: ReadonlyMap<string, string> = new Map(
	Object.entries(tones).map(([sign, mark]): [string, string] => [mark, sign]),
);

const toneMark = /[\u0300\u0301\u0303\u0309\u0323]/;

/** Vietnamese text as VIQR. A character that would be read as a mark gets a backslash. */
export function toViqr(text: string): string {
	const plain = text.normalize("NFC").replace(/[\\('`?~.^+*]|[Dd](?=[DdĐđ])/g, "\\$&");
	return [...plain].map(signsOf).join("").replaceAll("đ", "dd").replaceAll("Đ", "DD");
}

function signsOf(character: string): string {
	const parts = character.normalize("NFD");
	const tone = toneMark.exec(parts)?.[0] ?? "";
	const base = [...parts.replace(toneMark, "")].map((part) => shapeSigns.get(part) ?? part).join("");
	return base + (toneSigns.get(tone) ?? tone);
}
