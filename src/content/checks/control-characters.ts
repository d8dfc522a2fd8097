import type { ContentProblem } from "../problem.ts";
import { strings } from "../strings.ts";
import type { FieldPath, YamlValue } from "../yaml.ts";
import { type DocumentCheck, problemIn, type TextCheck } from "./context.ts";

// Neither XML nor JSON feeds can carry the first ones; marks of direction change what stands around them.
const marksOfDirection = "\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069";
const control = "\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F\\uFFFE\\uFFFF";
const loneSurrogate = "\\p{Cs}";
// Bodies are UTF-8, which has no halves of pairs; without `u` the search takes a fraction of the time.
const inBody = new RegExp(`[${control}${marksOfDirection}]`);
/** Names and titles have none of those either that nobody sees: they make two of what looks like one. */
const inField = new RegExp(
	`[${control}${marksOfDirection}${loneSurrogate}\\u00AD\\u034F\\u180E\\u200B\\u2028\\u2029\\u2060-\\u2064\\u206A-\\u206F\\uFEFF]`,
	"u",
);
/** Joiners have a use between the parts of an emoji. */
const joiner = /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)[\u200C\u200D]/u;

/** Characters that no reader sees and that break feeds, names or the direction of the text. The first of each text is told. */
export const checkControlCharacters: DocumentCheck = (document) => {
	const problems: ContentProblem[] = [];
	const visit = (value: YamlValue, path: FieldPath): void => {
		if (typeof value === "string") {
			const found = (inField.exec(value) ?? joiner.exec(value))?.[0];
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
	if (match) {
		const line = bodyLine + body.slice(0, match.index).split("\n").length - 1;
		problems.push({ file, line, field: "body", ...strings.controlCharacter(codeOf(match[0])) });
	}
	return problems;
};

/** What stands where a program could not read a character, and what only one font knows. */
const lostCharacter = /[\uFFFD\uE000-\uF8FF]/;

/** Characters that were lost on the way here: readers would see a box. The first of the title, the lead and the body is told. */
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
