import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canBePage, fileAtPath, readFormerAddress } from "./former-address.ts";

describe("readFormerAddress", () => {
	test.each([
		["/tin/12.html", { path: "/tin/12.html", query: "" }],
		["/Tin/12.aspx", { path: "/Tin/12.aspx", query: "" }],
		["/index.php?nv=news&id=12", { path: "/index.php", query: "?nv=news&id=12" }],
		["/?p=12", { path: "/", query: "?p=12" }],
		["/tin/m%C3%B9a%20g%E1%BA%B7t", { path: "/tin/mùa gặt", query: "" }],
		["/tin/mùa-gặt.html", { path: "/tin/mùa-gặt.html", query: "" }],
		["/tim?q=mùa", { path: "/tim", query: "?q=m%C3%B9a" }],
	])("reads %s", (text, read) => {
		expect(readFormerAddress(text)).toEqual(read);
	});

	test.each([
		["/?", "đọc địa chỉ này thành /;"],
		["/x/..", "đọc địa chỉ này thành /;"],
		["/x/%2e%2E/y", "đọc địa chỉ này thành /y"],
		["/./x", "đọc địa chỉ này thành /x"],
		["/tin-tuc//bai-cu.html", "đọc địa chỉ này thành /tin-tuc/bai-cu.html"],
		["/x?", "đọc địa chỉ này thành /x;"],
		["/\\evil.example", "phải là địa chỉ cũ"],
		["//evil.example", "phải là địa chỉ cũ"],
		["/a b", "phải là địa chỉ cũ"],
		["tin/1", "phải là địa chỉ cũ"],
		["/tin/100%-xong", "có dấu % không đúng"],
		["/tin/m%F9a", "có dấu % không đúng"],
		["/a%2Fb", "máy chủ không phân biệt được"],
		["/a%5Cb", "máy chủ không phân biệt được"],
		["/a%3Fb", "máy chủ không phân biệt được"],
		["/a%00b", "máy chủ không phân biệt được"],
		["/.well-known/x", "bắt đầu bằng dấu chấm"],
		["/.tintinh-deploy/", "bắt đầu bằng dấu chấm"],
		["/a/.b", "bắt đầu bằng dấu chấm"],
		[`/${"a".repeat(300)}`, "quá dài"],
		[`/${"ế".repeat(70)}`, "quá dài"],
		[`/x?${"ế".repeat(490)}`, "quá dài"],
	])("rejects %s", (text, fault) => {
		expect(readFormerAddress(text)).toEqual({ fault: expect.stringContaining(fault) });
	});

	test("accepts only addresses that URL parsing leaves unchanged", () => {
		const piece = fc.oneof(
			fc.constantFrom(
				"/",
				"/",
				"a",
				"ế",
				".",
				"..",
				"?",
				"&",
				"=",
				"%2e",
				"%2F",
				"%25",
				"%",
				"\\",
				":",
				"*",
				'"',
				"{",
				";",
			),
			fc.string({ unit: "grapheme", maxLength: 2 }),
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
				const text = `/${pieces.join("")}`;
				const read = readFormerAddress(text);
				if ("fault" in read) return;
				const { pathname, search, hash, host } = new URL(text, "https://a.example");
				expect({ host, hash, search }).toEqual({ host: "a.example", hash: "", search: read.query });
				expect(decodeURIComponent(pathname)).toBe(read.path);
				expect(fileAtPath(read.path).split("/")).not.toContain("");
				expect(read.path.split("/").every((part) => !part.startsWith("."))).toBe(true);
			}),
			{ numRuns: 3000 },
		);
	});
});

test.each([
	["/", "index.html", true],
	["/tin/", "tin/index.html", true],
	["/tin", "tin/index.html", true],
	["/tin.htm", "tin.htm", true],
	["/tin.php", "tin.php", false],
	["/tin/aux.html", "tin/aux.html", false],
	["/con/tin/", "con/tin/index.html", false],
	["/tin./", "tin./index.html", false],
	["/tin:a.html", "tin:a.html", false],
])("%s is served from %s", (path, file, isPage) => {
	expect(fileAtPath(path)).toBe(file);
	expect(canBePage(path)).toBe(isPage);
});
