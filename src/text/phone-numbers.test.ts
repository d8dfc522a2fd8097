import { expect, test } from "vitest";
import { phoneNumbers } from "./phone-numbers.ts";

test.each([
	["Đường dây nóng: 0912 345 678.", ["0912345678"]],
	["0912.345.678; 0912345678 hoặc (0260) 3 862 111", ["0912345678", "0912345678", "02603862111"]],
	["+84 912-345-678", ["0912345678"]],
	["(+84) 912 345 678", ["0912345678"]],
	["Ngày 01.01.2026 có 4.200 hộ, 10.912.345.678 đồng", []],
	["Số 43-KL/TW, 2026", []],
])("in “%s” are %j", (text, numbers) => {
	expect(phoneNumbers(text)).toEqual(numbers);
});
