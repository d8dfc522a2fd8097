import { describe, expect, test } from "vitest";
import { formatBytes, formatNumber } from "./numbers.ts";

describe("formatNumber", () => {
	test.each([
		[0, "0"],
		[999, "999"],
		[1000, "1.000"],
		[4045920, "4.045.920"],
		[96.19, "96,19"],
		[-1234.5, "-1.234,5"],
		[1.23456, "1,235"],
	])("writes %d as %s", (value, expected) => {
		expect(formatNumber(value)).toBe(expected);
	});
});

describe("formatBytes", () => {
	test.each([
		[0, "0 B"],
		[512, "512 B"],
		[1023, "1 KB"],
		[12_300, "12 KB"],
		[12_700, "12 KB"],
		[12_900, "13 KB"],
		[1_023_999, "1 MB"],
		[1_468_006, "1,4 MB"],
		[5 * 1024 ** 3, "5 GB"],
		[5_000 * 1024 ** 4, "5.000 TB"],
	])("writes %i as %s", (bytes, expected) => {
		expect(formatBytes(bytes)).toBe(expected);
	});
});
