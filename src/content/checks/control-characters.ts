import type { ContentProblem } from "../problem.ts";
import { strings } from "../strings.ts";
import type { FieldPath, YamlValue } from "../yaml.ts";
import { type DocumentCheck, problemIn, type TextCheck } from "./context.ts";

// Control characters are invalid in XML and in JSON feeds. Direction marks change the text around them.
const marksOfDirection = "\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069";
const control = "\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F\\uFFFE\\uFFFF";
const loneSurrogate = "\\p{Cs}";
// Bodies are UTF-8, which has no lone surrogates. Without the flag `u`, the search is much faster.
const inBody = new RegExp(`[${control}${marksOfDirection}]`);
/** Names and titles must not contain invisible characters either, because these make different names look the same. */
const inField = new RegExp(
	`[${control}${marksOfDirection}${loneSurrogate}\\u00AD\\u034F\\u180E\\u200B\\u2028\\u2029\\u2060-\\u2064\\u206A-\\u206F\\uFEFF]`,
	"u",
);
/** The same characters by number or name, which Markdown turns into them: `&#x202E;`. */
const reference = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|lrm|rlm);/gi;
/** Zero-width joiners are allowed only within an emoji. */
const joiner = /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)[\u200C\u200D]/u;

/**
 * Finds invisible characters that break feeds, names or the direction of the text. Only the first of each text is
 * reported.
 */
export const checkControlCharacters: DocumentCheck = (document) => {
	const problems: ContentProblem[] = [];
	const visit = (value: YamlValue, path: FieldPath): void => {
		if (typeof value === "string") {
			const found = inField.exec(value)?.[0] ?? joiner.exec(value)?.[0] ?? firstReferred(value)?.character;
			if (found !== undefined) {
				problems.push(problemIn(document, path, strings.controlCharacter(codeOf(found))));
			}
		} else if (Array.isArray(value)) {
			for (const [index, item] of value.entries()) visit(item, [...path, index]);
		} else {
			for (const [name, child] of Object.entries(value)) visit(child, [...path, name]);
		}
	};
	visit(document.fields, []);
	const { file, body, bodyLine } = document;
	const match = inBody.exec(body);
	const found = match ? { index: match.index, character: match[0] } : firstReferred(body);
	if (found) {
		const line = bodyLine + body.slice(0, found.index).split("\n").length - 1;
		problems.push({ file, line, field: "body", ...strings.controlCharacter(codeOf(found.character)) });
	}
	return problems;
};

/** The first control character that a text refers to. */
function firstReferred(text: string): { readonly index: number; readonly character: string } | undefined {
	if (!text.includes("&")) return undefined;
	for (const { 0: written, 1: hexadecimal, 2: decimal, index } of text.matchAll(reference)) {
		const named = /^&r/i.test(written) ? 0x200f : 0x200e;
		const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal ?? named);
		const character = code <= 0x10ffff ? String.fromCodePoint(code) : "";
		if (inBody.test(character)) return { index, character };
	}
	return undefined;
}

/** The replacement character for unreadable bytes, and private-use characters. */
const lostCharacter = /[\uFFFD\uE000-\uF8FF]/;

/**
 * Warns of lost characters, which readers would see as boxes. Only the first in title, lead and body each is reported.
 */
export const warnOfLostCharacters: TextCheck = (document) => {
	const { file, fields, body, bodyLine } = document;
	const warnings: ContentProblem[] = [];
	for (const name of ["title", "summary"]) {
		const value = fields[name];
		const found = typeof value === "string" ? lostCharacter.exec(value)?.[0] : undefined;
		if (found !== undefined) warnings.push(problemIn(document, [name], strings.lostCharacter(codeOf(found))));
	}
	const match = lostCharacter.exec(body);
	if (match) {
		const line = bodyLine + body.slice(0, match.index).split("\n").length - 1;
		warnings.push({ file, line, field: "body", ...strings.lostCharacter(codeOf(match[0])) });
	}
	return warnings;
};

function codeOf(character: string): string {
	return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
}
