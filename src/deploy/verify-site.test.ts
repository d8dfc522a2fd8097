import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fileOfAddress } from "./site-manifest.ts";
import { verifySite } from "./verify-site.ts";

let directory = "";
beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), "verify-site-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

function write(file: string, text: string): void {
	mkdirSync(dirname(join(directory, file)), { recursive: true });
	writeFileSync(join(directory, file), text);
}

function writeSite(site: Readonly<Record<string, string>>): void {
	const files = Object.entries(site).map(([address, text]) => {
		write(fileOfAddress(address), text);
		const sha256 = createHash("sha256").update(text).digest("hex");
		return { address, sha256, size: Buffer.byteLength(text), made: "" };
	});
	write("manifest.json", JSON.stringify({ version: 1, files }));
}

describe("verifySite", () => {
	test("finds no fault in a complete site, also through a symbolic link", async () => {
		writeSite({ "/": "chủ", "/a/": "a", "/lon.bin": "x".repeat(1_000_000), "/rong.txt": "" });
		const link = `${directory}-link`;
		symlinkSync(directory, link);
		const whole = { files: 4, bytes: 1_000_006, missing: [], altered: [], extra: [] };
		const found = [await verifySite({ directory }), await verifySite({ directory: link })];
		rmSync(link);
		expect(found).toEqual([whole, whole]);
	});

	test("names missing, changed and extra files", async () => {
		writeSite({ "/": "chủ", "/b/c.html": "cũ", "/a/": "a", "/dai.html": "1", "/thu-muc": "x", "/lien": "y" });
		write("b/c.html", "cữ");
		write("dai.html", "12");
		rmSync(join(directory, "a"), { recursive: true });
		rmSync(join(directory, "thu-muc"));
		write("thu-muc/x.html", "lạ");
		rmSync(join(directory, "lien"));
		symlinkSync("index.html", join(directory, "lien"));
		symlinkSync("b", join(directory, "link-to-folder"));
		write(".an/b", "");
		write(".well-known/acme-challenge/x", "");
		write("b/.well-known/x", "");
		expect(await verifySite({ directory })).toMatchObject({
			missing: ["/a/"],
			altered: ["/b/c.html", "/dai.html", "/lien", "/thu-muc"],
			extra: [".an/b", "b/.well-known/x", "link-to-folder", "thu-muc/x.html"],
		});
	});

	test.each([
		["no manifest", undefined],
		["a broken one", '{"version":1,"files":['],
	])("says so if there is %s", async (_, manifest) => {
		if (manifest !== undefined) write("manifest.json", manifest);
		await expect(verifySite({ directory })).rejects.toThrow("không có manifest.json đọc được");
	});
});
