import { stripInvisible } from "./normalize.ts";
import type { WordKeys } from "./word-keys.ts";
import { wordKeys } from "./word-keys.ts";

/** A word of a text as search knows it; in Vietnamese every syllable is one. */
export interface Token extends WordKeys {
	/** In the text as it was given, in UTF-16 code units; the end is excluded. */
	readonly start: number;
	readonly end: number;
	/** Whether the word before stands in the same sentence, so that the two are neighbours. */
	readonly followsOn: boolean;
	/** A document number such as "15/2020/NĐ-CP" as a whole, beside its parts; it has no neighbours. */
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

/** Classes of UTF-16 code units plus one, filled in as they are met. */
const classes = new Uint8Array(0x10000);
const keysOfWord = new Map<string, WordKeys>();
/** Words are few and documents many; what goes beyond this is worth forgetting. */
const mostWords = 200_000;
/** Longer words are cut, as nobody looks for them and an address may be a page long. */
const longestWord = 60;

function classify(unit: number): number {
	const character = String.fromCharCode(unit);
	if (/[\uD800-\uDFFF]/.test(character)) return surrogate;
	if (/[\p{L}\p{M}\p{N}]/u.test(character)) return wordCharacter;
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
	return /^[\p{L}\p{N}]/u.test(String.fromCodePoint(text.codePointAt(index) ?? 0)) ? wordCharacter : other;
}

/** Takes the words of a text as they are cut. */
export interface WordSink<Word extends WordKeys> {
	/** The keys of a part of the text, the end excluded. */
	wordAt(text: string, start: number, end: number): Word;
	/** @param isWhole as of a token */
	take(word: Word, start: number, end: number, followsOn: boolean, isWhole: boolean): void;
}

/**
 * Cuts a text into the words that search knows, in the order in which they stand. Records and queries go through the
 * same cutting. Words are parted by whatever is neither letter, mark nor digit; invisible characters and apostrophes
 * part nothing, and a full stop that follows a word of at most two letters ("TP. Huế") or is followed by none ends no
 * sentence. A document number comes whole, after its parts.
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

/** What `analyse` does, for who has many texts and words of its own. */
export function cutWords<Word extends WordKeys>(text: string, sink: WordSink<Word>): void {
	const { length } = text;
	let followsOn = false;
	/** Where the run of parts began that one joiner each holds together, and how many there are so far. */
	let runStart = 0;
	let runParts = 0;
	let lastEnd = -1;
	let last: Word | undefined;
	const endRun = () => {
		if (runParts > 1 && isDocumentNumber(text.slice(runStart, lastEnd)))
			sink.take(sink.wordAt(text, runStart, lastEnd), runStart, lastEnd, false, true);
	};
	let index = 0;
	while (index < length) {
		const kind = classOf(text, index);
		if (kind !== wordCharacter) {
			if (kind === sentenceEnd || (kind === fullStop && endsSentence(text, index, lastEnd, last)))
				followsOn = false;
			index++;
			continue;
		}
		const start = index;
		index = endOfWord(text, index);
		const joins = lastEnd >= 0 && start - lastEnd === 1 && isJoint(text, lastEnd);
		if (!joins) {
			endRun();
			runStart = start;
			runParts = 0;
		}
		last = sink.wordAt(text, start, Math.min(index, start + longestWord));
		lastEnd = index;
		if (last.folded === "") continue;
		sink.take(last, start, index, followsOn, false);
		runParts++;
		followsOn = true;
	}
	endRun();
}

function endOfWord(text: string, start: number): number {
	let end = start;
	let index = start;
	while (index < text.length) {
		const kind = classOf(text, index);
		if (kind === wordCharacter) {
			index += text.charCodeAt(index) >= 0xd800 && text.charCodeAt(index) < 0xdc00 ? 2 : 1;
			end = index;
		} else if (kind === unseen || (kind === apostrophe && end === index)) index++;
		else break;
	}
	return end;
}

function isJoint(text: string, index: number): boolean {
	const kind = classOf(text, index);
	return kind === joiner || kind === fullStop;
}

/** @param end of the word before, which may stand farther away */
function endsSentence(text: string, index: number, end: number, before: WordKeys | undefined): boolean {
	const next = index + 1 < text.length ? classOf(text, index + 1) : sentenceEnd;
	return next !== wordCharacter && (end !== index || !/^\p{L}{1,2}$/u.test(before?.folded ?? ""));
}

/** @param written several parts that stand together */
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
