import { commonSyllables } from "./common-syllables.ts";
import { judgeToken, type Verdict } from "./judge-token.ts";
import { fromLegacy, type LegacyEncoding, legacyEncodings } from "./legacy-encoding.ts";

/** Signs of a mistaken encoding; text without any of them is not looked at further. */
const suspicious =
	/[\u0080-\u009F¡-©ª-\u00AD®-´µ¶¸-¿ÄÅÆÇËÎÏÑÖ×ØÜÞßäåæçëîïñöø÷ûüþÿ]|[a-zà-ÿ][À-ÞĂĐƠƯ]|[\u2212\u2219](?=\p{L})|[ÂÃÄÆá]\S|[ăâêôơư]{2}|[aeouy][âùøûõïêéèúëàáåãä]|[âêôăơưaeiouy][ìòÌÒÞ]/u;
const viqrSigns = /[aeoAEO]\^|[aA]\([\s\S]?|[ouOU][+*]|dd[aeiouy]/g;
/** As many signs as text needs to be thought of as VIQR. */
const viqrLeast = 2;

const gap = /([ \t\n\r]+)/;
/** Evidence that one reading needs when nothing else speaks for it, and when the rest of the page does. */
const enough = 2;
/** The share of foreign words that a reading has to explain. */
const shareNeeded = 0.6;

interface Token {
	readonly before: string;
	readonly after: string;
	readonly was: Verdict;
	readonly becomes: Verdict;
}

/** A reading of a line in one encoding, and what speaks for it. */
interface Reading {
	readonly encoding: LegacyEncoding;
	readonly tokens: readonly Token[];
	/** Words that are Vietnamese only in this reading; those that are no words of any language otherwise count twice. */
	readonly gained: number;
	/** Words that are foreign in this reading; they were so before or became so. */
	readonly foreign: number;
	/** Words that were Vietnamese before and would no longer be. */
	readonly lost: number;
}

/** Whether a text may hold more than Unicode; quick, and wrong only by saying yes too often. */
export function mayBeLegacy(text: string): boolean {
	return suspicious.test(text) || (text.match(viqrSigns)?.length ?? 0) >= viqrLeast;
}

/**
 * The encoding that explains most of a text's words, measured by how many become Vietnamese syllables; undefined where
 * none does, which is so for Unicode.
 */
export function detectLegacy(
	text: string,
): { readonly encoding: LegacyEncoding; readonly confidence: number } | undefined {
	if (!mayBeLegacy(text)) return undefined;
	const best = bestReading(text, undefined);
	return best && { encoding: best.encoding, confidence: confidenceOf(best) };
}

/**
 * One line or paragraph as Unicode. Words that are Vietnamese already stay as they are, also beside others that were
 * converted.
 *
 * @param expected what the rest of the page or the font speaks for: decides where a word is legal in both readings
 */
export function readLegacyLine(
	line: string,
	expected: LegacyEncoding | undefined,
): { readonly text: string; readonly encoding: LegacyEncoding } | undefined {
	const best = bestReading(line, expected);
	if (!best) return undefined;
	const text = joinTokens(best, best.encoding === expected);
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
		const meant = after[index] ?? token;
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

/** Plain letters between VIQR's signs are no words of a text in Unicode. */
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

/** Token by token: what is Vietnamese in one reading only is taken so; where both are, the neighbours decide. */
function joinTokens({ tokens, lost, foreign, gained }: Reading, isExpected: boolean): string {
	const decisions = tokens.map(({ before, after, was, becomes }) => {
		if (before === after) return undefined;
		if (was === "vietnamese" && becomes === "vietnamese") return undefined;
		if (becomes === "vietnamese") return true;
		if (was === "vietnamese") return false;
		return undefined;
	});
	// Few words contradict the reading: then it holds for abbreviations and names as well.
	const isPure = lost === 0 && foreign <= gained;
	return tokens.map((token, index) => (isConverted(token, index) ? token.after : token.before)).join("");

	function isConverted(token: Token, index: number): boolean {
		const decision = decisions[index];
		if (decision !== undefined || token.before === token.after) return decision ?? false;
		if (isStrange(token.becomes) && token.was === "plain") return false;
		if (isPure) return lost === 0 && (gained > 0 || preferred(token, isExpected));
		const neighbour = nearest(decisions, index);
		return !isStrange(token.becomes) && (neighbour ?? preferred(token, isExpected));
	}
}

function nearest(decisions: readonly (boolean | undefined)[], index: number): boolean | undefined {
	for (let distance = 1; distance < decisions.length; distance++) {
		const before = decisions[index - distance];
		const after = decisions[index + distance];
		if (before !== undefined || after !== undefined) return before ?? after;
	}
	return undefined;
}

const surroundings = /^[^\p{L}]+|[^\p{L}]+$/gu;

function preferred({ before, after }: Token, isExpected: boolean): boolean {
	const isCommon = (token: string) => commonSyllables.has(token.replace(surroundings, "").toLowerCase());
	if (isCommon(after) !== isCommon(before)) return isCommon(after);
	return isExpected;
}
