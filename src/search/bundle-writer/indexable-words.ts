/**
 * How Pagefind 1.6 cuts texts into words (`fossick/splitting.rs` of its source, and its binary where that is newer).
 * Its browser script cuts questions to match, so nothing here may differ: `write-bundle.test.ts` compares.
 */

/** A word as the index holds it. */
export interface IndexableWord {
	/** Without marks. */
	readonly word: string;
	/** With its marks, where it has any. */
	readonly marked?: string;
	/** Whether it is only a part of what stands between two spaces. */
	readonly isPart: boolean;
}

/** Rust's white space: unlike JavaScript's it has U+0085 and lacks U+FEFF. */
const space = /[\t-\r \x85\xA0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/;
/** Letters, digits, and the signs that join words. */
const wordCharacter = /[\p{Alphabetic}\p{N}_‿⁀⁔︳︴﹍﹎﹏＿]/gu;
const asciiSign = /[!-/:-@[-`{-~]/g;
const character = /.\p{M}*/gsu;
/** Digits and two signs count as emoji, but are none by themselves. */
const mayBeEmoji = /[[\p{Emoji}--[0-9#*]]\uFE0F]/v;
const emoji = /^\p{RGI_Emoji}$/v;
/** What makes an emoji of a character that may be text, or a key of a digit. */
const emojiEndings = ["", "\uFE0F", "\u20E3"];
/** Characters of a tail that count. */
const tailLength = 64;

/** What stands between spaces. */
export function tokensOf(text: string): string[] {
	return text.split(space).filter(Boolean);
}

/** @param isInField whether it stands in a field of a page instead of in its content */
export function indexableWords(token: string, isInField: boolean): IndexableWord[] {
	const words: IndexableWord[] = [];
	const whole = wholeOf(token);
	if (whole !== "") words.push({ ...withoutMarks(whole), isPart: false });
	if (!isCompound(token)) return words;
	const parts = lowerCaseWords(token.replace(asciiSign, " ")).flatMap(tokensOf);
	if (whole !== "" && (parts.length > 1 || !whole.startsWith(parts[0] ?? "")))
		for (const part of parts)
			if (Buffer.byteLength(part) > 1) words.push({ ...withoutMarks(part), isPart: true });
	for (const tail of isInField ? [] : tailsOf(token)) {
		const keys = withoutMarks(tail);
		if (!words.some(({ word }) => word === keys.word)) words.push({ ...keys, isPart: true });
	}
	if (mayBeEmoji.test(token))
		for (const { segment } of new Intl.Segmenter().segment(token))
			if (emojiEndings.some((ending) => emoji.test(segment + ending)))
				words.push({ word: segment, isPart: false });
	return words;
}

function isCompound(token: string): boolean {
	return /[^\p{Alphabetic}\p{N}]/u.test(token) || /^.+\p{Uppercase}/su.test(token);
}

function wholeOf(token: string): string {
	const kept = (token.match(wordCharacter) ?? []).join("");
	return kept.replace(/\p{Uppercase}/gu, (letter) => letter.toLowerCase());
}

/** What stands behind each full stop, where it is a compound itself. */
function tailsOf(token: string): string[] {
	const pieces = token.split(".");
	return pieces
		.slice(1)
		.map((_, index) => [...pieces.slice(index + 1).join(".")].slice(0, tailLength).join(""))
		.filter(isCompound)
		.map(wholeOf)
		.filter((tail) => [...tail].length > 1);
}

function withoutMarks(text: string): Pick<IndexableWord, "word" | "marked"> {
	const word = text.normalize("NFD").replace(/\p{M}/gu, "");
	return word === text ? { word } : { word, marked: text };
}

type CharacterKind = "upper" | "lower" | "digit" | undefined;

/** Parts a text at spaces and where letters change their case or meet digits, as Rust's convert_case does. */
function lowerCaseWords(text: string): string[] {
	const characters = text.match(character) ?? [];
	const kinds = characters.map(kindOf);
	const words = [""];
	for (const [index, each] of characters.entries()) {
		if (each !== " ") words[words.length - 1] += each;
		if (each === " " || endsWord(kinds[index], kinds[index + 1], kinds[index + 2])) words.push("");
	}
	return words.filter(Boolean).map((word) => word.toLowerCase());
}

function endsWord(kind: CharacterKind, next: CharacterKind, third: CharacterKind): boolean {
	if (kind === undefined || next === undefined) return false;
	if (kind === "upper" && next === "upper") return third === "lower";
	return kind !== next && !(kind === "upper" && next === "lower");
}

function kindOf(character: string): CharacterKind {
	if (/^[0-9]$/.test(character)) return "digit";
	if (/^\p{Uppercase}/u.test(character)) return "upper";
	return /^\p{Lowercase}/u.test(character) ? "lower" : undefined;
}
