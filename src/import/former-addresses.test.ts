import { describe, expect, test } from "vitest";
import { asUrlPath } from "../model/ids.ts";
import { FormerAddresses, formerPath } from "./former-addresses.ts";

describe("formerPath", () => {
	test.each([
		["http://cu.example/tin/1.htm?id=3#x", "/tin/1.htm?id=3"],
		["/tin/%C4%91%E1%BA%A5t.htm", "/tin/đất.htm"],
		["tin/a b.htm", "/tin/a%20b.htm"],
	])("of %s is %s", (address, path) => {
		expect(formerPath(address)).toBe(path);
	});

	test.each(["http://cu.example/", "mailto:a@b.example", "javascript:alert(1)", "//", `/${"x".repeat(600)}`])(
		"of %s is undefined",
		(address) => {
			expect(formerPath(address)).toBeUndefined();
		},
	);

	test("never leaves the root", () => {
		expect(formerPath("../../etc/passwd", "/tin/1.htm")).toBe("/etc/passwd");
	});
});

describe("FormerAddresses", () => {
	const target = asUrlPath("/2021/05/06/x.html");
	const addresses = new FormerAddresses();
	addresses.add(["https://www.cu.example/tin/1/"], target);

	test.each(["http://cu.example/tin/1", "/tin/1", "https://cu.example/TIN/1/index.html", "1"])(
		"redirects %s",
		(link) => {
			expect(addresses.targetOf(link, "http://cu.example/tin/2")).toBe(target);
		},
	);

	test("redirects no address of another host", () => {
		expect(addresses.targetOf("https://khac.example/tin/1")).toBeUndefined();
	});
});
