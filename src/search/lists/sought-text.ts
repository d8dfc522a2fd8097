/** Queries in lists that are searched by their own index or by a scan, such as the desk's, and not by the finder. */

import type { Token } from "../../text/analyse.ts";
import { phoneDigits, phoneNumbers } from "../../text/phone-numbers.ts";
import type { WordKeys } from "../../text/word-keys.ts";
import { otherReadings } from "../finder/other-readings.ts";
import { rewritingAt, wordsOf, wordsOfQuery } from "../finder/rewritings.ts";
import type { SpellingGroups, SpellingOfGroup } from "../finder/spelling-groups.ts";

export interface SoughtWord extends WordKeys {
	/** Whether longer words count too: it is the last word and may not be complete. */
	readonly isBeginning: boolean;
}

/** Alternatives, of each of which every part must be found: "UBND", or "ủy", "ban", "nhân" and "dân". */
export interface SoughtWays {
	readonly ways: readonly (readonly SoughtPart[])[];
}

export type SoughtPart = SoughtWord | SoughtWays;

/** One understanding of a query: every part must be found. Empty if only punctuation was typed. */
export type SoughtText = readonly SoughtPart[];

const longestQuery = 500;
const mostWords = 32;
/** Fewer digits are a number, not the beginning of a phone number. */
const fewestPhoneDigits = 6;
/** "UBMTTQ" is "Ủy ban MTTQ", of which "MTTQ" is "Mặt trận Tổ quốc"; no spelling is nested deeper. */
const deepest = 2;

/**
 * The understandings of a query: as typed, then those that count if nothing is found so (Telex, words without spaces).
 * Names with several spellings are sought in all of them, and phone numbers in whatever groups they are written.
 * Undefined without a query.
 */
export function readSought(query: string, groups: SpellingGroups): readonly SoughtText[] | undefined {
	if (query.trim() === "") return undefined;
	const text = query.slice(0, longestQuery);
	return [text, ...otherReadings(text).texts].map((one) => partsOf(one, groups, new Set(), !/\s$/.test(one)));
}

/** @param within the groups whose spellings this text is a part of */
function partsOf(
	text: string,
	groups: SpellingGroups,
	within: ReadonlySet<readonly string[]>,
	isOpen: boolean,
): SoughtText {
	const tokens = wordsOfQuery(text).slice(0, mostWords);
	const words = tokens.map(({ folded, exact }, place): SoughtWord => {
		const isBeginning = isOpen && place === tokens.length - 1 && folded.length > 1;
		return { folded, exact, isBeginning };
	});
	const parts: SoughtPart[] = [];
	for (let from = 0; from < tokens.length; ) {
		const phone = phoneAt(text, tokens, from);
		const spelling = phone ? undefined : groupAt(tokens, from, groups, within);
		const to = phone?.to ?? from + (spelling?.written.length ?? 1);
		const typed = words.slice(from, to);
		if (phone) {
			const isBeginning = isOpen && to === tokens.length;
			parts.push({ ways: [typed, [{ folded: phone.digits, exact: phone.digits, isBeginning }]] });
		} else if (spelling) {
			const inside = new Set([...within, spelling.group]);
			// A whole spelling is no beginning: every spelling finds the same.
			const whole = typed.map((word) => ({ ...word, isBeginning: false }));
			const others = spelling.group.map((other) => partsOf(other, groups, inside, false));
			parts.push({ ways: [whole, ...others] });
		} else parts.push(...typed);
		from = to;
	}
	return parts;
}

function groupAt(
	tokens: readonly Token[],
	from: number,
	groups: SpellingGroups,
	within: ReadonlySet<readonly string[]>,
): SpellingOfGroup | undefined {
	if (within.size >= deepest) return undefined;
	const candidates = groups.get(tokens[from]?.folded ?? "")?.filter(({ group }) => !within.has(group));
	return rewritingAt(tokens, from, candidates);
}

/** A phone number, or the beginning of one, from a word on. */
function phoneAt(
	text: string,
	tokens: readonly Token[],
	from: number,
): { readonly to: number; readonly digits: string } | undefined {
	const start = tokens[from]?.start ?? 0;
	let to = from;
	let end = start;
	for (
		let token = tokens[to];
		token && /^[\d .()\u00A0–-]+$/.test(text.slice(end, token.end));
		token = tokens[to]
	) {
		end = token.end;
		to++;
	}
	const digits = phoneDigits(text.slice(start, end));
	return digits.startsWith("0") && digits.length >= fewestPhoneDigits ? { to, digits } : undefined;
}

/** The words of an item of a short list, each between spaces. */
export function searchedWords(text: string): string {
	const words = wordsOf(text).map(({ folded }) => folded);
	return ` ${[...words, ...phoneNumbers(text)].join(" ")} `;
}

/** Whether words contain what is sought. A word of a query may be the beginning of a longer one. */
function isFoundIn(words: string, sought: SoughtText): boolean {
	return sought.length > 0 && sought.every((part) => hasPart(words, part));
}

function hasPart(words: string, part: SoughtPart): boolean {
	if ("ways" in part) return part.ways.some((way) => isFoundIn(words, way));
	return words.includes(` ${part.folded}`);
}

/** The matches of the first understanding of a query that has any, in a short list. All items if there is no query. */
export function soughtAmong<Item>(
	items: readonly Item[],
	wordsOfItem: (item: Item) => string,
	readings: readonly SoughtText[] | undefined,
): readonly Item[] {
	if (!readings) return items;
	const words = items.map(wordsOfItem);
	for (const sought of readings) {
		const found = items.filter((_, place) => isFoundIn(words[place] ?? "", sought));
		if (found.length > 0) return found;
	}
	return [];
}
