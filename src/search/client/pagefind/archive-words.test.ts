import { expect, test } from "vitest";
import { archiveTerms } from "./archive-words.ts";

test.each([
	["dân vận khéo", ["dânʼ vậnʼ khéoʼ"]],
	['"dân vận khéo"', ['"dânʼ vậnʼ khéoʼ"']],
	["“dân vận khéo”", ['"dânʼ vậnʼ khéoʼ"']],
	['kinh nghiệm "dân vận khéo" hay', ['"dânʼ vậnʼ khéoʼ"', "kinhʼ nghiệmʼ hayʼ"]],
	['"một hai" "ba bốn"', ['"mộtʼ haiʼ"', '"baʼ bốnʼ"']],
	['"Nghị quyết 25-NQ/TW"', ['"Nghịʼ quyếtʼ 25ʼNQʼTWʼ"']],
	['chưa đóng "ngoặc kép', ["chưaʼ d\u0335óngʼ ngoặcʼ képʼ"]],
	['"" ?', []],
	["", []],
])("asks Pagefind for %s as %j", (text, terms) => {
	expect(archiveTerms(text)).toEqual(terms);
});
