import { isNfc } from "../../text/index.ts";
import type { ContentProblem } from "../problem.ts";
import { strings } from "../strings.ts";
import type { FieldPath, YamlValue } from "../yaml.ts";
import { type DocumentCheck, problemIn } from "./context.ts";

/** Finds text that is not NFC: a decomposed "ộ" looks right, but no search finds it. Reported once per field. */
export const checkNormalForm: DocumentCheck = (document) => {
	const problems: ContentProblem[] = [];
	const visit = (value: YamlValue, path: FieldPath): void => {
		if (typeof value === "string") {
			if (!isNfc(value)) problems.push(problemIn(document, path, strings.notNfc(firstWord(value).word)));
		} else if (Array.isArray(value)) {
			value.forEach((item, index) => {
				visit(item, [...path, index]);
			});
		} else {
			for (const [name, child] of Object.entries(value)) visit(child, [...path, name]);
		}
	};
	visit(document.fields, []);
	if (!isNfc(document.body)) {
		const { word, line } = firstWord(document.body);
		const place = { file: document.file, line: document.bodyLine + line, field: "body" };
		problems.push({ ...place, ...strings.notNfc(word) });
	}
	return problems;
};

/** The first word that is not NFC, and the number of lines before it. */
function firstWord(text: string): { readonly word: string; readonly line: number } {
	for (const [line, content] of text.split("\n").entries()) {
		const word = content.split(/\s+/).find((candidate) => !isNfc(candidate));
		if (word !== undefined) return { word, line };
	}
	return { word: text.slice(0, 20), line: 0 };
}
