import { decodeEntities, encodingNames, repairText } from "../../import/encodings/index.ts";
import type { ContentProblem } from "../problem.ts";
import { strings } from "../strings.ts";
import { problemIn, type TextCheck } from "./context.ts";

/** Characters that are rare in Vietnamese and frequent in text of another encoding. Most texts have none. */
const rare =
	/[\u0080-\u009F¡-¦¨ª¬®¯±-¶¸-º¼-¿ÄÅÆÇËÎÏÑÖ×ØÛÜÞßäåæçëîïñö÷øûüþÿ]|Ã[\u00A0-\u00BFŒœŠšŸŽžƒˆ˜€™]|á[º»]/;
const longestSample = 60;

/**
 * Warns of text that was read in a wrong encoding ("Tá»‰nh", "TØnh"), which readers see as it is. Only the first place
 * in title, lead and body each is reported.
 */
export const warnOfWrongEncoding: TextCheck = (document) => {
	const { file, fields, body, bodyLine } = document;
	const warnings: ContentProblem[] = [];
	for (const name of ["title", "summary"]) {
		const value = fields[name];
		const found = typeof value === "string" ? firstWrong(value) : undefined;
		if (found) warnings.push(problemIn(document, [name], strings.wrongEncoding(found)));
	}
	const found = firstWrong(body);
	if (found)
		warnings.push({ file, line: bodyLine + found.line, field: "body", ...strings.wrongEncoding(found) });
	return warnings;
};

function firstWrong(text: string) {
	if (!rare.test(text)) return undefined;
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
