import { plainLetters } from "../../../text/fold.ts";
import type { WordKeys } from "../../../text/word-keys.ts";
import { rewritingAt, wordsOf, wordsOfQuery } from "../../finder/rewritings.ts";
import type { SpellingGroups } from "../../finder/spelling-groups.ts";
import { phraseForPagefind, queryForPagefind } from "../../pagefind/text.ts";
import { spellingsOf } from "./spellings.ts";

/** A part of a query that every article must contain in one of its spellings. */
export interface ArchivePart {
	/** As typed. */
	readonly typed: string;
	/** The alternatives. Each is a list of Pagefind terms that must all match: words, or a phrase in quotation marks. */
	readonly ways: readonly (readonly string[])[];
	/** Terms with the typed accents; an exact match contains one of them. Empty if no accents were typed. */
	readonly accented: readonly string[];
}

/**
 * Splits a query for Pagefind into phrases in quotation marks, names and abbreviations in all their spellings, numbers,
 * and words. Empty if only punctuation was typed.
 */
export function archiveParts(text: string, groups: SpellingGroups): ArchivePart[] {
	const phrases: string[] = [];
	const words = plainLetters(text).replace(/["“”„«]([^"“”„«»]+)["“”„»]/g, (_, phrase: string) => {
		phrases.push(phrase);
		return "\n";
	});
	return [...phrases.flatMap(phrasePart), ...wordParts(words, groups)];
}

/** A whole query as one phrase; undefined if only punctuation was typed. */
export function archivePhrase(text: string): string | undefined {
	return asPhrase(plainLetters(text));
}

function phrasePart(phrase: string): ArchivePart[] {
	const term = asPhrase(phrase);
	return term === undefined
		? []
		: [{ typed: phrase, ways: [[term]], accented: hasAccents(wordsOf(phrase)) ? [term] : [] }];
}

function wordParts(text: string, groups: SpellingGroups): ArchivePart[] {
	const tokens = wordsOfQuery(text);
	const parts: ArchivePart[] = [];
	for (let from = 0; from < tokens.length; ) {
		const token = tokens[from];
		if (!token) break;
		const match = rewritingAt(tokens, from, groups.get(token.folded));
		const next = tokens[from + 1];
		const isNumbered =
			!match &&
			next &&
			/\p{L}$/u.test(token.folded) !== /\p{L}$/u.test(next.folded) &&
			isJoined(text, token, next);
		const to = from + (match?.written.length ?? (isNumbered ? 2 : 1));
		const typed = text.slice(token.start, tokens[to - 1]?.end);
		parts.push({
			typed,
			ways: match
				? match.group.flatMap((spelling) => wayOf(spelling))
				: isNumbered
					? numberedWays(token.folded, next.folded)
					: waysOfWord(typed, token.folded),
			accented: match || isNumbered || !hasAccents([token]) ? [] : spellingsOf(typed).map(queryForPagefind),
		});
		from = to;
	}
	return parts;
}

/** The spellings of letters joined with a number: "covid-19" is also "covid19". */
function numberedWays(first: string, second: string): string[][] {
	const waysOfParts = [first, second].map((part) => waysOfWord(part, part));
	const apart = (waysOfParts[0] ?? []).flatMap((one) =>
		(waysOfParts[1] ?? []).map((other) => [...one, ...other]),
	);
	return [...apart, [queryForPagefind(first + second)]];
}

/** The spellings of a word. Thousands may have full stops, and a single digit may have a leading zero. */
function waysOfWord(typed: string, folded: string): string[][] {
	if (/^\d{4,}$/.test(folded))
		return [[queryForPagefind(folded)], ...wayOf(folded.replace(/\B(?=(?:\d{3})+$)/g, "."))];
	if (/^\d$/.test(folded)) return [[queryForPagefind(folded)], [queryForPagefind(`0${folded}`)]];
	return [queryForPagefind(typed).split(" ")];
}

function wayOf(spelling: string): string[][] {
	const words = queryForPagefind(spelling).split(" ");
	if (words.length < 2) return [words];
	const phrase = asPhrase(spelling);
	return phrase === undefined ? [] : [[phrase]];
}

function asPhrase(text: string): string | undefined {
	const phrase = phraseForPagefind(text);
	return phrase === "" ? undefined : `"${phrase}"`;
}

function isJoined(text: string, { end }: { end: number }, { start }: { start: number }): boolean {
	return start === end || (start === end + 1 && text[end] === "-");
}

function hasAccents(words: readonly WordKeys[]): boolean {
	return words.some(({ folded, exact }) => folded !== exact);
}
