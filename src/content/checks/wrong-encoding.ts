import { decodeEntities, encodingNames, fromViqr, repairText } from "../../import/encodings/index.ts";
import type { ContentProblem } from "../problem.ts";
import { strings } from "../strings.ts";
import { problemIn, type TextCheck } from "./context.ts";

/** Characters that are rare in Vietnamese and frequent in text of another encoding. Most texts have none. */
const rare =
	/[\u0080-\u009F¡-¦¨ª¬®¯±-¶¸-º¼-¿ÄÅÆÇËÎÏÑÖ×ØÛÜÞßäåæçëîïñö÷øûüþÿ]|Ã[\u00A0-\u00BFŒœŠšŸŽžƒˆ˜€™]|á[º»]/;
/** Two marks of VIQR near each other: "Ho^.i nghi." */
const viqr =
	/[aeo]\^[`'?~.]?[^\n]{0,60}?(?:[aeouy][\^(+][`'?~.]?|[aeiouy][`'?~.](?=[a-z\s]))|\bdd[aeiou(^+]/i;
const longestSample = 60;

/** A vowel of VIQR with both of its marks within a word: "Ho^.i". A few words are too little for a recognition. */
const viqrVowel = /(?:[aeo]\^|a\(|[ou][+*])[`'?~.](?=\p{L})/iu;

/** A word with a question mark in place of a vowel, so that consonants stand alone on one side: "T?nh", "Vi?t". */
const consonants = "[bcdđghklmnpqrstvx]";
const lostLetters = new RegExp(
	`(?<![\\p{L}\\p{N}/?=&.:_%+-])(?:${[
		`\\p{L}{1,6}\\?${consonants}{1,3}`,
		`\\p{L}?${consonants}{1,3}\\?\\p{Ll}{1,4}`,
		`\\p{Lu}{1,6}\\?${consonants.toUpperCase()}{1,3}`,
		`${consonants.toUpperCase()}{1,3}\\?\\p{Lu}{1,4}`,
	].join("|")})(?![\\p{L}\\p{N}/?=&:_%])`,
	"gu",
);
/** Letters in the codes of programs: `=E1=BB=99`, `%E1%BB%99`, `\\u1ed9`. */
const coded =
	/(?<![^\s(“"])[\p{L}\d]{0,12}(?:(?:=[C-F][\dA-F](?:=[89AB][\dA-F])+|%[C-F][\dA-F](?:%[89AB][\dA-F])+|\\u[01][\da-f]{3})[\p{L}\d]{0,12}){1,9}(?![^\s)”".,;:])/iu;
/** Letters that social networks offer as another font. They are signs of mathematics. */
const styled = /(?:[\u{1D400}-\u{1D7FF}][\u0300-\u036F ]*){2,40}/u;

/**
 * Warns of text that was read in a wrong encoding ("Tá»‰nh", "TØnh"), which readers see as it is. Only the first place
 * in title, lead and body each is reported.
 */
export const warnOfWrongEncoding: TextCheck = (document) => {
	const { file, fields, body, bodyLine } = document;
	const warnings: ContentProblem[] = [];
	for (const name of ["title", "summary"]) {
		const value = fields[name];
		if (typeof value !== "string") continue;
		for (const { wording } of wrongIn(value)) warnings.push(problemIn(document, [name], wording));
	}
	for (const { line, wording } of wrongIn(body))
		warnings.push({ file, line: bodyLine + line, field: "body", ...wording });
	return warnings;
};

interface WrongText {
	/** From 0 on. */
	readonly line: number;
	readonly wording: Pick<ContentProblem, "message" | "remedy">;
}

/** The first place of each kind. */
function wrongIn(text: string): WrongText[] {
	const wrong: WrongText[] = [];
	const add = (index: number, wording: WrongText["wording"]) =>
		wrong.push({ line: text.slice(0, index).split("\n").length - 1, wording });
	const found = firstWrong(text);
	const viqrAt = found ? -1 : text.search(viqrVowel);
	if (found) wrong.push({ line: found.line, wording: strings.wrongEncoding(found) });
	if (viqrAt !== -1) {
		const before =
			text.slice(text.lastIndexOf(" ", viqrAt) + 1, viqrAt + longestSample).split("\n", 1)[0] ?? "";
		add(viqrAt, strings.wrongEncoding({ before, after: fromViqr(before), encoding: encodingNames.viqr }));
	}
	const lost = text.includes("?") ? firstLost(text) : undefined;
	if (lost) add(lost.index, strings.lostLetters(lost[0]));
	const code = /[=%][C-F][\dA-F]|\\u/i.test(text) ? coded.exec(text) : null;
	if (code) add(code.index, strings.codedLetters(code[0], decodedLetters(code[0])));
	const signs = styled.exec(text);
	if (signs)
		add(
			signs.index,
			strings.styledLetters(signs[0].slice(0, longestSample).trim(), signs[0].normalize("NFKC").trim()),
		);
	return wrong;
}

/** A single short word may be a formula: "x?y". */
function firstLost(text: string): RegExpExecArray | undefined {
	const [first, second] = text.matchAll(lostLetters);
	return first && (second || first[0].length > 3) ? first : undefined;
}

function decodedLetters(text: string): string {
	const escaped = text.replace(/\\u([\da-f]{4})/gi, (_, code: string) =>
		String.fromCharCode(Number.parseInt(code, 16)),
	);
	try {
		return decodeURIComponent(escaped.replace(/=(?=[\dA-F]{2})/gi, "%")).normalize("NFC");
	} catch {
		return "";
	}
}

function firstWrong(text: string) {
	if (!rare.test(text) && !viqr.test(text)) return undefined;
	const change = repairText(text).changes.find(({ kind }) => kind !== "entities");
	if (!change || change.kind === "entities") return undefined;
	const { before, after, kind } = change;
	// The change has no character references any more.
	const { text: decoded } = decodeEntities(text);
	const start = [...before].findIndex((character, index) => character !== after[index]);
	const from = Math.max(0, before.lastIndexOf(" ", start) + 1);
	return {
		/** From 0 on. */
		line: decoded.slice(0, decoded.indexOf(before)).split("\n").length - 1,
		encoding: encodingNames[kind],
		before: before.slice(from, from + longestSample),
		after: after.slice(from, from + longestSample),
	};
}
