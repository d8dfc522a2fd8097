import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { zipOf } from "../../../../test/support/zip-of.ts";
import { SourceError } from "../../source.ts";
import { openZip } from "./zip-archive.ts";

let directory = "";
beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "zip-archive-"));
});
afterAll(() => rm(directory, { recursive: true }));

describe("openZip", () => {
	test("reads names in the code page of a Vietnamese Windows", async () => {
		const signs: Readonly<Record<string, number>> = { E: 0xea, D: 0xf2 };
		const bytes = zipOf([{ name: "viEDt.png", text: "x" }]).map(
			(byte) => signs[String.fromCharCode(byte)] ?? byte,
		);
		const zip = await openZip(Buffer.from(bytes));
		expect(zip.entries.map(({ name }) => name)).toEqual(["việt.png"]);
		zip.close();
	});

	test("reads entries by name, in the archive's order, without folders", async () => {
		const archive = await openZip(
			zipOf([
				{ name: "ảnh/", text: "" },
				{ name: "ảnh/một.txt", text: "một" },
				{ name: "b\\hai.txt", text: "hai" },
			]),
		);
		expect(archive.entries).toEqual([
			{ name: "ảnh/một.txt", size: 5 },
			{ name: "b/hai.txt", size: 3 },
		]);
		expect((await archive.read("b/hai.txt")).toString()).toBe("hai");
		archive.close();
	});

	test("reads the same from a path as from memory", async () => {
		const path = join(directory, "a.zip");
		await writeFile(path, zipOf([{ name: "a.txt", text: "một" }]));
		const archive = await openZip(path);
		expect((await archive.read("a.txt")).toString()).toBe("một");
		archive.close();
	});

	test.each(["../ngoài.txt", "/etc/passwd", "C:\\x.txt", "a/../../b.txt", "a\u0000b"])(
		"never reads an entry called %j, but reads the others",
		async (name) => {
			const archive = await openZip(
				zipOf([
					{ name, text: "x" },
					{ name: "a.txt", text: "một" },
				]),
			);
			expect(archive.entries.map((entry) => entry.name)).toEqual(["a.txt"]);
			expect(archive.refused).toEqual([
				{ name: expect.any(String), reason: expect.stringContaining("bỏ qua") },
			]);
			await expect(archive.read(name)).rejects.toThrow(SourceError);
		},
	);

	test("refuses an entry with an absurd compression ratio", async () => {
		const archive = await openZip(
			zipOf([
				{ name: "bom.bin", bytes: Buffer.alloc(20_000_000) },
				{ name: "a.txt", text: "một" },
			]),
		);
		expect(archive.refused).toEqual([{ name: "bom.bin", reason: expect.stringContaining("bom nén") }]);
		expect((await archive.read("a.txt")).toString()).toBe("một");
	});

	test("stops reading an entry that is larger than it claims", async () => {
		const archive = await openZip(
			zipOf([{ name: "bom.bin", bytes: Buffer.alloc(20_000_000), claimedSize: 1000 }]),
		);
		await expect(archive.read("bom.bin")).rejects.toThrow("bị hỏng");
	});

	test("reports a file that is not an archive", async () => {
		await expect(openZip(Buffer.from("không phải ZIP"), "x.zip")).rejects.toThrow(
			"“x.zip” không phải tệp ZIP",
		);
		await expect(openZip(join(directory, "vắng.zip"))).rejects.toThrow("vắng.zip");
	});
});
