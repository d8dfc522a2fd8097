import { describe, expect, test } from "vitest";
import { fileOfAddress, isSiteAddress, parseSiteManifest } from "./site-manifest.ts";

const sha256 = "a".repeat(64);

describe("isSiteAddress", () => {
	test.each(["/", "/tin-moi/", "/2026/11/22/tin.html", "/.well-known/security.txt", "/tep/Kế hoạch [1].pdf"])(
		"accepts %s",
		(address) => expect(isSiteAddress(address)).toBe(true),
	);

	test.each([
		["the folder above", "/../x"],
		["a folder above further in", "/a/../../x"],
		["the folder itself", "/./x"],
		["an empty part", "//x"],
		["no slash", "x"],
		["a line break", "/a\nb"],
		["a NUL", "/a\0b"],
		["a backslash", "/..\\x"],
		["deploying's own folder", "/.tintinh-deploy/lock"],
		["the manifest", "/manifest.json"],
		["a number", 1],
	])("rejects %s", (_, address) => expect(isSiteAddress(address)).toBe(false));
});

describe("fileOfAddress", () => {
	test("gives the index file of a folder", () => {
		expect(["/", "/a/", "/a/b.html"].map(fileOfAddress)).toEqual(["index.html", "a/index.html", "a/b.html"]);
	});
});

describe("parseSiteManifest", () => {
	const entry = { address: "/a.html", sha256, size: 3, made: "x" };
	const text = (document: unknown) => JSON.stringify(document);

	test("reads files by address", () => {
		const files = parseSiteManifest(text({ version: 1, files: [entry] }));
		expect(files?.get("/a.html" as never)).toEqual({ address: "/a.html", sha256, size: 3 });
	});

	test.each([
		["no JSON", "{"],
		["null", "null"],
		["another version", text({ version: 2, files: [] })],
		["no files", text({ version: 1 })],
		["a file outside", text({ version: 1, files: [{ ...entry, address: "/../etc/passwd" }] })],
		["a digest that is none", text({ version: 1, files: [{ ...entry, sha256: "A".repeat(64) }] })],
		["a size below zero", text({ version: 1, files: [{ ...entry, size: -1 }] })],
	])("trusts nothing with %s", (_, manifest) => expect(parseSiteManifest(manifest)).toBeUndefined());
});
