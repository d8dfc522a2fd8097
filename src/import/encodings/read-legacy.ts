import { commonSyllables } from "./common-syllables.ts";
import { judgeToken, type Verdict } from "./judge-token.ts";
import { fromLegacy, type LegacyEncoding, legacyEncodings } from "./legacy-encoding.ts";

/** Letters that only Unicode has, or a combining mark. */
const unicodeLetter = /[ăĂđĐơƠưƯĩĨũŨ\u1EA0-\u1EF9]|[\u0300-\u0323]/;
/** Letters and symbols that are rare in Vietnamese Unicode text, and capitals within a word. */
const strange =
	/[\u0080-\u009F¡-¦¨ª¬®¯±-¶¸-º¼-¿ÄÅÆÇËÎÏÑÖ×ØÛÜÞßäåæçëîïñö÷øûüþÿ]|[a-z][À-Þ]|[\u2212\u2219]\p{L}/u;
const western = /[\u0080-\u00FF]/;
const viqrSign = /[aeiouyAEIOUY][(^+*'`?~.]|dd/i;
const viqrSigns = /[aeoAEO]\^|[aA]\([\s\S]?|[ouOU][+*]|dd[aeiouy]/g;
/** The least number of marks in a VIQR text. */
const viqrLeast = 2;

const gap = /([ \t\n\r]+)/;
/** Evidence needed for a reading without other support, and with the support of the rest of the page. */
const enough = 2;
/** The share of foreign words that a reading has to explain. */
const shareNeeded = 0.6;

/** How much of a text is used to recognise its encoding. */
const sampleCharacters = 400_000;

interface Token {
	readonly before: string;
	readonly after: string;
	readonly was: Verdict;
	readonly becomes: Verdict;
}

/** A reading of a line in one encoding, with its evidence. */
interface Reading {
	readonly encoding: LegacyEncoding;
	readonly tokens: readonly Token[];
	/** Words that are Vietnamese only in this reading; impossible words of the original count twice. */
	readonly gained: number;
	/** Words that are foreign in this reading. */
	readonly foreign: number;
	/** Words that are no longer Vietnamese in this reading. */
	readonly lost: number;
}

/** A quick check whether a line may contain another encoding. It may say yes wrongly, but never no. */
function mayBeLegacy(line: string): boolean {
	if (unicodeLetter.test(line) ? strange.test(line) : western.test(line)) return true;
	return (line.match(viqrSigns)?.length ?? 0) >= viqrLeast;
}

/**
 * The encoding in which most words of a text become Vietnamese syllables; undefined if there is none, as for Unicode
 * text.
 */
export function detectLegacy(
	text: string,
): { readonly encoding: LegacyEncoding; readonly confidence: number } | undefined {
	const lines = text.split("\n").filter(mayBeLegacy);
	if (lines.length === 0) return undefined;
	const best = bestReading(lines.join("\n").slice(0, sampleCharacters), undefined);
	return best && { encoding: best.encoding, confidence: confidenceOf(best) };
}

/**
 * Converts one line or paragraph to Unicode. Words that are Vietnamese already stay as they are, even beside converted
 * ones.
 *
 * @param expected the encoding that the rest of the page or the font suggests
 * @param isCertain whether it also decides about words that are legal in both readings and frequent in neither
 */
export function readLegacyLine(
	line: string,
	expected: LegacyEncoding | undefined,
	isCertain: boolean,
): { readonly text: string; readonly encoding: LegacyEncoding } | undefined {
	if (!mayBeLegacy(line) && (expected !== "viqr" || !viqrSign.test(line))) return undefined;
	const best = bestReading(line, expected);
	if (!best) return undefined;
	const text = joinTokens(best, isCertain && best.encoding === expected);
	return text === line ? undefined : { text, encoding: best.encoding };
}

function bestReading(text: string, expected: LegacyEncoding | undefined): Reading | undefined {
	let best: Reading | undefined;
	for (const encoding of legacyEncodings) {
		if (encoding === "viqr" && (text.match(viqrSigns)?.length ?? 0) < viqrLeast && expected !== "viqr")
			continue;
		const reading = readAs(text, encoding);
		if (!isConvincing(reading, encoding === expected)) continue;
		if (!best || weigh(reading, expected) > weigh(best, expected)) best = reading;
	}
	return best;
}

function readAs(text: string, encoding: LegacyEncoding): Reading {
	const before = text.split(gap);
	const after = fromLegacy(text, encoding).split(gap);
	const tokens = before.map((token, index): Token => {
		const reading = after[index] ?? token;
		const meant = reading === token.normalize("NFC") ? token : reading;
		const was = encoding === "viqr" ? judgeViqr(token, meant) : judgeToken(token);
		return { before: token, after: meant, was, becomes: token === meant ? was : judgeToken(meant) };
	});
	const count = (fits: (token: Token) => boolean) => tokens.filter(fits).length;
	return {
		encoding,
		tokens,
		gained:
			count(({ was, becomes }) => was !== "vietnamese" && becomes === "vietnamese") +
			count(({ was, becomes }) => was === "broken" && becomes === "vietnamese"),
		foreign: count(({ becomes }) => isStrange(becomes)),
		lost: count(({ was, becomes }) => was === "vietnamese" && becomes !== "vietnamese"),
	};
}

function isStrange(verdict: Verdict): boolean {
	return verdict === "foreign" || verdict === "broken";
}

/** Judges a token of VIQR. If it has marks, its plain letters are no evidence for a Unicode text. */
function judgeViqr(token: string, meant: string): Verdict {
	return token === meant ? judgeToken(token) : "foreign";
}

function isConvincing({ tokens, gained, foreign, encoding }: Reading, isExpected: boolean): boolean {
	const changed = tokens.some(({ before, after }) => before !== after);
	if (!changed) return false;
	if (encoding === "viqr" && !isExpected) return gained >= enough + 1 && gained >= foreign * 4;
	if (isExpected && foreign === 0) return true;
	return gained >= (isExpected ? 1 : enough) && gained / (gained + foreign) >= shareNeeded;
}

function weigh({ gained, foreign, lost, encoding }: Reading, expected: LegacyEncoding | undefined): number {
	return gained - foreign - lost / 2 + (encoding === expected ? 0.5 : 0);
}

function confidenceOf({ gained, foreign, lost }: Reading): number {
	return gained / Math.max(1, gained + foreign + lost);
}

/** Token by token: if only one reading is Vietnamese, it is used; if both are, the neighbours decide. */
function joinTokens({ tokens, lost, foreign, gained }: Reading, isExpected: boolean): string {
	const decisions = tokens.map(({ before, after, was, becomes }) => {
		if (before === after) return unicodeLetter.test(before) ? false : undefined;
		if ((was === "vietnamese") === (becomes === "vietnamese")) return undefined;
		return becomes === "vietnamese";
	});
	const decidedBefore = decidedSoFar(decisions);
	const decidedAfter = decidedSoFar(decisions.toReversed()).reverse();
	// If nothing contradicts the reading, it is used for abbreviations and names too.
	const isPure = lost === 0 && foreign <= gained && !decisions.includes(false);
	return tokens
		.map((token, index) => {
			if (token.before === token.after) return token.before;
			return (decisions[index] ?? isConverted(token, index)) ? token.after : token.before;
		})
		.join("");

	function isConverted(token: Token, index: number): boolean {
		if (isStrange(token.becomes) && token.was === "plain") return false;
		if (isPure) return gained > 0 || prefersLegacy(token) || (isExpected && !prefersUnicode(token));
		if (isStrange(token.becomes)) return false;
		const before = decidedBefore[index];
		const after = decidedAfter[index];
		if (before !== undefined && before === after) return before;
		if (prefersLegacy(token) !== prefersUnicode(token)) return prefersLegacy(token);
		return before ?? after ?? isExpected;
	}
}

/** For each place, the last decision up to there. */
function decidedSoFar(decisions: readonly (boolean | undefined)[]): (boolean | undefined)[] {
	let last: boolean | undefined;
	return decisions.map((decision) => {
		last = decision ?? last;
		return last;
	});
}

const surroundings = /^[^\p{L}]+|[^\p{L}]+$/gu;

function isCommon(token: string): boolean {
	return commonSyllables.has(token.replace(surroundings, "").toLowerCase());
}

function prefersLegacy({ before, after }: Token): boolean {
	return isCommon(after) && !isCommon(before);
}

function prefersUnicode({ before, after }: Token): boolean {
	return isCommon(before) && !isCommon(after);
}
