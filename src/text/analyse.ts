import { stripInvisible } from "./normalize.ts";
import { isShortTrungUong, shortTrungUong } from "./trung-uong.ts";
import type { WordKeys } from "./word-keys.ts";
import { wordKeys } from "./word-keys.ts";

/** A word of a text as search knows it; in Vietnamese every syllable is one. */
export interface Token extends WordKeys {
	/** Range in the given text, in UTF-16 code units; the end is excluded. */
	readonly start: number;
	readonly end: number;
	/** Whether the previous word is in the same sentence, so that the two are neighbours. */
	readonly followsOn: boolean;
	/**
	 * True for a whole document number such as "15/2020/NĐ-CP", without punctuation. It comes in addition to its parts
	 * and has no neighbours.
	 */
	readonly isWhole: boolean;
}

const other = 0;
const wordCharacter = 1;
const unseen = 2;
/** Joins within a word: "Ea H'leo". */
const apostrophe = 3;
/** Joins the parts of a document number. */
const joiner = 4;
const fullStop = 5;
const sentenceEnd = 6;
const surrogate = 7;
const digit = 8;

/** The class of each UTF-16 code unit, plus one; 0 until it is first met. */
const classes = new Uint8Array(0x10000);
const keysOfWord = new Map<string, WordKeys>();
/** Most words recur. Beyond this many, the cache is cleared. */
const mostWords = 200_000;
/** Longer words are cut: nobody searches for them, and a web address may be a page long. */
const longestWord = 60;

function classify(unit: number): number {
	const character = String.fromCharCode(unit);
	if (/[\uD800-\uDFFF]/.test(character)) return surrogate;
	if (/\p{N}/u.test(character)) return digit;
	if (/[\p{L}\p{M}]/u.test(character)) return wordCharacter;
	if (stripInvisible(character) === "") return unseen;
	if (/['’‘ʼ`´]/.test(character)) return apostrophe;
	if (/[-/&_\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/.test(character)) return joiner;
	if (character === ".") return fullStop;
	return /[!?…;\n\r\u2028\u2029]/.test(character) ? sentenceEnd : other;
}

function classOf(text: string, index: number): number {
	const unit = text.charCodeAt(index);
	let known = classes[unit] ?? 0;
	if (known === 0) {
		known = classify(unit) + 1;
		classes[unit] = known;
	}
	if (known - 1 !== surrogate) return known - 1;
	const character = String.fromCodePoint(text.codePointAt(index) ?? 0);
	return /\p{N}/u.test(character) ? digit : /\p{L}/u.test(character) ? wordCharacter : other;
}

/** Receives the words of a text one by one. */
export interface WordSink<Word extends WordKeys> {
	/** The keys of a range of the text; the end is excluded. */
	wordAt(text: string, start: number, end: number): Word;
	/** @param isWhole as of a token */
	take(word: Word, start: number, end: number, followsOn: boolean, isWhole: boolean): void;
}

/**
 * Splits a text into the words that search knows, in order. Records and queries are split alike.
 *
 * - Words end at anything but letters, marks and digits, and where letters and digits meet: "covid19" is "covid-19".
 * Invisible characters and apostrophes do not end a word, nor do the full stops of "4.200" and "T.Ư".
 * - A full stop ends no sentence after a word of at most two letters ("TP. Huế") or directly before a letter.
 * - A document number of three parts or more also comes whole, after its parts. With two parts, the parts are
 * neighbours.
 * - "số" before a number is left out: "Kết luận số 24-KL/TW" is "kết luận 24".
 */
export function analyse(text: string): Token[] {
	const tokens: Token[] = [];
	cutWords(text, {
		wordAt: (whole, start, end) => keysOf(whole.slice(start, end)),
		take({ folded, exact }, start, end, followsOn, isWhole) {
			tokens.push({ folded, exact: isWhole ? folded : exact, start, end, followsOn, isWhole });
		},
	});
	return tokens;
}

/** The same as `analyse`, for callers with many texts and their own word objects. */
export function cutWords<Word extends WordKeys>(text: string, sink: WordSink<Word>): void {
	const { length } = text;
	let followsOn = false;
	/** The current run of parts with one joiner between each two: its start, its text and its number of parts. */
	let runStart = 0;
	let run = "";
	let runParts = 0;
	let lastEnd = -1;
	let last: Word | undefined;
	const endRun = () => {
		if (runParts > 2 && isDocumentNumber(text.slice(runStart, lastEnd)))
			sink.take(sink.wordAt(run, 0, run.length), runStart, lastEnd, false, true);
	};
	let index = 0;
	while (index < length) {
		const kind = classOf(text, index);
		if (kind !== wordCharacter && kind !== digit) {
			if (kind === sentenceEnd || (kind === fullStop && endsSentence(text, index, lastEnd, last)))
				followsOn = false;
			index++;
			continue;
		}
		const start = index;
		index = kind === digit ? endOfNumber(text, index) : endOfWord(text, index);
		if (lastEnd < 0 || start - lastEnd > 1 || (start > lastEnd && !isJoint(text, lastEnd))) {
			endRun();
			runStart = start;
			run = "";
			runParts = 0;
		}
		last = isShortTrungUong(text, start, index)
			? sink.wordAt(shortTrungUong, 0, shortTrungUong.length)
			: sink.wordAt(text, start, Math.min(index, start + longestWord));
		lastEnd = index;
		if (last.folded === "" || isNumberSign(last, text, index)) continue;
		sink.take(last, start, index, followsOn, false);
		if (run.length < longestWord) run += last.folded;
		runParts++;
		followsOn = true;
	}
	endRun();
}

function endOfWord(text: string, start: number): number {
	const end = endOf(wordCharacter, text, start);
	// "T.Ư", "U.B.N.D": single letters joined by full stops.
	if (end - start > mostUnitsOfLetter || text.charAt(end) !== ".") return end;
	initials.lastIndex = start;
	return initials.test(text) ? initials.lastIndex : end;
}

/** A number continues after a full stop if three digits follow: "4.200". */
function endOfNumber(text: string, start: number): number {
	const end = endOf(digit, text, start);
	if (end - start > 3 || text.charAt(end) !== ".") return end;
	thousands.lastIndex = end;
	return thousands.test(text) ? thousands.lastIndex : end;
}

const initials = /\p{L}\p{M}*(?:\.\p{L}\p{M}*)+(?![\p{L}\p{M}])/uy;
/** Code units of one decomposed letter: with a vowel mark and a tone. */
const mostUnitsOfLetter = 3;
const thousands = /(?:\.\d{3})+(?!\d)/y;

/** The end of the run of letters, or of digits, that begins here. Marks belong to either. */
function endOf(kind: number, text: string, start: number): number {
	let end = start;
	let index = start;
	while (index < text.length) {
		const own = classOf(text, index);
		if (own === kind || (own === wordCharacter && isMark(text, index))) {
			index += text.charCodeAt(index) >= 0xd800 && text.charCodeAt(index) < 0xdc00 ? 2 : 1;
			end = index;
		} else if (own === unseen || (own === apostrophe && end === index)) index++;
		else break;
	}
	return end;
}

function isMark(text: string, index: number): boolean {
	return text.charCodeAt(index) >= 0x300 && /\p{M}/u.test(text.charAt(index));
}

/** Whether a word is "số" before a number, typed with its accents or without any. */
function isNumberSign({ folded, exact }: WordKeys, text: string, end: number): boolean {
	if (folded !== "so" || (exact !== folded && exact !== numberSign)) return false;
	let index = end;
	while (/[ \t\u00A0:]/.test(text.charAt(index))) index++;
	return index > end && classOf(text, index) === digit;
}

const { exact: numberSign } = wordKeys("số");

function isJoint(text: string, index: number): boolean {
	const kind = classOf(text, index);
	return kind === joiner || kind === fullStop;
}

/** @param end of the previous word, which may be farther away */
function endsSentence(text: string, index: number, end: number, before: WordKeys | undefined): boolean {
	const next = index + 1 < text.length ? classOf(text, index + 1) : sentenceEnd;
	return (
		next !== wordCharacter && next !== digit && (end !== index || !/^\p{L}{1,2}$/u.test(before?.folded ?? ""))
	);
}

/** @param written several joined parts */
function isDocumentNumber(written: string): boolean {
	return written.length <= longestWord && /\d/.test(written) && /\p{L}/u.test(written);
}

function keysOf(word: string): WordKeys {
	let keys = keysOfWord.get(word);
	if (keys === undefined) {
		keys = wordKeys(word);
		if (keysOfWord.size >= mostWords) keysOfWord.clear();
		keysOfWord.set(word, keys);
	}
	return keys;
}
