import { expect, test } from "vitest";
import { archiveTerms } from "./archive-words.ts";

test.each([
	["dân vận khéo", ["dân_ vận_ khéo_"]],
	['"dân vận khéo"', ['"dân_ vận_ khéo_"']],
	["“dân vận khéo”", ['"dân_ vận_ khéo_"']],
	['kinh nghiệm "dân vận khéo" hay', ['"dân_ vận_ khéo_"', "kinh_ nghiệm_ hay_"]],
	['"một hai" "ba bốn"', ['"một_ hai_"', '"ba_ bốn_"']],
	['"Nghị quyết 25-NQ/TW"', ['"Nghị_ quyết_ 25_NQ_TW_"']],
	['chưa đóng "ngoặc kép', ["chưa_ d\u0335óng_ ngoặc_ kép_"]],
	['"" ?', []],
	["", []],
])("asks Pagefind for %s as %j", (text, terms) => {
	expect(archiveTerms(text)).toEqual(terms);
});
