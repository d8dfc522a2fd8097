import { expect, test } from "vitest";
import { otherNumbers } from "./other-numbers.ts";

test.each([
	["18nqtw", ["18 nq tw"]],
	["nghị định 100ndcp", ["nghị định 100 nd cp"]],
	["TT 22", ["thong tu 22"]],
	["tt22/2016", ["thong tu 22/2016"]],
	["TT 22 về giá điện", ["thông tư 22 về giá điện"]],
	["ngày 30 tháng 4", ["30/4"]],
	["mùng 2 tháng 9 năm 1945", ["2/9/1945"]],
	["ngay 30 thang 4 nam 1975", ["30/4/1975"]],
	["30/4", ["30 thang 4"]],
	["lễ 30-4-1975", ["lễ 30 tháng 4 năm 1975"]],
	["tháng 11 năm 2025", ["tháng 11/2025"]],
	["tháng 11/2025", ["tháng 11 năm 2025"]],
	["15/2020/NĐ-CP", []],
	["hội nghị", []],
	["attack 22", []],
	["2025", []],
	["", []],
])("%s is also written %j", (text, ways) => {
	expect(otherNumbers(text)).toEqual(ways);
});
