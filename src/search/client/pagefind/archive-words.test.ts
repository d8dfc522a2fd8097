import { expect, test } from "vitest";
import { readSpellingGroups } from "../../finder/spelling-groups.ts";
import { archiveParts } from "./archive-words.ts";

const groups = readSpellingGroups([
	["UBND", "Ủy ban nhân dân"],
	["Trung ương", "TW"],
	["Trung ương", "T.Ư"],
	["Đắk Lắk", "Đắc Lắc"],
	["Đắk Lắk", "Daklak"],
]);
const waysOf = (text: string) =>
	archiveParts(text, groups).map(({ ways }) => ways.map((way) => way.join(" ")));
const ubnd = ["UBNDʼ", '"Ủyʼ banʼ nhânʼ dânʼ"'];
const dakLak = ['"D\u0335ắkʼ Lắkʼ"', '"D\u0335ắcʼ Lắcʼ"', "Daklakʼ"];

test.each([
	["dân vận khéo", [["dânʼ"], ["vậnʼ"], ["khéoʼ"]]],
	['"dân vận khéo"', [['"dânʼ vậnʼ khéoʼ"']]],
	["“dân vận khéo”", [['"dânʼ vậnʼ khéoʼ"']]],
	['kinh nghiệm "dân vận khéo" hay', [['"dânʼ vậnʼ khéoʼ"'], ["kinhʼ"], ["nghiệmʼ"], ["hayʼ"]]],
	['"một hai" "ba bốn"', [['"mộtʼ haiʼ"'], ['"baʼ bốnʼ"']]],
	['"Nghị quyết 25-NQ/TW"', [['"Nghịʼ quyếtʼ 25ʼNQʼTWʼ"']]],
	['chưa đóng "ngoặc kép', [["chưaʼ"], ["d\u0335óngʼ"], ["ngoặcʼ"], ["képʼ"]]],
	["UBND xã", [ubnd, ["xãʼ"]]],
	["uỷ ban nhân dân xã", [ubnd, ["xãʼ"]]],
	["daklak", [dakLak]],
	["Đắc Lắc", [dakLak]],
	["TW", [['"Trungʼ ươngʼ"', "TWʼ", '"TʼƯʼ"']]],
	["T.Ư", [['"Trungʼ ươngʼ"', "TWʼ", '"TʼƯʼ"']]],
	["4200 hộ", [["4200ʼ", '"4ʼ200ʼ"'], ["hộʼ"]]],
	["4.200", [["4200ʼ", '"4ʼ200ʼ"']]],
	[
		"02/9",
		[
			["2ʼ", "02ʼ"],
			["9ʼ", "09ʼ"],
		],
	],
	["covid19", [["covidʼ 19ʼ", "covid19ʼ"]]],
	["Covid-19", [["covidʼ 19ʼ", "covid19ʼ"]]],
	["kết luận số 24", [["kếtʼ"], ["luậnʼ"], ["24ʼ"]]],
	["ｄân", [["dânʼ"]]],
	['"" ?', []],
	["", []],
])("searches Pagefind for %s as %j", (text, ways) => {
	expect(waysOf(text)).toEqual(ways);
});

test("words match the typed accents, wherever the tone mark is placed", () => {
	const accented = (text: string) => archiveParts(text, groups).map((part) => part.accented);
	expect(accented("bò hoà kỹ an 24 UBND")).toEqual([
		["bòʼ"],
		["hoàʼ", "hòaʼ"],
		["kĩ\u0335ʼ", "kĩʼ"],
		[],
		[],
		[],
	]);
	expect(accented('"bò tót"')).toEqual([['"bòʼ tótʼ"']]);
});
