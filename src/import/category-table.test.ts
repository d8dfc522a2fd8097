import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readCategories } from "./category-table.ts";
import { SourceError } from "./source.ts";

let directory = "";
beforeEach(async () => {
	directory = await mkdtemp(join(tmpdir(), "categories-"));
});
afterEach(() => rm(directory, { recursive: true }));

async function table(text: string) {
	const path = join(directory, "bảng.yml");
	await writeFile(path, text);
	return readCategories(path, directory);
}

describe("readCategories", () => {
	test("maps sections to tags, committees and provinces, whatever their case", async () => {
		const { meaningOf } = await table(
			"Tin xã: Cơ sở\n'12':\n  tags: [a, b]\n  committee: ban-x\n  province: bac-giang\nQuảng cáo: bỏ\n",
		);
		expect(meaningOf("TIN  XÃ")).toEqual({ tags: ["Cơ sở"], isLeftOut: false });
		expect(meaningOf("12")).toEqual({
			tags: ["a", "b"],
			committee: "ban-x",
			province: "bac-giang",
			isLeftOut: false,
		});
		expect(meaningOf("quảng cáo")).toMatchObject({ isLeftOut: true });
		expect(meaningOf("khác")).toBeUndefined();
	});

	test.each(["a: {tag: x}", "a: {province: atlantis}", "a: [\n"])("rejects “%s”", async (text) => {
		await expect(table(text)).rejects.toThrow(SourceError);
	});
});
